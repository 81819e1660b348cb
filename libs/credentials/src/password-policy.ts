import { isCommon, isPadding } from './common-passwords.js';
import { runsIn } from './runs.js';

/** Lengths of a password, in code points after normalisation. Their kinds are everybody's choice. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** Normalising makes at most four code points one, and each has at most two UTF-16 units. */
const MOST_UNITS = PASSWORD_LENGTH.max * 4 * 2;

/** The service's own name is what comes to mind first when one registers here. */
const SERVICE = 'sukoyaka';

/** Letters beside what is known of a person that do not make a password of it. */
const MOST_OTHERS = 5;

export type PasswordFault = 'text' | 'too-short' | 'too-long' | 'common' | 'about-you';

/** What everybody can know who wants to guess somebody's password. */
export interface AboutPerson {
  readonly email: string;
  /** Names of the person and of the organisation, as they are written. */
  readonly names: readonly string[];
}

/**
 * Why a text must not become somebody's password, or undefined when it may (NIST SP 800-63B-4,
 * ASVS 5.0 section 6.2). Length counts and not composition: 12 to 128 code points of any script,
 * spaces and emoji included.
 * - `text`: no text at all, or broken Unicode.
 * - `common`: among what attackers try first; see `isCommon` and `password-lists.ts`.
 * - `about-you`: the address, its domain, a name or the service's name with little else.
 *
 * Case, width of letters and composition of accents do not matter to any of them.
 */
export function passwordFault(password: unknown, about: AboutPerson): PasswordFault | undefined {
  if (typeof password !== 'string' || !password.isWellFormed()) return 'text';
  if (password.length > MOST_UNITS) return 'too-long';
  const length = Array.from(password.normalize('NFKC')).length;
  if (length < PASSWORD_LENGTH.min) return 'too-short';
  if (length > PASSWORD_LENGTH.max) return 'too-long';
  const text = folded(password);
  if (isCommon(text, PASSWORD_LENGTH.min)) return 'common';
  return isAbout(text, about) ? 'about-you' : undefined;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function isAbout(text: string, about: AboutPerson): boolean {
  const left = knownOf(about).reduce((rest, known) => rest.replaceAll(known, ''), text);
  return left !== text && (isPadding(left) || runsIn(left) <= MOST_OTHERS);
}

/** Texts that point at the person, longest first: whole, without signs between, and in parts. */
function knownOf({ email, names }: AboutPerson): string[] {
  const at = email.lastIndexOf('@');
  const whole = [email, email.slice(0, Math.max(at, 0)), email.slice(at + 1), ...names, SERVICE];
  const known = whole
    .map(folded)
    .flatMap((text) => [
      text,
      text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ''),
      ...text.split(/[^\p{L}\p{M}\p{N}]+/u),
      ...text.split(/[^\p{L}\p{M}]+/u),
    ]);
  return known.filter(saysWho).toSorted((one, other) => other.length - one.length);
}

/** Three letters, or two of a script whose names are that short (田中). */
function saysWho(text: string): boolean {
  const letters = Array.from(text).length;
  return letters >= 3 || (letters === 2 && /[^\p{ASCII}]/u.test(text));
}
