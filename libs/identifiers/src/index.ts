export * from './check-identifier.js';
