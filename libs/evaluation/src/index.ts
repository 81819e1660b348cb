export { createEvaluator, type Evaluator } from './evaluator.js';
export type {
  Completeness,
  EditionIdentity,
  Evaluation,
  OutcomeFigure,
  ReadingResult,
  YearFigure,
} from './evaluation.js';
export { peopleOf, rateFigures } from './outcome-figures.js';
export { restate } from './restate.js';
