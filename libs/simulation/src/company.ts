import type { Locale } from '@sukoyaka/kernel';
import type { Edition, Organisation, Site } from '@sukoyaka/survey';
import { type Circumstances, circumstancesOf } from './circumstances.js';
import { Random, within } from './random.js';

/** What makes a synthetic company: everything that its answers are drawn from. */
export interface Company extends Circumstances {
  readonly organisation: Organisation & {
    readonly employees: number;
    readonly sites: readonly Site[];
  };
  readonly language: Locale;
  readonly currency: string;
  /** The industry by which Japan sets its size classes (option id of the surveys). */
  readonly divisionIndustry: string;
  readonly women: number;
  readonly aged40: number;
  readonly aged60: number;
  /** ISO date on which the period of the answers ends. */
  readonly periodEnd: string;
  /** The latest year for which the company has figures. */
  readonly latestYear: number;
  /** About normal over companies, mean 0: how far the company has come. */
  readonly maturity: number;
  /** The same, per pillar: correlated with the maturity. */
  readonly pillars: ReadonlyMap<string, number>;
  /** Share of optional questions that are left open, 0–1. */
  readonly gaps: number;
  /** Whether rates are given as counts rather than as percentages. */
  readonly countsRates: boolean;
}

type Weights<T = string> = readonly (readonly [T, number])[];

const COUNTRIES: Weights = [
  ['TH', 60],
  ['VN', 10],
  ['ID', 8],
  ['MY', 7],
  ['PH', 6],
  ['SG', 4],
  ['JP', 5],
];

const CURRENCIES: Readonly<Record<string, string>> = {
  TH: 'THB',
  VN: 'VND',
  ID: 'IDR',
  MY: 'MYR',
  PH: 'PHP',
  SG: 'SGD',
  JP: 'JPY',
};

/** ISIC Rev. 4 sections, about as they occur among ASEAN's employers. */
const SECTIONS: Weights = [
  ['C', 42],
  ['G', 14],
  ['F', 7],
  ['H', 6],
  ['I', 6],
  ['J', 5],
  ['K', 4],
  ['M', 4],
  ['N', 4],
  ['Q', 4],
  ['P', 2],
  ['D', 1],
  ['O', 1],
];

/** Japan's size-class industries of an ISIC section: food service counts as retail, hotels as services. */
const DIVISION_INDUSTRIES: Readonly<Record<string, Weights>> = {
  G: [
    ['wholesale', 1],
    ['retail', 1],
  ],
  I: [
    ['retail', 2],
    ['services', 1],
  ],
  M: [['services', 1]],
  N: [['services', 1]],
  P: [['medical-social-association', 1]],
  Q: [['medical-social-association', 1]],
  O: [['local-government-public', 1]],
};
const OTHER_INDUSTRY = 'manufacturing-and-other';

/** Employees from which a company belongs to the large division (published). */
const LARGE_FROM: Readonly<Record<string, number>> = {
  [OTHER_INDUSTRY]: 301,
  'local-government-public': 301,
  wholesale: 101,
  retail: 51,
  services: 101,
  'medical-social-association': 101,
};

/**
 * Twentieths of a log-normal distribution of sizes within a division: multiples of the division's
 * bound for large companies, shares of it for small ones.
 */
const LARGE_SIZES = [
  1, 1.1, 1.2, 1.32, 1.45, 1.6, 1.8, 2, 2.25, 2.55, 2.9, 3.3, 3.8, 4.4, 5.2, 6.2, 7.6, 9.8, 13.5,
  22, 60,
];
const SMALL_SIZES = [
  0.02, 0.035, 0.05, 0.06, 0.075, 0.09, 0.11, 0.13, 0.155, 0.18, 0.21, 0.25, 0.29, 0.34, 0.4, 0.47,
  0.55, 0.65, 0.77, 0.9, 1,
];

/** How much of the maturity a pillar shares, and how much is its own. */
const SHARED = 0.85;
const OWN = 0.5;

/** Company number `index` (1-based) of a seed; independent of how many are simulated. */
export function createCompany(edition: Edition, seed: string, index: number): Company {
  const random = Random.of(`${seed}/${edition.id}/${index}`);
  const country = random.weighted(COUNTRIES);
  const industry = random.weighted(SECTIONS);
  const divisionIndustry = random.weighted(DIVISION_INDUSTRIES[industry] ?? [[OTHER_INDUSTRY, 1]]);
  const employees = sizeOf(edition.division, divisionIndustry, random);
  const language = languageOf(country);
  const periodEnd = random.chance(0.6) ? `${edition.year - 1}-12-31` : `${edition.year}-03-31`;
  const women = Math.round(employees * within(0, 1, 0.42 + 0.16 * random.normal()));
  const aged40 = Math.round(employees * within(0.02, 0.95, 0.35 + 0.12 * random.normal()));
  const aged60 = Math.min(
    aged40,
    Math.round(employees * within(0, 0.3, 0.04 + 0.04 * random.normal())),
  );
  const sites = sitesOf(employees, language, random);
  const name = `${COMPANY_NAME[language]} ${String(index).padStart(4, '0')}`;
  return {
    organisation: { name, country, industry, employees, sites, synthetic: true },
    language,
    currency: CURRENCIES[country] ?? 'USD',
    divisionIndustry,
    women,
    aged40,
    aged60,
    periodEnd,
    latestYear: edition.year - 1,
    ...characterOf(edition, random),
    ...circumstancesOf(country, employees, largestOf(sites), random),
  };
}

const COMPANY_NAME: Readonly<Record<Locale, string>> = {
  en: 'Synthetic Company',
  ja: '合成企業',
  th: 'บริษัทสมมติ',
};

const SITE_NAME: Readonly<Record<Locale, string>> = {
  en: 'Synthetic site',
  ja: '合成事業場',
  th: 'สถานประกอบการสมมติ',
};

function languageOf(country: string): Locale {
  if (country === 'TH') return 'th';
  return country === 'JP' ? 'ja' : 'en';
}

function characterOf(
  edition: Edition,
  random: Random,
): Pick<Company, 'maturity' | 'pillars' | 'gaps' | 'countsRates'> {
  const maturity = random.normal();
  const names = [...new Set(edition.sections.flatMap(({ pillar }) => pillar ?? []))];
  const pillars = new Map(
    names.map((pillar) => [pillar, SHARED * maturity + OWN * random.normal()]),
  );
  const gaps = random.chance(0.45) ? 0 : random.between(0.01, 0.2);
  return { maturity, pillars, gaps, countsRates: random.chance(0.7) };
}

function sizeOf(division: Edition['division'], industry: string, random: Random): number {
  const bound = LARGE_FROM[industry] ?? 301;
  if (division === 'large') return Math.round(bound * quantile(LARGE_SIZES, random.unit()));
  return within(2, bound - 1, Math.round((bound - 1) * quantile(SMALL_SIZES, random.unit())));
}

/** The value of a distribution, given by equally spaced quantiles, at `share` (0–1). */
function quantile(table: readonly number[], share: number): number {
  const position = share * (table.length - 1);
  const index = Math.min(Math.floor(position), table.length - 2);
  const low = table[index] as number;
  const high = table[index + 1] as number;
  return low + (position - index) * (high - low);
}

const MOST_SITES = 6;
/** Fewer people are no site of their own, unless the whole company is smaller. */
const LEAST_AT_SITE = 5;

/** Sites whose employees add up to the company's. */
function sitesOf(employees: number, language: Locale, random: Random): readonly Site[] {
  const wanted = 1 + Math.floor(random.unit() * random.unit() * MOST_SITES);
  const count = within(1, Math.max(1, Math.floor(employees / LEAST_AT_SITE)), wanted);
  const shares = Array.from({ length: count }, (_, k) => (k === 0 ? 2 : 0.2) + random.unit());
  const total = shares.reduce((sum, share) => sum + share, 0);
  const spread = employees - count * LEAST_AT_SITE;
  const sizes = shares.map((share) => LEAST_AT_SITE + Math.floor((spread * share) / total));
  const others = sizes.slice(1).reduce((sum, size) => sum + size, 0);
  return sizes.map((size, k) => ({
    id: `site-${k + 1}`,
    name: `${SITE_NAME[language]} ${k + 1}`,
    employees: k === 0 ? employees - others : size,
  }));
}

function largestOf(sites: readonly Site[]): number {
  return Math.max(...sites.map(({ employees }) => employees));
}
