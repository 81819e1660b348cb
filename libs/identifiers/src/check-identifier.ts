import { validate as validateJapanese } from 'stdnum/lib/cjs/jp/cn.js';
import { validate as validateThai } from 'stdnum/lib/cjs/th/moa.js';
import { plainDigits, visible } from './normalise.js';

/** Countries whose company numbers can be checked. */
export const IDENTIFIER_COUNTRIES = ['th', 'jp'] as const;
export type IdentifierCountry = (typeof IDENTIFIER_COUNTRIES)[number];

/** Why a number cannot be one, in the order in which it is looked at. */
export type IdentifierFault = 'empty' | 'characters' | 'length' | 'first-digit' | 'checksum';

export interface IdentifierCheck {
  readonly valid: boolean;
  /** The number as plain digits; null when what was typed is no number. */
  readonly normalised: string | null;
  /** Present when it is not valid. */
  readonly reason?: IdentifierFault;
}

interface Rule {
  readonly length: number;
  readonly firstDigit: RegExp;
  readonly hasCheckDigit: (digits: string) => boolean;
}

/**
 * Thailand: juristic person number, 13 digits, begins with 0, last digit
 * (11 − Σ dᵢ·(14−i) mod 11) mod 10. Japan: corporate number (法人番号), 13 digits, first digit
 * 9 − (Σ Pₙ·Qₙ mod 9), so never 0. Check digits are `stdnum`'s to compute.
 */
const RULES: Readonly<Record<IdentifierCountry, Rule>> = {
  th: { length: 13, firstDigit: /^0/, hasCheckDigit: (digits) => validateThai(digits).isValid },
  jp: {
    length: 13,
    firstDigit: /^[1-9]/,
    hasCheckDigit: (digits) => validateJapanese(digits).isValid,
  },
};

/**
 * Checks a company number as a person typed it, with spaces, hyphens, full-width or Thai digits.
 * Says whether it can be a number of that country, not whether it was ever issued.
 */
export function checkIdentifier(country: IdentifierCountry, typed: string): IdentifierCheck {
  return checkAgainst(RULES[country], typed);
}

/** The kinds of registration that an organisation can name. */
export const REGISTRATION_TYPES = [
  'th-juristic',
  'th-community-enterprise',
  'jp-corporate',
  'other',
] as const;
export type RegistrationType = (typeof REGISTRATION_TYPES)[number];

/** Thai community enterprises have 11 digits; their check digit, if any, is not published. */
const COMMUNITY_ENTERPRISE: Rule = { length: 11, firstDigit: /^/, hasCheckDigit: () => true };

const RULE_OF_TYPE: Readonly<Record<RegistrationType, Rule | null>> = {
  'th-juristic': RULES.th,
  'th-community-enterprise': COMMUNITY_ENTERPRISE,
  'jp-corporate': RULES.jp,
  other: null,
};

/** What numbers of registers that are not known here are made of. */
const OTHER = /^[0-9A-Za-z](?:[0-9A-Za-z .\-/]{0,38}[0-9A-Za-z])?$/;

/** Checks a registration number of one type. One of another register is taken as it is. */
export function checkRegistration(type: RegistrationType, typed: string): IdentifierCheck {
  const rule = RULE_OF_TYPE[type];
  if (rule !== null) return checkAgainst(rule, typed);
  const trimmed = typed.trim();
  if (trimmed === '') return { valid: false, normalised: null, reason: 'empty' };
  if (!OTHER.test(trimmed)) return { valid: false, normalised: null, reason: 'characters' };
  return { valid: true, normalised: trimmed };
}

function checkAgainst(rule: Rule, typed: string): IdentifierCheck {
  if (visible(typed) === '') return { valid: false, normalised: null, reason: 'empty' };
  const normalised = plainDigits(typed);
  if (normalised === null) return { valid: false, normalised, reason: 'characters' };
  const reason = faultOf(rule, normalised);
  return reason === undefined ? { valid: true, normalised } : { valid: false, normalised, reason };
}

function faultOf(rule: Rule, digits: string): IdentifierFault | undefined {
  if (digits.length !== rule.length) return 'length';
  if (!rule.firstDigit.test(digits)) return 'first-digit';
  return rule.hasCheckDigit(digits) ? undefined : 'checksum';
}
