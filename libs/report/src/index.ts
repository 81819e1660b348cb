export type {
  Assurance,
  Named,
  ProgrammeNames,
  ReportContext,
  ReportInput,
  ReportLanguages,
  ReportPeriod,
} from './input.js';
export { buildReport } from './report.js';
