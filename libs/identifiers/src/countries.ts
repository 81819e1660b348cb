import { CountryCodes } from 'validator/lib/isISO31661Alpha2.js';

const ASSIGNED: ReadonlySet<string> = CountryCodes;

/**
 * Whether a value is a code that ISO 3166-1 alpha-2 assigns to a country or territory, in capitals.
 * Reserved codes (UK, EU), those of users (XK, ZZ) and former ones (SU) are none.
 */
export function isCountry(value: unknown): value is string {
  return typeof value === 'string' && ASSIGNED.has(value);
}
