import { isLocale, type Locale } from '@sukoyaka/kernel';
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

/**
 * Reads up to `most` different languages, separated by commas.
 * @throws Refusal LANGUAGES_INVALID
 */
export function languageList(most: number): (text: string) => readonly Locale[] {
  return (text) => {
    const languages = text.split(',').map((language) => language.trim());
    const different = new Set(languages).size === languages.length;
    if (different && languages.length <= most && languages.every(isLocale)) return languages;
    throw new Refusal('LANGUAGES_INVALID', { value: text, most });
  };
}

/**
 * Reads a number, with decimals or without, from `least` to `most`.
 * @throws Refusal NUMBER_INVALID
 */
export function numberWithin(
  option: string,
  least: number,
  most: number,
): (text: string) => number {
  return (text) => {
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new Refusal('NUMBER_INVALID', { option, value: text, least, most });
  };
}

/** A later year is one of the Buddhist era: 2443 is 1900. */
const LATEST_YEAR = '2442';

/**
 * Reads a day of the common era, such as 2026-03-31; a Buddhist year is refused, never converted.
 * @throws Refusal DATE_INVALID
 */
export function isoDate(option: string): (text: string) => string {
  return (text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
    const real = day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
    if (real && text.slice(0, 4) <= LATEST_YEAR) return text;
    throw new Refusal('DATE_INVALID', { option, value: text });
  };
}

/** Longer addresses make codes that phones read badly. */
const LONGEST_ADDRESS = 300;

/**
 * Reads an address of the web (http or https).
 * @throws Refusal ADDRESS_INVALID
 */
export function webAddress(option: string): (text: string) => string {
  return (text) => {
    const address = URL.canParse(text) ? new URL(text) : null;
    const isWeb = address !== null && /^https?:$/.test(address.protocol);
    if (isWeb && address.href.length <= LONGEST_ADDRESS) return address.href;
    throw new Refusal('ADDRESS_INVALID', { option, value: text, most: LONGEST_ADDRESS });
  };
}
