export { parseOutcomeTable } from './table.js';
export { readOutcome } from './reading/read-outcome.js';
export type {
  OutcomeReading,
  OutcomeRow,
  OutcomeValue,
  Reason,
  Status,
  Unit,
} from './reading/types.js';
export { mirror, mirrorBound, type Percentage } from './reading/mirror.js';
export type { Bound, Kind } from './text/tokens.js';
export {
  INDICATORS,
  INSTRUMENTS,
  indicatorName,
  indicatorOf,
  instrumentName,
  instrumentOf,
  isIndicatorId,
  type Indicator,
  type IndicatorId,
  type Instrument,
  type InstrumentId,
} from './catalogue/catalogue.js';
export type { Direction, Protection, UnitFamily } from './catalogue/types.js';
export { groupName, unitName } from './catalogue/names.js';
export {
  isMeasuredBy,
  outcome,
  outcomesOf,
  type Measured,
  type Measuring,
  type Outcome,
  type OutcomeFigure,
  type OutcomeSpec,
} from './comparison/outcome.js';
export { compareOutcomes, type Comparison, type Incomparable } from './comparison/compare.js';
export { checkReportable, type Reportable } from './comparison/reportable.js';
export {
  hpqAbsolute,
  hpqRelative,
  PRESENTEEISM_NORMS,
  qqDecline,
  qqYearlyLoss,
  spqLoss,
  type QuantityAndQuality,
} from './formulas/presenteeism.js';
export {
  bjsqByConversion,
  bjsqBySum,
  groupHealthRisk,
  type BjsqAnswers,
  type BjsqResult,
  type GroupHealthRisk,
  type GroupStressMeans,
} from './formulas/stress.js';
export {
  absenceDays,
  absenceShare,
  highStressRate,
  leaveRate,
  percentageOf,
} from './formulas/rates.js';
