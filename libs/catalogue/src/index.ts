export { Catalogue, type EditionFiles, openCatalogue } from './catalogue.js';
export { contentHash } from './content-hash.js';
export type { Programme, ProgrammeCriterion } from './programme.js';
