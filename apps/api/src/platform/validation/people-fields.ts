import type { ApiPropertyOptions } from '@nestjs/swagger';
import { LOCALES } from '@sukoyaka/kernel';
import { isCountry } from '@sukoyaka/identifiers';
import { isEmail, isTimeZone } from '@sukoyaka/accounts';
import { ChoiceField, field, type Presence, rule } from './fields.js';

/** Longer than any password that is accepted, so that a wrong one is judged and not refused. */
const LONGEST_SECRET = 1000;

/** An e-mail address. */
export function EmailField(presence: Presence = {}) {
  const example = { example: 'name@example.com', ...presence };
  return field(
    { type: 'string', format: 'email', maxLength: 254 },
    example,
    rule('email', isEmail),
  );
}

/** Something that is known to its sender alone: a password, a code, the token of a link. */
export function SecretField({
  max = LONGEST_SECRET,
  ...presence
}: Presence & { readonly max?: number } = {}) {
  const isSecret = (value: unknown) =>
    typeof value === 'string' && value !== '' && value.length <= max;
  const api = { type: 'string', minLength: 1, maxLength: max } as const;
  return field(api, { example: '…', ...presence }, rule('secret', isSecret, { max }));
}

/** One of the product's languages. */
export function LanguageField(presence: Presence = {}) {
  return ChoiceField({ values: LOCALES, ...presence });
}

/** A time zone by its name in the IANA database. */
export function TimeZoneField(presence: Presence = {}) {
  return field(
    { type: 'string', maxLength: 60 },
    { example: 'Asia/Bangkok', ...presence },
    rule('time-zone', isTimeZone),
  );
}

/** A list without repetitions of 1 to `max` of the words in `values`. */
export function ChoicesField({
  values,
  max = values.length,
  ...presence
}: Presence & { readonly values: readonly string[]; readonly max?: number }) {
  const areChoices = (list: unknown) =>
    Array.isArray(list) &&
    list.length >= 1 &&
    list.length <= max &&
    new Set(list).size === list.length &&
    list.every((each) => values.includes(each as string));
  const params = { values: values.join(', ') };
  const api: ApiPropertyOptions = { type: 'array', items: { type: 'string', enum: [...values] } };
  return field(api, presence, rule('some-of', areChoices, params));
}

/** A path of this service itself, to return to. */
export function LocalPathField(presence: Presence = {}) {
  const api = { type: 'string', maxLength: 500 } as const;
  return field(api, { example: '/account', ...presence }, rule('local-path', isLocalPath));
}

/**
 * Whether a browser that is sent to `value` stays on the service's origin, whatever it makes of
 * it: no second slash or backslash (which browsers take for one) can begin a host, no control
 * character can be dropped on the way, and what is left resolves to the origin it began with, and
 * to no path ("/.//host") that would name a host when it is resolved once more.
 */
export function isLocalPath(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 500) return false;
  if (!/^\/(?!\/)[!-[\]-~]*$/.test(value)) return false;
  const { origin, pathname } = new URL(value, 'https://self.invalid');
  return origin === 'https://self.invalid' && !pathname.startsWith('//');
}

/** Different countries by their codes in ISO 3166-1 alpha-2, up to 20. */
export function CountriesField(presence: Presence = {}) {
  const areCountries = (list: unknown) =>
    Array.isArray(list) &&
    list.length <= 20 &&
    new Set(list).size === list.length &&
    list.every(isCountry);
  const api: ApiPropertyOptions = {
    type: 'array',
    items: { type: 'string', pattern: '^[A-Z]{2}$' },
  };
  return field(api, presence, rule('country', areCountries));
}
