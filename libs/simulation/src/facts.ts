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
};

/** Duties that nearly every company that takes part fulfils: weights by option id. */
const DUTIES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'answers-scope': [
    ['whole-entity', 96],
    ['part-of-entity', 4],
  ],
  'no-prosecution': [
    ['none', 98],
    ['prosecuted', 2],
  ],
  'statutory-checkups-done': [
    ['yes', 94],
    ['no', 3],
    ['not-obliged', 3],
  ],
  'statutory-stress-check-done': [
    ['not-obliged', 60],
    ['yes', 36],
    ['no', 4],
  ],
  'safety-roles-in-place': [
    ['yes', 93],
    ['no', 4],
    ['not-obliged', 3],
  ],
};

function hasSmallSite({ organisation }: Company): boolean {
  return organisation.sites.some(({ employees }) => employees < 50);
}

/** The answer that the company's facts or duties give, where the question can hold it. */
export function factOf(
  question: Question,
  company: Company,
  random: Random,
): AnswerValue | undefined {
  const fact = Object.hasOwn(FACTS, question.id) ? FACTS[question.id]?.(company) : undefined;
  const duty = Object.hasOwn(DUTIES, question.id) ? DUTIES[question.id] : undefined;
  const value = fact ?? (duty && random.weighted(duty));
  return value !== undefined && canHold(question, value) ? value : undefined;
}

function canHold(question: Question, value: AnswerValue): boolean {
  switch (question.type) {
    case 'single':
      return question.options.some(({ id }) => id === value);
    case 'number':
      return typeof value === 'number' && value >= question.min && value <= question.max;
    case 'date':
      return typeof value === 'string' && value >= question.min && value <= question.max;
    default:
      return false;
  }
}

/** Reasons for "not applicable" that hold exactly when a fact does. */
const REASON_FACTS: Readonly<Record<string, (company: Company) => boolean>> = {
  'no-women': ({ women }) => women === 0,
  'no-aged-60': ({ aged60 }) => aged60 === 0,
  'under-50': ({ organisation }) => organisation.employees < 50,
  'no-site-under-50': (company) => !hasSmallSite(company),
};

/** How often other reasons hold, by reason id. */
const REASON_SHARES: Readonly<Record<string, number>> = {
  'no-canteen': 0.3,
  'no-group': 0.25,
  'no-heat-work': 0.25,
  'none-employed': 0.2,
  'no-long-hours': 0.12,
  'no-channel': 0.12,
  'no-data': 0.15,
  'no-entitlement': 0.05,
  'no-smokers': 0.03,
};
const OTHER_SHARE = 0.04;

/** A reason for which the question does not apply to the company; undefined when it applies. */
export function reasonOf(question: Question, company: Company, random: Random): string | undefined {
  for (const { id } of question.notApplicable?.reasons ?? []) {
    const fact = Object.hasOwn(REASON_FACTS, id) ? REASON_FACTS[id] : undefined;
    const holds = fact ? fact(company) : random.chance(REASON_SHARES[id] ?? OTHER_SHARE);
    if (holds) return id;
  }
  return undefined;
}
