import { Refusal } from '../io/refusal.js';

/**
 * Reads a positive whole number of an option.
 * @throws Refusal NUMBER_INVALID
 */
export function positiveInteger(option: string, most: number): (text: string) => number {
  return (text) => {
    const value = /^[1-9]\d*$/.test(text) ? Number(text) : NaN;
    if (value <= most) return value;
    throw new Refusal('NUMBER_INVALID', { option, value: text, least: 1, most });
  };
}

/**
 * Reads one of several words.
 * @throws Refusal VALUE_UNKNOWN
 */
export function oneOf<T extends string>(option: string, values: readonly T[]): (text: string) => T {
  return (text) => {
    const found = values.find((value) => value === text);
    if (found !== undefined) return found;
    throw new Refusal('VALUE_UNKNOWN', { option, value: text, possible: values.join(', ') });
  };
}
