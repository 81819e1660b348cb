import type { AnswerValue, Question } from '@sukoyaka/survey';
import type { Company } from './company.js';
import type { Random } from './random.js';

/** Answers that follow from what the company is, by question id; every edition uses the same ids. */
const FACTS: Readonly<Record<string, (company: Company) => AnswerValue>> = {
  'assessment-period-end': ({ periodEnd }) => periodEnd,
  'japan-division-industry': ({ divisionIndustry }) => divisionIndustry,
  'regular-employees': ({ organisation }) => organisation.employees,
  'site-count': ({ organisation }) => organisation.sites.length,
  'sites-under-50': (company) => (hasSmallSite(company) ? 'yes' : 'no'),
  currency: ({ currency }) => currency,
  'rates-count-whom': () => ['regular-employees'],
};

function hasSmallSite({ organisation }: Company): boolean {
  return organisation.sites.some(({ employees }) => employees < 50);
}

function hasBigSite({ organisation }: Company): boolean {
  return organisation.sites.some(({ employees }) => employees >= 50);
}

function employsOthers({ outsourced, migrants }: Company): boolean {
  return outsourced + migrants > 0;
}

/** The answer that the company's facts or duties give, where the question can hold it. */
export function factOf(question: Question, company: Company): AnswerValue | undefined {
  const fact = Object.hasOwn(FACTS, question.id) ? FACTS[question.id]?.(company) : undefined;
  const value = fact ?? dutyOf(question.id, company);
  return value !== undefined && canHold(question, value) ? value : undefined;
}

/** How the company stands to what the law demands, where question `id` asks that. */
export function dutyOf(id: string, { duties }: Company): string | undefined {
  return Object.hasOwn(duties, id) ? duties[id] : undefined;
}

function canHold(question: Question, value: AnswerValue): boolean {
  switch (question.type) {
    case 'single':
      return question.options.some(({ id }) => id === value);
    case 'multiple':
      return Array.isArray(value) && value.every((id) => question.options.some((o) => o.id === id));
    case 'number':
      return typeof value === 'number' && value >= question.min && value <= question.max;
    case 'date':
      return typeof value === 'string' && value >= question.min && value <= question.max;
    default:
      return false;
  }
}

/** The reason why a table is not given: every year is about too few people to be told. */
export const TOO_FEW = 'fewer-than-10';

/** Reasons for "not applicable" that hold when a fact does: always, or as often as given below. */
const REASON_FACTS: Readonly<Record<string, (company: Company) => boolean>> = {
  'no-women': ({ women }) => women === 0,
  'no-aged-60': ({ aged60 }) => aged60 === 0,
  'under-50': (company) => !hasBigSite(company),
  'no-site-under-50': (company) => !hasSmallSite(company),
  'none-employed': (company) => !employsOthers(company),
  'no-group': ({ inGroup }) => !inGroup,
  'no-smokers': ({ organisation }) => organisation.employees < 50,
  // Whether it holds shows when the figures are drawn.
  [TOO_FEW]: () => false,
};

/** How often reasons hold, by reason id. */
const REASON_SHARES: Readonly<Record<string, number>> = {
  'no-canteen': 0.3,
  'no-heat-work': 0.25,
  'no-long-hours': 0.12,
  'no-channel': 0.12,
  'no-data': 0.15,
  'no-entitlement': 0.05,
  'no-smokers': 0.1,
};
const OTHER_SHARE = 0.04;

/** A reason for which the question does not apply to the company; undefined when it applies. */
export function reasonOf(question: Question, company: Company, random: Random): string | undefined {
  for (const { id } of question.notApplicable?.reasons ?? []) {
    const fact = Object.hasOwn(REASON_FACTS, id) ? REASON_FACTS[id] : undefined;
    const share = REASON_SHARES[id] ?? (fact ? 1 : OTHER_SHARE);
    const holds = (fact?.(company) ?? true) && random.chance(share);
    if (holds) return id;
  }
  return undefined;
}

const among =
  (...countries: readonly string[]) =>
  ({ organisation }: Company): boolean =>
    countries.includes(organisation.country ?? '');

const inGroup = (company: Company): boolean => company.inGroup;
const employsWomen = ({ women }: Company): boolean => women > 0;
const receivesMigrants = (company: Company): boolean =>
  company.migrants > 0 && among('TH', 'MY', 'SG')(company);

/** Options that only some companies can truly choose, by option id. */
const OPTION_FACTS: Readonly<Record<string, (company: Company) => boolean>> = {
  'all-workers': employsOthers,
  outsourced: employsOthers,
  migrant: ({ migrants }) => migrants > 0,
  'group-companies': inGroup,
  'supports-group-companies': inGroup,
  'womens-issues': employsWomen,
  'womens-health': employsWomen,
  'some-sites': ({ organisation }) => organisation.sites.length > 1,
  'sites-from-50': hasBigSite,
  statutory: (company) => dutyOf('statutory-stress-check-done', company) === 'yes',
  'one-report': among('TH'),
  'set-esg-ratings': among('TH'),
  'hotline-1323-told': among('TH'),
  thai: among('TH'),
  vietnamese: among('VN'),
  indonesian: among('ID'),
  malay: among('MY', 'SG'),
  burmese: receivesMigrants,
  khmer: receivesMigrants,
  lao: receivesMigrants,
};

/** The language in which nearly everybody at work reads, by country. */
const HOME_LANGUAGES: Readonly<Record<string, string>> = {
  TH: 'thai',
  VN: 'vietnamese',
  ID: 'indonesian',
  MY: 'malay',
  PH: 'english',
  SG: 'english',
  JP: 'japanese',
};

/** Whether an option is true of the company as surely as its country. */
export function mustChoose(option: string, { organisation }: Company): boolean {
  return HOME_LANGUAGES[organisation.country ?? ''] === option;
}

/** Whether an option can be true of the company. */
export function canChoose(option: string, company: Company): boolean {
  const fact = Object.hasOwn(OPTION_FACTS, option) ? OPTION_FACTS[option] : undefined;
  return fact?.(company) ?? true;
}
