import rules2026 from './data/japanese-divisions-2026.json' with { type: 'json' };
import { plainIndustryCode, type IndustryCode, type IndustryScheme } from './industry.js';
import { sectionOfTsicCode } from './isic.js';
import { jsicSectionOf } from './jsic.js';

/** What an organisation is, where the Japanese criteria look at that before its industry. */
export const ORGANISATION_KINDS = [
  'company',
  'medical-social-association',
  'local-government-public',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export type BusinessClass = 'manufacturing-and-other' | 'wholesale' | 'retail' | 'services';
export type JapaneseDivision = 'large' | 'sme' | 'unknown';

/** Business classes by code: the longest code decides; several where the code does not. */
type ClassTable = Readonly<Record<string, readonly string[]>>;

/** The rules of one year, as data. */
export interface JapaneseDivisionRules {
  readonly year: number;
  readonly thresholds: {
    /** The least headcount of the large division, by business class and kind. */
    readonly largeFromEmployees: Readonly<
      Record<BusinessClass | Exclude<OrganisationKind, 'company'>, number>
    >;
  };
  readonly jsic: { readonly classes: ClassTable };
  /** For TSIC too, whose sections and divisions are the same. */
  readonly isic: { readonly classes: ClassTable };
}

/** The reference criteria, the oldest first. */
const BY_YEAR: readonly [JapaneseDivisionRules, ...JapaneseDivisionRules[]] = [rules2026];

/** The criteria in force in a year (CE): the latest that are of no later one, else the first. */
export function japaneseDivisionRules(year: number): JapaneseDivisionRules {
  return BY_YEAR.findLast((rules) => rules.year <= year) ?? BY_YEAR[0];
}

export interface DivisionFacts {
  /** Null when it is not known. */
  readonly industry: IndustryCode | null;
  /** Headcount of regularly employed staff; null when it is not known. */
  readonly employees: number | null;
  /** A company when absent. */
  readonly kind?: OrganisationKind;
}

const CLASSES: readonly BusinessClass[] = [
  'manufacturing-and-other',
  'wholesale',
  'retail',
  'services',
];

/**
 * Japan's division of an organisation: large from the headcount of its business class on, else SME.
 * ISIC sections do not give those classes (G is wholesale and retail, I retail and services), so
 * give the finest code that is known. Unknown when the classes that the code leaves open, or all of
 * them without a code, disagree at this headcount.
 */
export function japaneseDivisionOf(
  { industry, employees, kind = 'company' }: DivisionFacts,
  rules: JapaneseDivisionRules,
): JapaneseDivision {
  if (employees === null || !Number.isSafeInteger(employees) || employees < 1) return 'unknown';
  const classes = kind === 'company' ? businessClassesOf(industry, rules) : [kind];
  const { largeFromEmployees } = rules.thresholds;
  const isLarge = new Set(classes.map((each) => employees >= largeFromEmployees[each]));
  if (isLarge.size !== 1) return 'unknown';
  return isLarge.has(true) ? 'large' : 'sme';
}

/** The business classes that an industry code leaves open; all of them when it says nothing. */
export function businessClassesOf(
  industry: IndustryCode | null,
  rules: JapaneseDivisionRules,
): readonly BusinessClass[] {
  const code = industry === null ? null : plainIndustryCode(industry);
  if (industry === null || code === null) return CLASSES;
  const table = industry.scheme === 'jsic' ? rules.jsic.classes : rules.isic.classes;
  const step = prefixes(industry.scheme, code).find((each) => Object.hasOwn(table, each));
  return CLASSES.filter((each) => step !== undefined && table[step]?.includes(each));
}

/** What to look a code up by, the longest first and its section last. */
function prefixes(scheme: IndustryScheme, code: string): readonly string[] {
  if (isLetter(code)) return [code];
  if (scheme === 'jsic') return [...shortened(code, 4), jsicSectionOf(code) ?? ''];
  // Below its divisions TSIC has codes of its own.
  const depth = scheme === 'tsic' ? 2 : 4;
  return [...shortened(code, depth), sectionOfTsicCode(code) ?? ''];
}

function shortened(digits: string, depth: number): readonly string[] {
  return [4, 3, 2].filter((length) => length <= depth).map((length) => digits.slice(0, length));
}

function isLetter(code: string): boolean {
  return /^[A-Z]$/.test(code);
}
