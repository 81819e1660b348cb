export * from './locale.js';
export * from './domain-error.js';
export * from './rounding.js';
export * from './repeated-key.js';
export * from './line.js';
export * from './uuid.js';
