import {
  type Answers,
  answerOf,
  type CompiledSurvey,
  compileCondition,
  isNotApplicable,
  type Predicate,
  type Ternary,
} from '@sukoyaka/survey';
import { type CriterionStates, decide, type Verdict } from './decide.js';
import type { CriterionRule, GateRule, RuleSet } from './rule-set.js';

/** A rule set bound to its survey, ready for any number of companies. */
export interface CompiledRules {
  readonly rules: RuleSet;
  readonly survey: CompiledSurvey;
  /** What validated answers say of each criterion and gate (they hold none to hidden questions). */
  states(answers: Answers): CriterionStates;
  /** The decision on validated answers. */
  decide(answers: Answers): Verdict;
}

/** Compiles a rule set over the survey whose answers it reads. */
export function compileRules(rules: RuleSet, survey: CompiledSurvey): CompiledRules {
  const criteria = rules.criteria.map((rule) => [rule.id, compileCriterion(rule)] as const);
  const gates = rules.gates.map((rule) => [rule.id, compileGate(rule, survey)] as const);
  const states = (answers: Answers): CriterionStates => {
    return { criteria: evaluate(criteria, answers), gates: evaluate(gates, answers) };
  };
  return { rules, survey, states, decide: (answers) => decide(rules, states(answers)) };
}

function evaluate(
  predicates: readonly (readonly [string, Predicate])[],
  answers: Answers,
): Readonly<Record<string, Ternary>> {
  const states: Record<string, Ternary> = {};
  for (const [id, predicate] of predicates) states[id] = predicate(answers);
  return states;
}

const COUNTS_AS = { met: true, 'not-met': false, unknown: undefined } as const;

function compileCriterion({ metWhen, notApplicable }: CriterionRule): Predicate {
  const met = compileCondition(metWhen);
  if (!notApplicable) return met;
  const { questions, countsAs } = notApplicable;
  return (answers) => {
    const exempt = questions.some((id) => isNotApplicable(answerOf(answers, id)));
    return exempt ? COUNTS_AS[countsAs] : met(answers);
  };
}

/** A draft with mandatory questions still open is not refused: the gate is unknown until they are answered. */
function compileGate({ when }: GateRule, survey: CompiledSurvey): Predicate {
  if (when !== 'mandatory-complete') return compileCondition(when);
  const mandatory = survey.questions.filter((question) => question.mandatory);
  const asked = mandatory.map(({ id, when: shown }) => ({
    id,
    visible: shown ? compileCondition(shown) : null,
  }));
  return (answers) => {
    for (const { id, visible } of asked) {
      if (answerOf(answers, id) !== undefined) continue;
      if (visible === null || visible(answers) !== false) return undefined;
    }
    return true;
  };
}
