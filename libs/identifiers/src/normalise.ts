/** Digits as people type them: European, full-width (０–９) and Thai (๐–๙). */
const DIGIT = '0-9\\uFF10-\\uFF19\\u0E50-\\u0E59';
/** Letters as people type them: plain and full-width. */
const LETTER = 'A-Za-z\\uFF21-\\uFF3A\\uFF41-\\uFF5A';
/** Hyphens and dashes that people put between groups, and the kana bar of a Japanese keyboard. */
const DASH = '\\u2010-\\u2015\\u2212\\uFF0D\\u30FC-';
/** Points and slashes as they are printed, plain and full-width. */
const POINT = '.\\uFF0E';
const SLASH = '/\\uFF0F';

/** What comes along unseen when a number is copied: zero-width spaces, direction marks, soft hyphens. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Where full-width digits, Thai digits, full-width capitals and small letters begin, and in ASCII. */
const ALPHABETS = [
  { from: 0xff10, to: 0x30, count: 10 },
  { from: 0x0e50, to: 0x30, count: 10 },
  { from: 0xff21, to: 0x41, count: 26 },
  { from: 0xff41, to: 0x61, count: 26 },
] as const;

interface Writing {
  readonly grouped: RegExp;
  readonly separators: RegExp;
}

/**
 * Characters with spaces, a mark, or a mark with spaces around it between them; written so that no
 * run of spaces is tried twice.
 */
function writing(characters: string, marks: string): Writing {
  const separator = `(?:\\s+(?:[${marks}]\\s*)?|[${marks}]\\s*)?`;
  return {
    grouped: new RegExp(`^[${characters}](?:${separator}[${characters}])*$`),
    separators: new RegExp(`[\\s${marks}]`, 'g'),
  };
}

const DIGITS = writing(DIGIT, DASH);
const DIGITS_WITH_POINTS = writing(DIGIT, `${POINT}${DASH}`);
const CODE = writing(`${DIGIT}${LETTER}`, `${POINT}${SLASH}${DASH}`);

/** The text without what nobody sees, and without spaces around it. */
export function visible(typed: string): string {
  return typed.replace(UNSEEN, '').trim();
}

/**
 * The plain digits of a number as it was typed, or null when it holds anything but digits with
 * single separators between them. Look-alikes (①, ², Arabic digits) are refused, not guessed.
 */
export function plainDigits(typed: string): string | null {
  return plain(DIGITS, typed);
}

/** As `plainDigits`, for numbers that are printed with points: 01.312.166.0-091.000. */
export function plainPointedDigits(typed: string): string | null {
  return plain(DIGITS_WITH_POINTS, typed);
}

/** As `plainDigits`, for numbers with letters: in capitals, points and slashes separate too. */
export function plainCode(typed: string): string | null {
  return plain(CODE, typed)?.toUpperCase() ?? null;
}

/** Marks as they are typed, and the plain one that stands for each. */
const MARKS = [
  [/\p{Zs}/gu, ' '],
  [new RegExp(`[${DASH}]`, 'gu'), '-'],
  [new RegExp(`[${POINT}]`, 'gu'), '.'],
  [new RegExp(`[${SLASH}]`, 'gu'), '/'],
] as const;

/** The text with its own grouping, but plain digits, letters and marks; small letters stay small. */
export function plainText(typed: string): string {
  const seen = visible(typed);
  const marked = MARKS.reduce((text, [mark, plainMark]) => text.replace(mark, plainMark), seen);
  return Array.from(marked, plainCharacter).join('');
}

function plain({ grouped, separators }: Writing, typed: string): string | null {
  const seen = visible(typed);
  if (!grouped.test(seen)) return null;
  return Array.from(seen.replace(separators, ''), plainCharacter).join('');
}

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const found = ALPHABETS.find(({ from, count }) => code >= from && code < from + count);
  return found === undefined ? character : String.fromCharCode(code - found.from + found.to);
}
