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

/** Items that follow from another item of the same row: its id and their ratio. */
export const FOLLOWING: Readonly<Record<string, readonly [item: string, ratio: number]>> = {
  'smoking-men': ['smoking', 1.5],
  'smoking-women': ['smoking', 0.2],
};

/** The part of the employees whom a rate is about, by table item; the others are about all. */
export const CONCERNED: Readonly<Record<string, number>> = {
  completion: 0.3,
  returned: 0.02,
  'new-hires-leaving': 0.15,
  screening: 0.5,
  use: 0.8,
};

/** Headcounts that no law of the company fixes: shares of the employees at the lowest and highest level. */
export const HEADCOUNT_SHARES: Readonly<Record<string, Range>> = {
  outsourced: [0.04, 0.25],
  migrant: [0.15, 0.02],
  'n-measured': [0.5, 0.95],
};

/** Figures by table item; amounts of money in baht. */
export const FIGURES: Readonly<Record<string, Range>> = {
  'lost-time': [6, 0.3],
  fatalities: [0, 0],
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
