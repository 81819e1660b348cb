import { TAGS } from './languages.js';
import { language } from './texts.js';

/** The language as `Intl` wants it. */
export function languageTag(): string {
  return TAGS[language()] ?? 'en-GB';
}

/** A moment of the API as its reader's clock shows it. */
export function moment(iso: string, timeZone: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(languageTag(), style).format(new Date(iso));
}

/** A calendar day, whatever the time zone. */
export function day(iso: string): string {
  const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageTag(), style).format(new Date(iso));
}

/** Names of countries by their codes. */
export function countryNames(codes: readonly string[]): string {
  const names = new Intl.DisplayNames(languageTag(), { type: 'region' });
  const list = new Intl.ListFormat(languageTag(), { type: 'conjunction' });
  return list.format(codes.map((code) => names.of(code) ?? code));
}

/** The time zone of this device. */
export function deviceTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
