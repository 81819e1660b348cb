export * from './problems.js';
export * from './rules.js';
