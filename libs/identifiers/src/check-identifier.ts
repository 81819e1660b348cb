import { checkDigitFaultOf } from './check-digits.js';
import { plainCode, plainDigits, plainPointedDigits, plainText, visible } from './normalise.js';
import {
  registrationCheckOf,
  registrationRuleOf,
  type RegistrationCheck,
  type RegistrationRule,
  type RegistrationType,
} from './registration-types.js';

/** Countries whose company numbers can be checked by themselves, without naming a type. */
export const IDENTIFIER_COUNTRIES = ['th', 'jp'] as const;
export type IdentifierCountry = (typeof IDENTIFIER_COUNTRIES)[number];

/** Why a number cannot be one, in the order in which it is looked at. */
export type IdentifierFault =
  'empty' | 'characters' | 'length' | 'first-digit' | 'format' | 'checksum';

export interface IdentifierCheck {
  readonly valid: boolean;
  /** The number as plain digits and capitals; null when what was typed is no number. */
  readonly normalised: string | null;
  /** Present when it is not valid. */
  readonly reason?: IdentifierFault;
}

/** A check that says how far it went: a valid number of a type without check digit may be mistyped. */
export interface CheckedRegistration extends IdentifierCheck {
  readonly check: RegistrationCheck;
}

const TYPE_OF_COUNTRY: Readonly<Record<IdentifierCountry, RegistrationType>> = {
  th: 'th-juristic',
  jp: 'jp-corporate',
};

/**
 * Checks a company number as a person typed it, with spaces, hyphens, full-width or Thai digits.
 * Says whether it can be a number of that country, not whether it was ever issued.
 */
export function checkIdentifier(country: IdentifierCountry, typed: string): IdentifierCheck {
  return checkAgainst(registrationRuleOf(TYPE_OF_COUNTRY[country]), typed);
}

/** What numbers of registers that are not known here are made of. */
const OTHER = /^[0-9A-Za-z](?:[0-9A-Za-z .\-/]{0,38}[0-9A-Za-z])?$/;

/**
 * Checks a registration number of one type, and says how far it could be checked. One of another
 * register keeps its grouping. Rules and their provenance: `registration-types.json`.
 */
export function checkRegistration(type: RegistrationType, typed: string): CheckedRegistration {
  const check = registrationCheckOf(type);
  if (check === 'none') return { ...takenAsTyped(typed), check };
  return { ...checkAgainst(registrationRuleOf(type), typed), check };
}

function takenAsTyped(typed: string): IdentifierCheck {
  const text = plainText(typed);
  if (text === '') return { valid: false, normalised: null, reason: 'empty' };
  if (!OTHER.test(text)) return { valid: false, normalised: null, reason: 'characters' };
  return { valid: true, normalised: text };
}

function checkAgainst(rule: RegistrationRule, typed: string): IdentifierCheck {
  if (visible(typed) === '') return { valid: false, normalised: null, reason: 'empty' };
  const plain = readerOf(rule)(typed);
  if (plain === null) return { valid: false, normalised: null, reason: 'characters' };
  const reason = faultOf(rule, plain);
  if (reason !== undefined) return { valid: false, normalised: plain, reason };
  return { valid: true, normalised: plain.padStart(rule.padTo ?? 0, '0') };
}

function readerOf({ letters, points }: RegistrationRule): (typed: string) => string | null {
  if (letters === true) return plainCode;
  return points === true ? plainPointedDigits : plainDigits;
}

function faultOf(rule: RegistrationRule, number: string): IdentifierFault | undefined {
  const { lengths, firstDigit, forms, checkDigit } = rule;
  if (lengths !== undefined && !lengths.includes(number.length)) return 'length';
  if (firstDigit !== undefined && !new RegExp(`^${firstDigit}`).test(number)) return 'first-digit';
  if (forms !== undefined && !forms.some((form) => isWholly(form, number))) return 'format';
  return checkDigit === undefined ? undefined : checkDigitFaultOf(checkDigit, number);
}

function isWholly(form: string, number: string): boolean {
  return new RegExp(`^(?:${form})$`).test(number);
}
