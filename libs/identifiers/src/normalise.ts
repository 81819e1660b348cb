/** Digits as people type them: European, full-width (０–９) and Thai (๐–๙). */
const DIGIT = '[0-9\\uFF10-\\uFF19\\u0E50-\\u0E59]';
/** Hyphens and dashes that people put between groups, and the kana bar of a Japanese keyboard. */
const DASH = '[\\u2010-\\u2015\\u2212\\uFF0D\\u30FC-]';
/** Spaces, a dash, or a dash with spaces around it; written so that no run of spaces is tried twice. */
const SEPARATOR = `(?:\\s+(?:${DASH}\\s*)?|${DASH}\\s*)?`;
const GROUPED_DIGITS = new RegExp(`^${DIGIT}(?:${SEPARATOR}${DIGIT})*$`);
const SEPARATORS = new RegExp(`\\s|${DASH}`, 'g');

/** What comes along unseen when a number is copied: zero-width spaces, direction marks, soft hyphens. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** The code points of the zeros of full-width and Thai digits. */
const ZEROS = [0xff10, 0x0e50];

/** The text without what nobody sees, and without spaces around it. */
export function visible(typed: string): string {
  return typed.replace(UNSEEN, '').trim();
}

/**
 * The plain digits of a number as it was typed, or null when it holds anything but digits with
 * single separators between them. Look-alikes (①, ², Arabic digits) are refused, not guessed.
 */
export function plainDigits(typed: string): string | null {
  const seen = visible(typed);
  if (!GROUPED_DIGITS.test(seen)) return null;
  return Array.from(seen.replace(SEPARATORS, ''), plainDigit).join('');
}

function plainDigit(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROS.find((each) => code >= each && code <= each + 9);
  return zero === undefined ? character : String(code - zero);
}
