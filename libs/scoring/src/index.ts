export {
  type CohortIdentity,
  type CohortStatistics,
  deviationValue,
  type Distribution,
  distribution,
  freezeCohort,
  MINIMUM_FOR_DEVIATION_VALUES,
  MINIMUM_FOR_QUARTERS,
  RANK_BAND,
} from './cohort.js';
export {
  type Comparison,
  type ComparisonDimension,
  comparisonFor,
  type ComparisonGroup,
  type PartScores,
} from './comparisons.js';
export { freezeComparisons, type Protection, type Respondent } from './freeze-comparisons.js';
export { inconsistencyOf } from './cohort-consistency.js';
export {
  type CompiledScoring,
  compileScoring,
  type ProgrammeStructure,
  stageOf,
} from './compile.js';
export { type Improvement, improvements } from './improvements.js';
export type { QuestionOutcome, QuestionState } from './outcome.js';
export type { OverallScore, Score, Scores, Stage, Tally } from './scores.js';
export { type RankBand, type Standing, standingIn } from './standing.js';
export { trace, type TraceEntry, type TracePart } from './trace.js';
