export { createEvaluator, type Evaluator } from './evaluator.js';
export type {
  Completeness,
  EditionIdentity,
  Evaluation,
  OutcomeFigure,
  ReadingResult,
  YearFigure,
} from './evaluation.js';
export { rateFigures } from './outcome-figures.js';
export { restate } from './restate.js';
