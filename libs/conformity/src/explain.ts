import {
  type Answers,
  answerOf,
  type AnswerValue,
  compileCondition,
  type Condition,
  questionsOf,
  type Ternary,
} from '@sukoyaka/survey';
import type { CompiledRules } from './compile.js';

/** The words for three values. */
export type CriterionState = 'met' | 'not-met' | 'unknown';

/** One criterion with what decided it. */
export interface CriterionResult {
  readonly criterion: string;
  readonly state: CriterionState;
  /** The answers that decided it; a question without `answer` is not answered. */
  readonly because: readonly { readonly question: string; readonly answer?: AnswerValue }[];
  /** The shortest way to meet it: conditions on answers that would have to become true. */
  readonly toMeet: readonly LeafCondition[];
}

/** A condition on a single question. */
export type LeafCondition = Exclude<
  Condition,
  { readonly op: 'all' | 'any' | 'at-least' } | { readonly op: 'not' }
>;

export function stateOf(value: Ternary): CriterionState {
  if (value === undefined) return 'unknown';
  return value ? 'met' : 'not-met';
}

/** Every criterion of the rule set, with its reasons, in the order of the rule set's criteria. */
export function explainCriteria(
  compiled: CompiledRules,
  answers: Answers,
): readonly CriterionResult[] {
  const effective = compiled.survey.effective(answers);
  const { criteria } = compiled.states(effective);
  return compiled.rules.criteria.map(({ id, metWhen }) => {
    const state = stateOf(criteria[id]);
    return {
      criterion: id,
      state,
      because: deciders(metWhen, effective).map((question) => reason(question, effective)),
      toMeet: state === 'met' ? [] : shortestWay(metWhen, effective),
    };
  });
}

function reason(question: string, answers: Answers): CriterionResult['because'][number] {
  const answer = answerOf(answers, question);
  return answer === undefined ? { question } : { question, answer };
}

/** The questions whose answers carry the value of the condition, each once. */
function deciders(condition: Condition, answers: Answers): readonly string[] {
  const value = compileCondition(condition)(answers);
  return [...new Set(carriers(condition, value, answers))];
}

function carriers(condition: Condition, value: Ternary, answers: Answers): readonly string[] {
  switch (condition.op) {
    case 'not':
      return carriers(condition.of, value === undefined ? undefined : !value, answers);
    case 'all':
    case 'any':
    case 'at-least': {
      const bearing = condition.of.filter((part) => compileCondition(part)(answers) === value);
      const parts = bearing.length > 0 ? bearing : condition.of;
      return parts.flatMap((part) => carriers(part, compileCondition(part)(answers), answers));
    }
    default:
      return questionsOf(condition);
  }
}

/** The fewest single conditions that, once true, make `condition` true; [] where it is, or no way is known. */
export function shortestWay(condition: Condition, answers: Answers): readonly LeafCondition[] {
  if (compileCondition(condition)(answers) === true) return [];
  switch (condition.op) {
    case 'all':
      return condition.of.flatMap((part) => shortestWay(part, answers));
    case 'any':
      return waysByLength(condition.of, answers)[0] ?? [];
    case 'at-least': {
      const met = condition.of.filter((part) => compileCondition(part)(answers) === true).length;
      return waysByLength(condition.of, answers)
        .slice(0, condition.count - met)
        .flat();
    }
    case 'not':
      return [];
    default:
      return [condition];
  }
}

function waysByLength(
  parts: readonly Condition[],
  answers: Answers,
): readonly (readonly LeafCondition[])[] {
  return parts
    .filter((part) => compileCondition(part)(answers) !== true)
    .map((part) => shortestWay(part, answers))
    .filter((way) => way.length > 0)
    .toSorted((a, b) => a.length - b.length);
}
