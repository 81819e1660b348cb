import {
  type Answers,
  answerOf,
  type AnswerValue,
  type PercentageQuestion,
  type PlainValue,
  type Question,
  type SingleQuestion,
  type TextQuestion,
} from '@sukoyaka/survey';
import type { Company } from '../company.js';
import { factOf, mustChoose, reasonOf, TOO_FEW } from '../facts.js';
import { type Random, within } from '../random.js';
import { agreeing } from './agreement.js';
import { chooseAny, chooseOne, chooseSeveral, progressAt } from './choices.js';
import { concerned } from './concerned.js';
import { inRange, numberFigure, onSteps, rate, rateRange } from './figures.js';
import { applicabilityKnown, ledReason, plausible } from './linked.js';
import { USUAL_MEANING } from './ranges.js';
import { consent, documents, freeText, toldText } from './words.js';
import { yearTable } from './year-table.js';

/** How far questions of one pillar lie apart within a company. */
const QUESTION_SPREAD = 0.75;
/** Level of the average company, and what one standard deviation of its traits is worth. */
const AVERAGE_LEVEL = 0.53;
const LEVEL_PER_TRAIT = 0.2;

/** A question, ready to be answered by any company. */
export interface Asked {
  readonly question: Question;
  readonly pillar: string | null;
  /** For a question that asks what figures mean: the question that names their instrument. */
  readonly instrumentQuestion?: string;
}

/** Who answers, after which answers, by which random numbers. */
export interface Situation {
  readonly company: Company;
  readonly given: Answers;
  readonly random: Random;
}

/** The company's answer to a question that it sees; undefined where it leaves it open. */
export function answer(asked: Asked, situation: Situation): AnswerValue | undefined {
  const { company, given } = situation;
  const fact = factOf(asked.question, company);
  if (fact !== undefined) return fact;
  const question = agreeing(asked.question, company, given);
  return question === null ? undefined : answerFreely({ ...asked, question }, situation);
}

function answerFreely(asked: Asked, situation: Situation): AnswerValue | undefined {
  const { question, pillar } = asked;
  const { company, given, random } = situation;
  const reason = applicabilityKnown(question, given)
    ? ledReason(question, given)
    : reasonOf(question, company, random);
  if (reason !== undefined) return { notApplicable: reason };
  if (random.chance(question.mandatory ? company.gaps / 8 : company.gaps)) return undefined;
  const trait = (pillar === null ? undefined : company.pillars.get(pillar)) ?? company.maturity;
  if (question.perSite) return overSites(asked, trait, situation);
  return plain(asked, levelOf(trait, random), situation) ?? tooFew(question);
}

/** "Not applicable" to a table of which every year is about too few people to be told. */
function tooFew({ type, notApplicable }: Question): AnswerValue | undefined {
  const offered = type === 'year-table' && notApplicable?.reasons.some(({ id }) => id === TOO_FEW);
  return offered ? { notApplicable: TOO_FEW } : undefined;
}

function levelOf(trait: number, random: Random): number {
  const z = trait + QUESTION_SPREAD * random.normal();
  return within(0, 0.999, AVERAGE_LEVEL + LEVEL_PER_TRAIT * z);
}

function overSites(asked: Asked, trait: number, situation: Situation): AnswerValue | undefined {
  const { company, random } = situation;
  const answered = company.organisation.sites.flatMap((site) => {
    const value = plain(asked, levelOf(trait, random), situation);
    return value === undefined ? [] : [[site.id, value] as const];
  });
  return answered.length > 0 ? { sites: Object.fromEntries(answered) } : undefined;
}

function plain(asked: Asked, level: number, situation: Situation): PlainValue | undefined {
  const { question } = asked;
  const { company, given, random } = situation;
  switch (question.type) {
    case 'single':
      return single(question, asked, level, situation);
    case 'multiple':
      return chooseSeveral(question, level, random, (id) => mustChoose(id, company));
    case 'yes-progress-no':
      return progressAt(level);
    case 'number':
      return numberFigure(question, level, company);
    case 'percentage':
      return percentage(question, level, situation);
    case 'year-table':
      return yearTable(question, { company, given, level, random, ...measuredBy(question, given) });
    case 'date':
      return question.max;
    case 'text':
      return toldText(question, company, given) ?? maybeText(question, level, situation);
    case 'evidence':
      return random.chance(0.2 + 0.7 * level) ? documents(question, company, level) : undefined;
    case 'consent':
      return consent(question, company, random);
  }
}

function maybeText(
  question: TextQuestion,
  level: number,
  { company, random }: Situation,
): string | undefined {
  return random.chance(0.3 + 0.6 * level) ? freeText(question, company, random) : undefined;
}

function percentage(
  { id, scoring, leastPeople = 1 }: PercentageQuestion,
  level: number,
  { company, given, random }: Situation,
): PlainValue | undefined {
  const people = concerned(id, id, { company, given, yearsBack: 0 });
  if (people < leastPeople) return undefined;
  const percent = scoring?.by === 'steps' ? onSteps(scoring, level) : inRange(rateRange(id), level);
  return rate(percent, people, company, random);
}

function single(
  question: SingleQuestion,
  { instrumentQuestion }: Asked,
  level: number,
  { given, random }: Situation,
): string | undefined {
  const instrument = instrumentQuestion && answerOf(given, instrumentQuestion);
  const meaning = typeof instrument === 'string' ? USUAL_MEANING[instrument] : undefined;
  if (question.options.some(({ id }) => id === meaning)) return meaning;
  const scored = question.options.some(({ points }) => points !== undefined);
  return scored ? chooseOne(question, level) : chooseAny(plausible(question, given), level, random);
}

/** The instrument and meaning that the company has stated for a table's figures. */
function measuredBy(
  { tags }: Question,
  given: Answers,
): { readonly instrument?: string; readonly direction?: string } {
  const { instrument, direction } = tags.measuredBy ?? {};
  const named = instrument === undefined ? undefined : answerOf(given, instrument);
  const meant = direction === undefined ? undefined : answerOf(given, direction);
  return {
    ...(typeof named === 'string' ? { instrument: named } : {}),
    ...(typeof meant === 'string' ? { direction: meant } : {}),
  };
}
