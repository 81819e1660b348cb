export * from './check-identifier.js';
export { plainDigits } from './normalise.js';
