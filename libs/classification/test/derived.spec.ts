import { describe, expect, it } from '@jest/globals';
import {
  businessClassesOf,
  japaneseDivisionOf,
  japaneseDivisionRules,
  JSIC_MAJOR_GROUPS,
  OWNERSHIP_GROUPS,
  ownershipGroupOf,
  OWNERSHIPS,
  SIZE_CLASSES,
  sizeClassOf,
  type IndustryCode,
} from '@sukoyaka/classification';
import fc from 'fast-check';
import published from '../../../surveys/jp-hpm-2026.json' with { type: 'json' };

const RULES = japaneseDivisionRules(2026);

describe('sizeClassOf', () => {
  it.each([
    [1, '1-49'],
    [49, '1-49'],
    [50, '50-299'],
    [299, '50-299'],
    [300, '300-999'],
    [999, '300-999'],
    [1000, '1000+'],
    [10_000_000, '1000+'],
  ])('%d employees: %s', (employees, size) => {
    expect(sizeClassOf(employees)).toBe(size);
  });

  it.each([0, -1, 1.5, NaN, Infinity])('refuses %d employees', (employees) => {
    expect(() => sizeClassOf(employees)).toThrow(RangeError);
  });

  it('never puts the larger into a smaller class', () => {
    const headcount = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(headcount, headcount, (one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const rank = (employees: number) => SIZE_CLASSES.indexOf(sizeClassOf(employees));
        expect(rank(less)).toBeLessThanOrEqual(rank(more));
      }),
    );
  });
});

describe('ownershipGroupOf', () => {
  it('puts every ownership into one of three groups', () => {
    expect(Object.fromEntries(OWNERSHIPS.map((each) => [each, ownershipGroupOf(each)]))).toEqual({
      local: 'domestic',
      'state-owned': 'domestic',
      'japanese-affiliate': 'japanese-affiliated',
      'foreign-affiliate': 'other',
      'joint-venture': 'other',
    });
    expect(new Set(OWNERSHIPS.map(ownershipGroupOf))).toEqual(new Set(OWNERSHIP_GROUPS));
  });
});

const jsic = (code: string): IndustryCode => ({ scheme: 'jsic', code });
const isic = (code: string): IndustryCode => ({ scheme: 'isic', code });
const tsic = (code: string): IndustryCode => ({ scheme: 'tsic', code });
const [M, W, R, S] = ['manufacturing-and-other', 'wholesale', 'retail', 'services'];

describe('businessClassesOf', () => {
  it.each([
    [jsic('09'), [M]],
    [jsic('E'), [M]],
    [jsic('50'), [W]],
    [jsic('551'), [W]],
    [jsic('56'), [R]],
    [jsic('76'), [R]],
    [jsic('771'), [R]],
    [jsic('75'), [S]],
    [jsic('I'), [W, R]],
    [jsic('38'), [S]],
    [jsic('39'), [S]],
    [jsic('40'), [M]],
    [jsic('41'), [M, S]],
    [jsic('411'), [S]],
    [jsic('4111'), [S]],
    [jsic('413'), [M]],
    [jsic('69'), [M, S]],
    [jsic('693'), [S]],
    [jsic('70'), [S]],
    [jsic('791'), [M]],
    [jsic('792'), [S]],
    [jsic('83'), [S]],
    [jsic('97'), [M]],
    [isic('C'), [M]],
    [isic('10'), [M]],
    [isic('33'), [M, S]],
    [isic('G'), [W, R, S]],
    [isic('45'), [W, R, S]],
    [isic('4520'), [S]],
    [isic('46'), [W]],
    [isic('4711'), [R]],
    [isic('I'), [R, S]],
    [isic('5510'), [S]],
    [isic('5610'), [R]],
    [isic('62'), [S]],
    [isic('6420'), [S]],
    [isic('6411'), [M]],
    [isic('7911'), [M]],
    [isic('Q'), [S]],
    [tsic('47190'), [R]],
    [tsic('G'), [W, R, S]],
    [tsic('45201'), [W, R, S]],
    [isic('04'), [M, W, R, S]],
    [null, [M, W, R, S]],
  ])('%j', (industry, classes) => {
    expect(businessClassesOf(industry, RULES)).toEqual(classes);
  });

  it.each(JSIC_MAJOR_GROUPS)('has a class for JSIC %s', (code) => {
    expect(businessClassesOf(jsic(code), RULES).length).toBeGreaterThan(0);
  });

  it('names no class that has no threshold', () => {
    const named = [RULES.jsic, RULES.isic].flatMap(({ classes }) => Object.values(classes).flat());
    expect(new Set(named)).toEqual(new Set([M, W, R, S]));
    expect(Object.keys(RULES.thresholds.largeFromEmployees)).toEqual(expect.arrayContaining(named));
  });
});

describe('japaneseDivisionRules', () => {
  it.each([
    ['of the year, where there are any', 2026, 2026],
    ['of the first year, before there were any', 2025, 2026],
  ])('are those %s', (_, year, inForce) => {
    expect(japaneseDivisionRules(year).year).toBe(inForce);
  });

  it('stay in force until later ones are', () => {
    const years = Array.from({ length: 20 }, (_, k) => japaneseDivisionRules(2026 + k).year);
    expect(years).toEqual(years.toSorted());
    for (const [k, year] of years.entries()) expect(year).toBeLessThanOrEqual(2026 + k);
  });
});

describe('japaneseDivisionOf', () => {
  it('rests on the thresholds of the reference criteria', () => {
    expect(RULES.year).toBe(published.year);
    expect(RULES.thresholds.largeFromEmployees).toEqual(published.sizeClasses.large_from_employees);
  });

  it.each([
    [jsic('09'), 300, 'sme'],
    [jsic('09'), 301, 'large'],
    [jsic('50'), 100, 'sme'],
    [jsic('50'), 101, 'large'],
    [jsic('56'), 50, 'sme'],
    [jsic('56'), 51, 'large'],
    [jsic('75'), 100, 'sme'],
    [jsic('75'), 101, 'large'],
    [isic('C'), 300, 'sme'],
    [isic('C'), 301, 'large'],
    [isic('46'), 101, 'large'],
    [isic('47'), 51, 'large'],
    [isic('G'), 50, 'sme'],
    [isic('G'), 51, 'unknown'],
    [isic('G'), 100, 'unknown'],
    [isic('G'), 101, 'large'],
    [isic('45'), 60, 'unknown'],
    [jsic('41'), 100, 'sme'],
    [jsic('41'), 101, 'unknown'],
    [jsic('41'), 300, 'unknown'],
    [jsic('41'), 301, 'large'],
    [null, 50, 'sme'],
    [null, 51, 'unknown'],
    [null, 300, 'unknown'],
    [null, 301, 'large'],
    [jsic('nonsense'), 200, 'unknown'],
    [jsic('09'), null, 'unknown'],
    [jsic('09'), 0, 'unknown'],
    [jsic('09'), 1.5, 'unknown'],
  ])('%j with %p employees: %s', (industry, employees, division) => {
    expect(japaneseDivisionOf({ industry, employees }, RULES)).toBe(division);
  });

  it.each([
    ['medical-social-association', 100, 'sme'],
    ['medical-social-association', 101, 'large'],
    ['local-government-public', 300, 'sme'],
    ['local-government-public', 301, 'large'],
  ] as const)('%s with %d employees: %s, whatever its industry', (kind, employees, division) => {
    for (const industry of [null, jsic('56'), isic('C')]) {
      expect(japaneseDivisionOf({ industry, employees, kind }, RULES)).toBe(division);
    }
  });

  it('follows the rules that it is given', () => {
    const largeFromEmployees = { ...RULES.thresholds.largeFromEmployees, retail: 61 };
    const rules = { ...RULES, year: 2027, thresholds: { largeFromEmployees } };
    expect(japaneseDivisionOf({ industry: jsic('56'), employees: 60 }, rules)).toBe('sme');
  });

  it('never makes the larger of two SME when the smaller is large', () => {
    const headcount = fc.integer({ min: 1, max: 400 });
    const code = fc.stringMatching(/^([A-U]|[0-9]{2,4})$/);
    fc.assert(
      fc.property(
        fc.constantFrom(jsic, isic, tsic),
        code,
        headcount,
        headcount,
        (as, c, one, two) => {
          const [less, more] = one < two ? [one, two] : [two, one];
          const of = (employees: number) =>
            japaneseDivisionOf({ industry: as(c), employees }, RULES);
          expect(of(less) === 'large' && of(more) !== 'large').toBe(false);
          expect(of(more) === 'sme' && of(less) !== 'sme').toBe(false);
        },
      ),
    );
  });
});
