export type { Measure } from '../catalogue/types.js';
export type { Topic } from '../catalogue/catalogue.js';
