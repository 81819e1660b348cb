import type { Group } from '../people.js';

/**
 * Plausible ranges of figures, from a company that has just begun to one that has come far. They make
 * synthetic answers look like answers; nothing is scored or judged by them.
 */
export type Range = readonly [starting: number, advanced: number];

/** Rates in per cent by table item. */
export const RATES: Readonly<Record<string, Range>> = {
  'blood-pressure': [26, 12],
  'blood-sugar': [16, 7],
  lipids: [36, 20],
  'healthy-weight': [54, 70],
  findings: [60, 35],
  'exercise-habit': [14, 42],
  'breakfast-skipping': [36, 12],
  'sleep-rest': [48, 74],
  'risk-drinking': [16, 5],
  'new-hires-leaving': [32, 6],
  mental: [1.6, 0.2],
  physical: [1.4, 0.4],
  returned: [50, 95],
};
export const OTHER_RATE: Range = [20, 80];

/** How many times as often men smoke as women, and the most of either sex that do, in per cent. */
export const SMOKING = { menPerWoman: 7.5, most: 75 } as const;

/** Part of a group, or of those who by another table took part in something. */
export interface Concerned {
  readonly of?: Group | readonly [question: string, item: string];
  readonly share: number;
}

const EXAMINED: Concerned['of'] = ['checkup-participation', 'participation'];

/** Whom rates are about, by question id or question and item; the others are about all employees. */
export const CONCERNED: Readonly<Record<string, Concerned>> = {
  'policy-awareness-rate': { share: 0.8 },
  'entitlement-use': { share: 0.8 },
  'programme-satisfaction': { of: ['programme-participation', 'participation'], share: 0.8 },
  'checkup-findings-rate': { of: EXAMINED, share: 1 },
  'health-risk-rates': { of: EXAMINED, share: 1 },
  'follow-up-completion': { of: EXAMINED, share: 0.25 },
  'guidance-completion': { of: EXAMINED, share: 0.2 },
  'cancer-screening-rate': { of: 'aged-40-plus', share: 1 },
  'womens-screening-rate': { of: 'women', share: 0.6 },
  'high-stress-rate': { of: ['stress-check-participation', 'participation'], share: 1 },
  'habit-rates': { share: 0.85 },
  'smoking-prevalence': { share: 0.85 },
  'smoking-prevalence/smoking-men': { of: 'men', share: 0.85 },
  'smoking-prevalence/smoking-women': { of: 'women', share: 0.85 },
  'return-to-work-results': { share: 0.02 },
  'turnover/new-hires-leaving': { share: 0.15 },
  // Days granted, not people.
  'paid-leave-use': { share: 10 },
};

type Limit =
  | { readonly question: string; readonly item: string }
  /** After "not applicable" for that reason. */
  | { readonly after: string; readonly reason: string; readonly most: number };

const FINDINGS: Limit = { question: 'checkup-findings-rate', item: 'findings' };

/** What figures can't exceed, by question and item: another table’s rates, or a number. */
export const NOT_ABOVE: Readonly<Record<string, Limit>> = {
  'habit-programme-participation/participation': {
    question: 'programme-participation',
    item: 'participation',
  },
  'health-risk-rates/blood-pressure': FINDINGS,
  'health-risk-rates/blood-sugar': FINDINGS,
  'health-risk-rates/lipids': FINDINGS,
  'smoking-prevalence/smoking': { after: 'smoking-cessation', reason: 'no-smokers', most: 0 },
  'overtime-hours/overtime': { after: 'long-hours-care', reason: 'no-long-hours', most: 18 },
};

/** Participation by what is offered to whom, and the duty that leaves hardly anybody out. */
export const OFFERED: Readonly<
  Record<
    string,
    {
      readonly offer: string;
      readonly duty: string;
      readonly ranges: Readonly<Record<string, Range>>;
    }
  >
> = {
  'checkup-participation': {
    offer: 'checkup-offer',
    duty: 'statutory-checkups-done',
    ranges: {
      'risk-work-only': [5, 35],
      part: [35, 70],
      'all-employees': [75, 98],
      'all-workers': [78, 98],
    },
  },
};
export const DUTY_DONE: Range = [95, 100];

/** Of how many people indicators are measured: shares of the employees at the lowest and highest level. */
export const HEADCOUNT_SHARES: Readonly<Record<string, Range>> = {
  'n-measured': [0.5, 0.95],
};

/** Figures by table item or question; amounts of money in baht. */
export const FIGURES: Readonly<Record<string, Range>> = {
  'lost-time': [6, 0.3],
  fatalities: [0, 0],
  'numeric-targets': [1, 9],
  'long-hours-threshold': [80, 45],
  spend: [300, 4500],
  cost: [14000, 9000],
};

/** Figures by unit, where the item is not known. */
export const BY_UNIT: Readonly<Record<string, Range>> = {
  count: [0, 6],
  days: [6, 2],
  hours: [2, 12],
  'hours-per-month': [8, 60],
  minutes: [10, 60],
  points: [40, 75],
  score: [40, 75],
  percent: [20, 80],
  currency: [20000, 900000],
  'currency-per-person': [300, 4500],
  'per-million-hours': [6, 0.3],
};

/** Rough worth of one baht, only to give amounts a plausible size. */
export const PER_BAHT: Readonly<Record<string, number>> = {
  THB: 1,
  JPY: 4.5,
  USD: 0.03,
  SGD: 0.04,
  MYR: 0.13,
  IDR: 480,
  PHP: 1.7,
  VND: 750,
};

/** What the figures of an instrument usually mean. */
export const USUAL_MEANING: Readonly<Record<string, string>> = {
  spq: 'performance',
  'who-hpq-absolute': 'performance',
  'who-hpq-relative': 'performance',
  'qq-method': 'loss',
  wlq: 'loss',
  wfun: 'loss',
};

/** Scores by instrument and, where it is asked, by what they mean. */
export const INSTRUMENTS: Readonly<Record<string, Range>> = {
  'spq/performance': [76, 90],
  'who-hpq-absolute/performance': [52, 70],
  'who-hpq-relative/performance': [0.85, 1.1],
  'qq-method/loss': [38, 14],
  'wlq/loss': [9, 3],
  'wfun/loss': [21, 12],
  'days-lost': [9, 3],
  loss: [30, 12],
  performance: [62, 84],
  'days-per-person-year': [7, 2],
  'percent-of-workdays': [3, 0.8],
  'uwes-9': [2.6, 4.2],
  'uwes-3': [2.6, 4.2],
  'bjsq-engagement': [2.3, 3.1],
  happinometer: [56, 72],
  'own-survey': [52, 80],
};
