import { describe, expect, it } from '@jest/globals';
import { isLine, lineOf } from '../src/index.js';

describe('a line as it is kept', () => {
  it.each([
    ['is without space around it', ' \tSomsri\u00a0Suksan\n', 'Somsri\u00a0Suksan'],
    [
      'is without the wide space of Japanese around it',
      '\u3000山田\u3000太郎\u3000',
      '山田\u3000太郎',
    ],
    ['is composed where an accent was typed after its letter', 'cafe\u0301', 'caf\u00e9'],
    ['is composed where a voiced kana was typed as two', 'か\u3099ハ\u309a', 'がパ'],
    ['has the marks of a Thai letter in one order', 'ก\u0e48\u0e38', 'ก\u0e38\u0e48'],
    ['has Thai vowels as they were typed', 'น้ำ', 'น้ำ'],
    ['has half-width and full-width forms as they were typed', 'ｶﾞＡ１', 'ｶﾞＡ１'],
    ['is empty where there was only space', ' \u3000\u00a0', ''],
  ])('%s', (_, typed, kept) => {
    expect(lineOf(typed)).toBe(kept);
    expect(lineOf(kept)).toBe(kept);
  });
});

describe('what is a line of at most 5 characters', () => {
  it.each([
    ['of one', 'a'],
    ['of five', 'สมศรี'],
    ['of five beyond the first plane, which take two units each', '𠮷𠮷𠮷𠮷𠮷'],
    ['with space in it', 'a\u3000b c'],
  ])('one %s is', (_, text) => {
    expect(isLine(text, 5)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['space alone', ' \u3000'],
    ['six characters', 'abcdef'],
    ['six beyond the first plane', '𠮷𠮷𠮷𠮷𠮷𠮷'],
    ['a line feed', 'a\nb'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['the escape of a terminal', '\u001b[1m'],
    ['half of a pair', 'a\ud842'],
  ])('%s is none', (_, text) => {
    expect(isLine(text, 5)).toBe(false);
  });
});
