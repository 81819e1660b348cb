export type * from './answers.js';
export type * from './condition.js';
export type * from './definition.js';
export { asSheet, compile, type CompiledSurvey, type Validation } from './compile.js';
export { compileCondition, type Predicate, questionsOf } from './compile-condition.js';
export { describe } from './describe.js';
export {
  type Finding,
  type Problem,
  PROBLEM_CODES,
  type ProblemCode,
  type ProblemParams,
  type Severity,
} from './problem.js';
export { allOf, anyOf, atLeast, compareInterval, not } from './ternary.js';
export {
  answerOf,
  figureOf,
  type Interval,
  intervalOf,
  isNotApplicable,
  isPerSite,
  isRecord,
  latestCell,
  percentOf,
} from './values.js';
export {
  type CarriedAnswers,
  type CarryOver,
  carryOver,
  checkCarryOver,
  type DropReason,
  type QuestionSuccessor,
} from './carry-over.js';
export { checkCondition, optionIds } from './definition-check/conditions.js';
export {
  type Coverage,
  coverageOf,
  type CoverageRow,
  type CoverageTargets,
} from './definition-check/coverage.js';
export { checkEdition, checkLocalised } from './definition-check/edition.js';
export {
  type DefinitionFault,
  describeFault,
  dimensionKey,
  FAULT_CODES,
  type FaultCode,
  type FaultParams,
  reportTo,
} from './definition-check/fault.js';
