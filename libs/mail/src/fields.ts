import { LANGUAGE_TAG, type Locale } from '@sukoyaka/kernel';
import { type Translate } from '@sukoyaka/localisation';
import { type Instant } from './kinds.js';
import { formatMoment } from './moment.js';
import { plainLine } from './plain.js';

/** Where a message comes from and whose clock it goes by. */
export interface MailContext {
  /** Where the service is reached, e.g. https://sukoyaka.example.org. */
  readonly origin: string;
  /** The reader's time zone, a name of the IANA database. */
  readonly timeZone: string;
}

/** What messages can name. */
export interface Fields {
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly role?: string | undefined;
  readonly countries?: readonly string[] | undefined;
  readonly inviter?: string | undefined;
  readonly startsAt?: Instant | undefined;
  readonly expiresAt?: Instant | undefined;
  readonly at?: Instant | undefined;
  readonly device?: string | undefined;
  readonly giver?: string | undefined;
  readonly receiver?: string | undefined;
  readonly scope?: string | undefined;
  readonly operator?: string | undefined;
  readonly assessor?: string | undefined;
  readonly reason?: string | undefined;
  readonly change?: string | undefined;
  readonly link?: string | undefined;
  readonly resetLink?: string | undefined;
}

/** The fields as a reader sees them; those that are absent or blank are left out. */
export type Shown = Readonly<Partial<Record<keyof Fields, string>>>;

interface Reader {
  readonly locale: Locale;
  readonly words: Translate;
  readonly context: MailContext;
}

/** UTF-16 units of a name, a device and a reason at most. */
const LIMIT = { name: 120, device: 200, reason: 1000 };

/** Stands for words of which nothing can be shown; only a greeting does without a name. */
const NOTHING = '—';

/**
 * Makes of each field what is written: names as safe lines, moments in the reader's zone, codes in
 * words, links as full addresses.
 * @throws RangeError for an instant, zone, country code or link that cannot be written.
 */
export function shownFields(fields: Fields, reader: Reader): Shown {
  const { locale, words, context } = reader;
  const line = (value: string | undefined, limit: number) =>
    given(value, (text) => plainLine(text, limit) || NOTHING);
  const name = (value: string | undefined) => line(value, LIMIT.name);
  const moment = (value: Instant | undefined) =>
    given(value, (instant) => formatMoment(instant, context.timeZone, locale, words));
  const link = (value: string | undefined) =>
    given(value, (to) => ownAddress(to, context.origin, locale));
  return {
    ...filled('name', called(plainLine(fields.name ?? '', LIMIT.name), locale)),
    ...filled('organisation', name(fields.organisation)),
    ...filled(
      'role',
      given(fields.role, (role) => words(`role.${role}`)),
    ),
    ...filled(
      'countries',
      given(fields.countries, (codes) => countryNames(codes, locale)),
    ),
    ...filled(
      'inviter',
      given(name(fields.inviter), (text) => called(text, locale)),
    ),
    ...filled('startsAt', moment(fields.startsAt)),
    ...filled('expiresAt', moment(fields.expiresAt)),
    ...filled('at', moment(fields.at)),
    ...filled('device', line(fields.device, LIMIT.device)),
    ...filled('giver', name(fields.giver)),
    ...filled('receiver', name(fields.receiver)),
    ...filled(
      'scope',
      given(fields.scope, (scope) => words(`scope.${scope}`)),
    ),
    ...filled('assessor', name(fields.assessor)),
    ...filled('operator', name(fields.operator)),
    ...filled('reason', line(fields.reason, LIMIT.reason)),
    ...filled('change', fields.change),
    ...filled('link', link(fields.link)),
    ...filled('resetLink', link(fields.resetLink)),
  };
}

function given<T>(value: T | undefined, show: (value: T) => string): string | undefined {
  return value === undefined ? undefined : show(value);
}

function filled(key: keyof Fields, text: string | undefined): Shown {
  return text === undefined || text === '' ? {} : { [key]: text };
}

/** Thai puts คุณ before a name: closed up in its own script, apart from a name in another. */
function called(name: string, locale: Locale): string {
  return locale === 'th' && name !== '' && !/^\p{Script=Thai}/u.test(name) ? ` ${name}` : name;
}

function countryNames(codes: readonly string[], locale: Locale): string {
  const names = new Intl.DisplayNames(LANGUAGE_TAG[locale], { type: 'region' });
  const written = codes.map((code) => names.of(code) ?? code);
  return new Intl.ListFormat(LANGUAGE_TAG[locale], { type: 'conjunction' }).format(written);
}

/** A message leads to the service that sent it and nowhere else, in the language of its reader. */
function ownAddress(to: string, origin: string, locale: Locale): string {
  const home = new URL(origin);
  const address = new URL(to, home);
  const isOwn = address.origin === home.origin && /^https?:$/.test(address.protocol);
  if (!isOwn || address.username !== '') throw new RangeError('A link leads away from the service');
  address.searchParams.set('lang', locale);
  return address.href;
}
