/** Digits as people type them: European, full-width (０–９) and Thai (๐–๙). */
const DIGIT = '[0-9\\uFF10-\\uFF19\\u0E50-\\u0E59]';
/** What people put between groups: spaces, hyphens, dashes, and the kana bar of a Japanese keyboard. */
const SEPARATOR = '[ \\u00A0\\u3000\\u2010-\\u2015\\u2212\\uFF0D\\u30FC-]';
const GROUPED_DIGITS = new RegExp(`^${DIGIT}(?:${SEPARATOR}?${DIGIT})*$`);
const SEPARATORS = new RegExp(SEPARATOR, 'g');

/** The code points of the zeros of full-width and Thai digits. */
const ZEROS = [0xff10, 0x0e50];

/**
 * The plain digits of a number as it was typed, or null when it holds anything but digits with
 * single separators between them. Look-alikes (①, ², Arabic digits) are refused, not guessed.
 */
export function plainDigits(typed: string): string | null {
  const trimmed = typed.trim();
  if (!GROUPED_DIGITS.test(trimmed)) return null;
  return Array.from(trimmed.replace(SEPARATORS, ''), plainDigit).join('');
}

function plainDigit(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROS.find((each) => code >= each && code <= each + 9);
  return zero === undefined ? character : String(code - zero);
}
