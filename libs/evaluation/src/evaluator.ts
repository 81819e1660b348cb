import {
  type CompiledRules,
  compileRules,
  decide,
  explainCriteria,
  pathToConformity,
  type RuleSet,
  stateOf,
} from '@sukoyaka/conformity';
import {
  type CohortStatistics,
  comparisonFor,
  type CompiledScoring,
  compileScoring,
  improvements,
  type ProgrammeStructure,
  standingIn,
  trace,
} from '@sukoyaka/scoring';
import {
  type Answers,
  type AnswerSheet,
  type CompiledSurvey,
  compile,
  type Edition,
} from '@sukoyaka/survey';
import type { Completeness, Evaluation, ReadingResult } from './evaluation.js';
import { outcomeFigures } from './outcome-figures.js';

/** An edition with its scoring and rule sets, ready for any number of sheets. */
export interface Evaluator {
  readonly survey: CompiledSurvey;
  readonly scoring: CompiledScoring;
  readonly rules: readonly CompiledRules[];
  /**
   * Evaluates a sheet that has passed `survey.checkSheet`.
   * @throws DomainError COHORT_OTHER_EDITION when the cohort belongs to another edition.
   */
  evaluate(sheet: AnswerSheet, options?: EvaluationOptions): Evaluation;
}

export interface EvaluationOptions {
  readonly cohort?: CohortStatistics;
  /** How many improvements are listed; default 10. */
  readonly improvements?: number;
}

/** Compiles everything that an evaluation needs. */
export function createEvaluator(
  edition: Edition,
  ruleSets: readonly RuleSet[],
  structure: ProgrammeStructure,
): Evaluator {
  const survey = compile(edition);
  const scoring = compileScoring(survey, structure);
  const rules = ruleSets.map((set) => compileRules(set, survey));
  return {
    survey,
    scoring,
    rules,
    evaluate: (sheet, options = {}) => evaluate({ survey, scoring, rules }, sheet, options),
  };
}

function evaluate(
  { survey, scoring, rules }: Pick<Evaluator, 'survey' | 'scoring' | 'rules'>,
  sheet: AnswerSheet,
  options: EvaluationOptions,
): Evaluation {
  const { edition } = survey;
  const check = survey.checkSheet(sheet);
  const answers = survey.effective(sheet.answers);
  const scores = scoring.score(answers, sheet.organisation);
  const { id, version, year, division, title } = edition;
  return {
    schema: 'sukoyaka-evaluation/1',
    edition: { id, version, year, division, title },
    organisation: sheet.organisation ?? null,
    answers,
    completeness: completenessOf(survey, answers, check.missing),
    warnings: check.problems.filter((problem) => problem.severity === 'warning'),
    scores,
    standing: options.cohort ? standingIn(scores, options.cohort) : null,
    ...(options.cohort?.comparisons
      ? { comparison: comparisonFor(sheet.organisation, options.cohort.comparisons) }
      : {}),
    readings: rules.map((compiled) => readingOf(compiled, answers)),
    improvements: improvements(
      scoring,
      scores,
      { answers, organisation: sheet.organisation },
      options.improvements ?? 10,
    ),
    outcomes: outcomeFigures(survey, answers, sheet.organisation),
    trace: trace(scoring, answers, sheet.organisation),
  };
}

function completenessOf(
  survey: CompiledSurvey,
  answers: Answers,
  missing: readonly string[],
): Completeness {
  const asked = survey.visible(answers);
  const answered = asked.filter((id) => Object.hasOwn(answers, id)).length;
  return { asked: asked.length, answered, missing, complete: missing.length === 0 };
}

function readingOf(compiled: CompiledRules, answers: Answers): ReadingResult {
  const { id, version, reading, title } = compiled.rules;
  const states = compiled.states(answers);
  const verdict = decide(compiled.rules, states);
  const criteria = explainCriteria(compiled, answers);
  return {
    ruleSet: { id, version, reading, title },
    verdict,
    criteria,
    gates: compiled.rules.gates.map((gate) => ({
      gate: gate.id,
      state: stateOf(states.gates[gate.id]),
    })),
    path: pathToConformity(verdict, criteria),
  };
}
