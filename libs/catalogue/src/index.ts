export { Catalogue, type EditionFiles, openCatalogue } from './catalogue.js';
export { contentHash } from './content-hash.js';
export { checkSurvey, type SurveyCheck } from './survey-check.js';
export type { Programme, ProgrammeCriterion } from './programme.js';
