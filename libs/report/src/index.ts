export type {
  Assurance,
  EarlierCycle,
  Named,
  ParentTopic,
  ProgrammeNames,
  ReportContext,
  ReportInput,
  ReportLanguages,
  ReportPeriod,
} from './input.js';
export { buildReport } from './report.js';
export { reportTwin } from './twin/twin.js';
export type * from './twin/types.js';
