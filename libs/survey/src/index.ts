export type * from './answers.js';
export type * from './condition.js';
export type * from './definition.js';
