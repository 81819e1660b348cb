import { describe, expect, it } from '@jest/globals';
import { isMailAddress, readSender } from '@sukoyaka/mail';

describe('a mail address', () => {
  it.each([
    'a@example.org',
    'Somchai.Jaidee@company.co.th',
    'hr@thai-beverage.com',
    'somsri_p@rayong.plant.company.co.th',
    'somchai+kenko@company.in.th',
    "o'neil+tag@mail.example.org",
    '1@2.example.org',
    'name.@docomo.ne.jp',
    'info@3m.co.th',
    'a@xn--22c0cd9d.xn--o3cw4h',
    'สมชาย@example.org',
    'ฝ่ายบุคคล@บริษัท.ไทย',
    '社員@例え.jp',
    '総務@カフェ・例.jp',
    `${'a'.repeat(64)}@${'b'.repeat(63)}.org`,
  ])('is %s', (text) => expect(isMailAddress(text)).toBe(true));

  it.each([
    '',
    'company.co.th',
    '@example.org',
    'a@',
    'a@@example.org',
    'a@b@example.org',
    'a@example',
    'a@example.x',
    'a@192.168.100.100',
    'a@[192.168.100.100]',
    'a@example.org ',
    'a b@example.org',
    '"a b"@example.org',
    'a@example.org.',
    'a@.example.org',
    'a@example..org',
    'a..b@example.org',
    'a@-example.org',
    'a@example-.org',
    'a@exam_ple.org',
    'a@example.org/x',
    'a@example.org、',
    'somchai@company.co,th',
    'somchai@company,co.th',
    'a@b>.com',
    '<a@example.org>',
    'A <a@example.org>',
    'mailto:a@example.org',
    'x@example.com;y',
    'a@example.org;b@example.org',
    'a@example.org,b@example.org',
    'a@exam\u200bple.org',
    'a\u200b@example.org',
    'a@example.org\u200b',
    'a@exam\u00adple.org',
    '\u202ea@example.org',
    'a\r\nBcc: b@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(64)}.org`,
    `a@${'b.'.repeat(125)}org`,
  ])('is not %j', (text) => expect(isMailAddress(text)).toBe(false));

  it('of the sender may be at a machine without a domain', () => {
    expect(readSender('Sukoyaka <no-reply@localhost>')).toMatchObject({
      address: 'no-reply@localhost',
    });
    expect(() => readSender('no-reply@local,host')).toThrow('MAIL_FROM');
  });
});
