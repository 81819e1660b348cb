import { describe, expect, it } from '@jest/globals';
import { lineOf } from '../src/index.js';

describe('a line as it is kept', () => {
  it.each([
    ['is without space around it', ' \tSomsri\u00a0Suksan\n', 'Somsri\u00a0Suksan'],
    ['is without the wide space of Japanese around it', '\u3000山田\u3000太郎\u3000', '山田\u3000太郎'],
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
