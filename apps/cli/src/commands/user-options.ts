import { emailOf, isEmail, isTimeZone, LONGEST_PERSON_NAME } from '@sukoyaka/accounts';
import {
  ORGANISATION_ROLES,
  type OrganisationRole,
  PLATFORM_ROLES,
  type PlatformRole,
} from '@sukoyaka/access';
import { isAuditText } from '@sukoyaka/audit';
import { isCountry } from '@sukoyaka/identifiers';
import { isLine, isLocale, lineOf, LOCALES, type Locale, UUID } from '@sukoyaka/kernel';
import { type PersonRow, serviceActor } from '@sukoyaka/persistence';
import type { Installation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';

/** What somebody is to be: in an organisation, or beside all of them. */
export type Position =
  | { readonly of: 'organisation'; readonly organisation: string; readonly role: OrganisationRole }
  | { readonly of: 'staff'; readonly role: PlatformRole; readonly countries: readonly string[] };

export interface PositionOptions {
  readonly role?: string;
  readonly countries?: string;
  readonly organisation?: string;
}

/** A reason in the form in which the audit log keeps it. @throws Refusal REASON_MISSING */
export function auditReason(text: string): string {
  const reason = lineOf(text);
  if (!isAuditText(reason)) throw new Refusal('REASON_MISSING');
  return reason;
}

/** @throws Refusal PERSON_NOT_FOUND */
export async function findPerson({ database }: Installation, email: string): Promise<PersonRow> {
  const person = await database.as(serviceActor(null), (tx) => tx.people.findByEmail(email));
  if (person === null) throw new Refusal('PERSON_NOT_FOUND', { email });
  return person;
}

/** @throws Refusal EMAIL_INVALID */
export function address(text: string): string {
  if (!isEmail(text)) throw new Refusal('EMAIL_INVALID', { value: text });
  return emailOf(text);
}

/** @throws Refusal LANGUAGE_UNKNOWN */
export function language(text: string): Locale {
  if (isLocale(text)) return text;
  throw new Refusal('LANGUAGE_UNKNOWN', { language: text, languages: LOCALES.join(', ') });
}

/** @throws Refusal TIME_ZONE_INVALID */
export function timeZone(text: string): string {
  if (isTimeZone(text)) return text;
  throw new Refusal('TIME_ZONE_INVALID', { value: text });
}

/** A person's name, in the form in which names are kept. @throws Refusal NAME_INVALID */
export function personName(text: string): string {
  const name = lineOf(text);
  if (isLine(name, LONGEST_PERSON_NAME)) return name;
  throw new Refusal('NAME_INVALID', { most: LONGEST_PERSON_NAME });
}

/**
 * What the options say of a position; undefined when they say nothing.
 * @throws Refusal ROLE_INVALID, COUNTRIES_INVALID, COUNTRY_UNKNOWN, ORGANISATION_ID_INVALID
 */
export function positionOf(options: PositionOptions): Position | undefined {
  const { role, organisation, countries } = options;
  const isAnalyst = organisation === undefined && role === 'ministry-analyst';
  if (countries !== undefined && !isAnalyst) {
    throw new Refusal('COUNTRIES_INVALID', { value: countries });
  }
  if (organisation !== undefined) return inOrganisation(organisation, role);
  if (role === undefined) return undefined;
  const known = PLATFORM_ROLES.find((each) => each === role);
  if (known === undefined) {
    throw new Refusal('ROLE_INVALID', { value: role, possible: PLATFORM_ROLES.join(', ') });
  }
  return { of: 'staff', role: known, countries: countriesOf(options, known) };
}

/** @throws Refusal ORGANISATION_ID_INVALID */
export function organisationId(text: string): string {
  const id = text.toLowerCase();
  if (!UUID.test(id)) throw new Refusal('ORGANISATION_ID_INVALID', { value: text });
  return id;
}

function inOrganisation(organisation: string, role = 'owner'): Position {
  const id = organisationId(organisation);
  const known = ORGANISATION_ROLES.find((each) => each === role);
  if (known === undefined) {
    throw new Refusal('ROLE_INVALID', { value: role, possible: ORGANISATION_ROLES.join(', ') });
  }
  return { of: 'organisation', organisation: id, role: known };
}

function countriesOf({ countries }: PositionOptions, role: PlatformRole): readonly string[] {
  const codes = (countries ?? '').split(',').flatMap((each) => each.trim().toUpperCase() || []);
  const unknown = codes.filter((code) => !isCountry(code));
  if (unknown.length > 0) throw new Refusal('COUNTRY_UNKNOWN', { value: unknown.join(', ') });
  if ((role === 'ministry-analyst') === codes.length > 0) return codes;
  throw new Refusal('COUNTRIES_INVALID', { value: countries ?? '' });
}
