import { describe, expect, it } from '@jest/globals';
import {
  INDUSTRY_SCHEMES,
  industryOf,
  ISIC_SECTION_NAMES,
  ISIC_SECTIONS,
  isIsicSection,
  type Industry,
  type IsicSection,
  JSIC_MAJOR_GROUPS,
  JSIC_SECTIONS,
  plainIndustryCode,
} from '@sukoyaka/classification';
import { LOCALES } from '@sukoyaka/kernel';
import fc from 'fast-check';
import en from '../../../locales/en/report.json' with { type: 'json' };
import ja from '../../../locales/ja/report.json' with { type: 'json' };
import th from '../../../locales/th/report.json' with { type: 'json' };

/** Sections and their first and last divisions, as published. */
const DIVISIONS: readonly (readonly [string, number, number])[] = [
  ['A', 1, 3],
  ['B', 5, 9],
  ['C', 10, 33],
  ['D', 35, 35],
  ['E', 36, 39],
  ['F', 41, 43],
  ['G', 45, 47],
  ['H', 49, 53],
  ['I', 55, 56],
  ['J', 58, 63],
  ['K', 64, 66],
  ['L', 68, 68],
  ['M', 69, 75],
  ['N', 77, 82],
  ['O', 84, 84],
  ['P', 85, 85],
  ['Q', 86, 88],
  ['R', 90, 93],
  ['S', 94, 96],
  ['T', 97, 98],
  ['U', 99, 99],
];

const twoDigits = (number: number) => String(number).padStart(2, '0');
const sectionIn = (division: number) =>
  DIVISIONS.find(([, first, last]) => division >= first && division <= last)?.[0];
const inThai = (code: string) =>
  code.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
const fullWidth = (code: string) =>
  code.replace(/[0-9A-Z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

const exact = (section: string) => ({ section, certainty: 'exact' });
const mapped = (section: string) => ({ section, certainty: 'mapped' });
const principal = (section: string, letters: string) => ({
  section,
  certainty: 'principal',
  candidates: Array.from(letters),
});
const ambiguous = (letters: string) => ({ fault: 'ambiguous', candidates: Array.from(letters) });
const unknown = { fault: 'unknown-code' };

/** Every section that an answer leaves possible. */
const sectionsOf = (answer: Industry): readonly IsicSection[] =>
  answer.candidates ?? ('section' in answer ? [answer.section] : []);

describe('ISIC Rev. 4 and TSIC 2009', () => {
  it.each(['isic', 'tsic'] as const)(
    '%s: every number from 00 to 99 is where it belongs',
    (scheme) => {
      for (let division = 0; division <= 99; division += 1) {
        const section = sectionIn(division);
        expect(industryOf({ scheme, code: twoDigits(division) })).toEqual(
          section === undefined ? unknown : exact(section),
        );
      }
    },
  );

  it.each(['isic', 'tsic'] as const)(
    '%s: every letter is its own section, others are none',
    (scheme) => {
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        const known = letter <= 'U';
        expect(industryOf({ scheme, code: letter })).toEqual(known ? exact(letter) : unknown);
      }
    },
  );

  it.each([
    ['isic', '011', exact('A')],
    ['isic', '0111', exact('A')],
    ['isic', '3320', exact('C')],
    ['isic', '3530', exact('D')],
    ['isic', '9900', exact('U')],
    ['isic', 'C10', exact('C')],
    ['isic', 'c 10.71', exact('C')],
    ['isic', 'D10', unknown],
    ['isic', '0199', unknown],
    ['isic', '018', unknown],
    ['isic', '01111', unknown],
    ['isic', '1', unknown],
    ['isic', '', unknown],
    ['tsic', '01111', exact('A')],
    ['tsic', '47190', exact('G')],
    ['tsic', '62010', exact('J')],
    ['tsic', '96309', exact('S')],
    ['tsic', '34000', unknown],
    ['tsic', '471900', unknown],
    ['tsic', 'G47190', exact('G')],
    ['tsic', 'H47190', unknown],
    ['tsic', '๔๗', exact('G')],
    ['tsic', '๔๗๑', exact('G')],
    ['tsic', '๔๗๑๙', exact('G')],
    ['tsic', '๔๗๑๙๐', exact('G')],
    ['tsic', 'G ๔๗๑๙๐', exact('G')],
    ['tsic', 'ｇ', exact('G')],
    ['tsic', '47-190', exact('G')],
    ['tsic', '๔', unknown],
    ['tsic', '๓๔๐๐๐', unknown],
    ['tsic', 'ก47190', unknown],
  ] as const)('%s %s', (scheme, code, answer) => {
    expect(industryOf({ scheme, code })).toEqual(answer);
  });
});

describe('JSIC Rev. 14', () => {
  it('has 20 sections and the major groups 01 to 99', () => {
    expect(JSIC_SECTIONS.join('')).toBe('ABCDEFGHIJKLMNOPQRST');
    expect(JSIC_MAJOR_GROUPS).toEqual(Array.from({ length: 99 }, (_, at) => twoDigits(at + 1)));
  });

  it.each(JSIC_MAJOR_GROUPS)('maps major group %s to sections that exist', (code) => {
    const answer = industryOf({ scheme: 'jsic', code });
    const sections = sectionsOf(answer);
    expect(sections.length).toBeGreaterThan(0);
    expect(sections.every(isIsicSection)).toBe(true);
  });

  it.each([
    ['A', principal('A', 'AN')],
    ['B', mapped('A')],
    ['C', mapped('B')],
    ['D', principal('F', 'CF')],
    ['E', principal('C', 'CD')],
    ['F', principal('D', 'DE')],
    ['G', principal('J', 'JM')],
    ['H', principal('H', 'HN')],
    ['I', mapped('G')],
    ['J', mapped('K')],
    ['K', principal('L', 'HLN')],
    ['L', principal('M', 'KMR')],
    ['M', mapped('I')],
    ['N', ambiguous('JNRST')],
    ['O', principal('P', 'PR')],
    ['P', principal('Q', 'OQ')],
    ['Q', ambiguous('GHKS')],
    ['R', ambiguous('CEGLNSU')],
    ['S', mapped('O')],
    ['T', ambiguous('ABCDEFGHIJKLMNOPQRSTU')],
    ['U', unknown],
  ])('section %s', (code, answer) => {
    expect(industryOf({ scheme: 'jsic', code })).toEqual(answer);
  });

  it.each([
    ['01', principal('A', 'AN')],
    ['011', mapped('A')],
    ['010', principal('A', 'AN')],
    ['014', mapped('N')],
    ['08', principal('F', 'CF')],
    ['084', ambiguous('CF')],
    ['0841', mapped('C')],
    ['09', mapped('C')],
    ['E09', mapped('C')],
    ['F09', unknown],
    ['10', principal('C', 'CD')],
    ['104', mapped('D')],
    ['33', mapped('D')],
    ['36', mapped('E')],
    ['39', mapped('J')],
    ['3921', mapped('J')],
    ['3923', mapped('M')],
    ['41', principal('J', 'JM')],
    ['410', principal('J', 'JM')],
    ['4109', principal('J', 'JM')],
    ['413', mapped('J')],
    ['415', mapped('M')],
    ['45', principal('H', 'HN')],
    ['454', ambiguous('HN')],
    ['69', principal('L', 'HL')],
    ['693', mapped('H')],
    ['72', principal('M', 'KMR')],
    ['728', ambiguous('KM')],
    ['7281', mapped('M')],
    ['7282', mapped('K')],
    ['76', mapped('I')],
    ['79', ambiguous('NST')],
    ['80', principal('R', 'JR')],
    ['801', mapped('J')],
    ['82', principal('P', 'PR')],
    ['831', mapped('Q')],
    ['8361', mapped('C')],
    ['85', principal('Q', 'OQ')],
    ['86', ambiguous('HK')],
    ['87', ambiguous('GKS')],
    ['89', mapped('G')],
    ['90', ambiguous('CS')],
    ['901', mapped('C')],
    ['95', ambiguous('CLNS')],
    ['96', mapped('U')],
    ['00', unknown],
    ['018', unknown],
    ['0189', unknown],
    ['01111', unknown],
  ])('code %s', (code, answer) => {
    expect(industryOf({ scheme: 'jsic', code })).toEqual(answer);
  });

  it('names as principal one of the sections in which the code lies, and only of several', () => {
    const codes = [
      ...JSIC_SECTIONS,
      ...Array.from({ length: 1000 }, (_, at) => String(at).padStart(3, '0')),
      ...JSIC_MAJOR_GROUPS,
    ];
    const named = codes
      .map((code) => industryOf({ scheme: 'jsic', code }))
      .flatMap((each) => ('certainty' in each && each.certainty === 'principal' ? [each] : []));
    expect(named.length).toBeGreaterThan(20);
    for (const { section, candidates } of named) {
      expect(candidates).toContain(section);
      expect(candidates.length).toBeGreaterThan(1);
    }
  });

  it('is not read as ISIC: the same letter and digits mean other things', () => {
    expect(industryOf({ scheme: 'jsic', code: 'I' })).toEqual(mapped('G'));
    expect(industryOf({ scheme: 'jsic', code: '62' })).toEqual(mapped('K'));
    expect(industryOf({ scheme: 'isic', code: '62' })).toEqual(exact('J'));
  });
});

describe('plainIndustryCode', () => {
  it.each([
    ['tsic', '๔๗๑๙๐', '47190'],
    ['tsic', 'G47190', '47190'],
    ['jsic', 'Ｐ８３', '83'],
    ['jsic', 'ｅ', 'E'],
    ['isic', 'c 10.71', '1071'],
    ['isic', ' C ', 'C'],
    ['isic', 'D10', null],
    ['isic', 'nonsense', null],
  ] as const)('%s %s is kept as %s', (scheme, code, kept) => {
    expect(plainIndustryCode({ scheme, code })).toBe(kept);
  });
});

describe('industryOf', () => {
  const scheme = fc.constantFrom(...INDUSTRY_SCHEMES);

  it('judges any text without throwing', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'toString'));
    fc.assert(
      fc.property(scheme, texts, (asked, code) => {
        const answer = industryOf({ scheme: asked, code });
        expect('section' in answer || ['unknown-code', 'ambiguous'].includes(answer.fault)).toBe(
          true,
        );
      }),
    );
  });

  it('reads Thai and full-width digits and letters as plain ones', () => {
    fc.assert(
      fc.property(scheme, fc.stringMatching(/^[A-U]?[0-9]{0,5}$/), (asked, code) => {
        const plain = industryOf({ scheme: asked, code });
        for (const typed of [inThai(code), fullWidth(code), code.toLowerCase(), ` ${code} `]) {
          expect(industryOf({ scheme: asked, code: typed })).toEqual(plain);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves open, at two JSIC digits, every section that three digits lead to', () => {
    const possible = (code: string) => sectionsOf(industryOf({ scheme: 'jsic', code }));
    for (let code = 10; code <= 999; code += 1) {
      const typed = String(code).padStart(3, '0');
      expect(possible(typed.slice(0, 2))).toEqual(expect.arrayContaining([...possible(typed)]));
    }
  });
});

describe('the names of the sections', () => {
  it('are those of the reports, in three languages', () => {
    const words = { th: th.industry, ja: ja.industry, en: en.industry };
    for (const locale of LOCALES) {
      const names = ISIC_SECTIONS.map((section) => [section, ISIC_SECTION_NAMES[section][locale]]);
      expect(Object.fromEntries(names)).toEqual(words[locale]);
    }
  });
});
