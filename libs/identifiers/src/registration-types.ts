import table from './registration-types.json' with { type: 'json' };

/** The kinds of registration that an organisation can name. */
export const REGISTRATION_TYPES = [
  'th-juristic',
  'th-community-enterprise',
  'jp-corporate',
  'sg-uen',
  'vn-enterprise',
  'my-company',
  'id-nib',
  'id-npwp',
  'ph-sec',
  'ph-tin',
  'mm-company',
  'bn-company',
  'other',
] as const;
export type RegistrationType = (typeof REGISTRATION_TYPES)[number];

/** How far a number can be checked: by its check digit, by its form only, or not at all. */
export type RegistrationCheck = 'check-digit' | 'format' | 'none';

/** What is known of the numbers of one type; patterns are meant for the whole number. */
export interface RegistrationRule {
  /** ISO 3166-1 alpha-2; null when it can be any country. */
  readonly country: string | null;
  /** Whether letters belong to the number. Digits only when absent. */
  readonly letters?: boolean;
  /** Whether its digits are printed with points between them. */
  readonly points?: boolean;
  readonly lengths?: readonly number[];
  readonly firstDigit?: string;
  readonly forms?: readonly string[];
  /** Shorter ways of writing are filled with zeros in front to this length. */
  readonly padTo?: number;
  /** Which algorithm of `CHECK_DIGITS` applies. */
  readonly checkDigit?: string;
  /** Whence we know, and what is only believed. */
  readonly provenance: string;
}

const RULES: Readonly<Record<RegistrationType, RegistrationRule>> = table;

/**
 * What is known of the numbers of a type. All of ASEAN and Japan but Cambodia and Laos have a type
 * of their own; those two, and numbers that do not fit (old ones of Myanmar), are `other`.
 */
export function registrationRuleOf(type: RegistrationType): RegistrationRule {
  return RULES[type];
}

/** How far numbers of a type are checked; nothing here says that a number was ever issued. */
export function registrationCheckOf(type: RegistrationType): RegistrationCheck {
  const { checkDigit, lengths, forms } = RULES[type];
  if (checkDigit !== undefined) return 'check-digit';
  return lengths === undefined && forms === undefined ? 'none' : 'format';
}

/** The types for organisations of a country (ISO 3166-1 alpha-2, any case), `other` last. */
export function registrationTypesOf(country: string): readonly RegistrationType[] {
  const asked = country.toUpperCase();
  return REGISTRATION_TYPES.filter((type) => [asked, null].includes(RULES[type].country));
}
