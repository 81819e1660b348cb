export * from './check-identifier.js';
export * from './countries.js';
export * from './registration-types.js';
export { plainCode, plainDigits } from './normalise.js';
