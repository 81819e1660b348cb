import { describe, expect, it } from '@jest/globals';
import { commonName, nameIn } from '../src/names.js';

const [nameTh, nameJa, nameEn] = ['ชื่อ', '名前', 'Name'];

describe('the name of an organisation', () => {
  it.each(['th', 'ja', 'en'] as const)('is the one in "%s" for who reads it', (language) => {
    const names = { th: nameTh, ja: nameJa, en: nameEn };
    expect(nameIn({ nameTh, nameJa, nameEn }, language)).toBe(names[language]);
  });

  it('is looked for in English, then in Thai, then in Japanese where there is none', () => {
    expect(nameIn({ nameTh, nameJa: null, nameEn }, 'ja')).toBe(nameEn);
    expect(nameIn({ nameTh: null, nameJa, nameEn }, 'th')).toBe(nameEn);
    expect(nameIn({ nameTh, nameJa, nameEn: null }, 'en')).toBe(nameTh);
    expect(nameIn({ nameTh: null, nameJa, nameEn: null }, 'en')).toBe(nameJa);
  });

  it('is found in the same order for readers of whom nothing is known', () => {
    expect(commonName({ nameTh, nameJa, nameEn })).toBe(nameEn);
    expect(commonName({ nameTh, nameJa, nameEn: null })).toBe(nameTh);
    expect(commonName({ nameTh: null, nameJa, nameEn: null })).toBe(nameJa);
  });

  it('is empty where there is none', () => {
    expect(commonName({ nameTh: null, nameJa: null, nameEn: null })).toBe('');
  });
});
