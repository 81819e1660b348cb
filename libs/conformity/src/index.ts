export { type CompiledRules, compileRules } from './compile.js';
export {
  type CriteriaStatement,
  criteriaOf,
  type CriterionStates,
  decide,
  type Decision,
  type Level,
  type Obstacle,
  readStatement,
  type Verdict,
} from './decide.js';
export {
  type CriterionResult,
  type CriterionState,
  explainCriteria,
  type LeafCondition,
  shortestWay,
  stateOf,
} from './explain.js';
export { type PathToConformity, pathToConformity } from './paths.js';
export type {
  CriterionExtras,
  CriterionGroup,
  CriterionRule,
  GateRule,
  RuleSet,
} from './rule-set.js';
export { checkRuleSet, type ProgrammeRole } from './check-rule-set.js';
