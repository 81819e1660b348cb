import { describe, expect, it } from '@jest/globals';
import { emailOf, isEmail } from '@sukoyaka/accounts';
import { isMailAddress } from '@sukoyaka/mail';

describe('an address that somebody types', () => {
  it.each([
    [' Somchai.J+kenko@Company.CO.TH ', 'somchai.j+kenko@company.co.th'],
    ['ｓｏｍｓｒｉ＠ｅｘａｍｐｌｅ．ｃｏ．ｊｐ', 'somsri@example.co.jp'],
    ['ฝ่ายบุคคล@บริษัท.ไทย', 'ฝ่ายบุคคล@บริษัท.ไทย'.normalize('NFKC')],
    ['社員@例え.jp', '社員@例え.jp'],
  ])('%j is taken, and can be sent to as it is kept', (typed, kept) => {
    expect(isEmail(typed)).toBe(true);
    expect(emailOf(typed)).toBe(kept);
    expect(isMailAddress(kept)).toBe(true);
  });

  it.each([
    'somchai@company.co,th',
    'somchai@company,co.th',
    'a@b>.com',
    'x@example.com;y',
    'a@exam\u200bple.com',
    'a@example.com\u200b',
    'a@b',
    'a b@example.com',
    `a@${'㍿'.repeat(60)}.com`,
    undefined,
    null,
    7,
    ['a@example.com'],
  ])('%j is not', (typed) => expect(isEmail(typed)).toBe(false));
});
