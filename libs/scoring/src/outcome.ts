import {
  type Answers,
  answerOf,
  type AnswerValue,
  compileCondition,
  isNotApplicable,
  isPerSite,
  type NotApplicable,
  type Organisation,
  type Predicate,
  type Question,
  type QuestionScoring,
} from '@sukoyaka/survey';
import { compileEarning, type Earn, type Earning, partly } from './earn.js';

/**
 * How a question stands: `unknown` = asked and not answered, or it is not yet known whether it is
 * asked; `hidden` = not asked, because of another answer.
 */
export type QuestionState = 'answered' | 'unknown' | 'hidden' | 'not-applicable';

/** One question's part of the score, in points. max = what it adds to the edition's fixed maximum. */
export interface QuestionOutcome {
  readonly state: QuestionState;
  readonly points: number;
  /** Points that an unknown answer or figure could still bring. */
  readonly open: number;
  /** Points that leave the maximum, because the question does not apply. */
  readonly excluded: number;
}

/** A question with scoring, made ready. */
export interface ScoredQuestion {
  readonly question: Question;
  readonly scoring: QuestionScoring;
  readonly max: number;
  readonly subItem: string;
  /** What a plain value earns; for per-site answers, what one site earns. */
  readonly earn: Earn;
  /** Takes the answers of visible questions only. */
  readonly settle: (answers: Answers, organisation: Organisation | undefined) => QuestionOutcome;
}

const HIDDEN: QuestionOutcome = { state: 'hidden', points: 0, open: 0, excluded: 0 };

/** Compiles a question that has scoring; null for one that earns nothing. */
export function compileScoredQuestion(question: Question): ScoredQuestion | null {
  const { scoring } = question;
  const { subItem } = question.tags;
  if (scoring === undefined || subItem === null) return null;
  const earn = compileEarning(question, scoring);
  const visible = question.when ? compileCondition(question.when) : null;
  const settle = compileSettle(question, scoring.max, earn, visible);
  return { question, scoring, max: scoring.max, subItem, earn, settle };
}

function compileSettle(
  question: Question,
  max: number,
  earn: Earn,
  visible: Predicate | null,
): ScoredQuestion['settle'] {
  const unknown: QuestionOutcome = { state: 'unknown', points: 0, open: max, excluded: 0 };
  const notApplicable = notApplicableOutcome(question.notApplicable, max);
  // Read once: the definitions differ in shape, and each look at them costs in the inner loop.
  const { id } = question;
  const mayNotApply = question.notApplicable !== undefined;
  const perSite = question.perSite === true;
  return (answers, organisation) => {
    const value = answerOf(answers, id);
    if (value === undefined) return visible?.(answers) === false ? HIDDEN : unknown;
    if (mayNotApply && isNotApplicable(value)) return notApplicable;
    if (perSite && isPerSite(value)) return overSites(value.sites, max, earn, organisation);
    return earn(value);
  };
}

function notApplicableOutcome(rule: NotApplicable | undefined, max: number): QuestionOutcome {
  const points = rule?.score === 'full' ? max : 0;
  const excluded = rule?.score === 'exclude' ? max : 0;
  return { state: 'not-applicable', points, open: 0, excluded };
}

/** Mean over the sites, weighted by their employees; a site without an answer leaves its share open. */
function overSites(
  values: Readonly<Record<string, AnswerValue>>,
  max: number,
  earn: Earn,
  organisation: Organisation | undefined,
): Earning {
  let points = 0;
  let open = 0;
  for (const { site, share } of siteShares(values, organisation)) {
    const value = Object.hasOwn(values, site) ? values[site] : undefined;
    const earning = value === undefined ? partly(0, max) : earn(value);
    points += share * earning.points;
    open += share * earning.open;
  }
  return partly(points, open);
}

/** Each site's share of the company: by employees, or equal shares where those are not known. */
export function siteShares(
  values: Readonly<Record<string, unknown>>,
  organisation: Organisation | undefined,
): readonly { readonly site: string; readonly share: number }[] {
  const listed = organisation?.sites ?? [];
  const total = listed.reduce((sum, site) => sum + site.employees, 0);
  if (total > 0) return listed.map(({ id, employees }) => ({ site: id, share: employees / total }));
  const sites = listed.length > 0 ? listed.map(({ id }) => id) : Object.keys(values);
  return sites.map((site) => ({ site, share: 1 / sites.length }));
}
