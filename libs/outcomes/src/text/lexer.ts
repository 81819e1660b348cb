import { ageAt } from './ages.js';
import { withoutComparisons, withoutExcluded, withoutStarts } from './asides.js';
import { LEXICON, type Lexeme } from './lexicon.js';
import { normaliseText } from './normalise.js';
import { numberAt, streakAt } from './numbers.js';
import { bareYearAt, periodAt } from './periods.js';
import type { Literal, Meaning, Position, Token } from './tokens.js';

const FIGURE_END: ReadonlySet<Token['t']> = new Set([
  'number',
  'unit',
  'multiplier',
  'bound-after',
  'per',
  'scale',
]);
const SUBJECT: ReadonlySet<Token['t']> = new Set([
  'topic',
  'measure',
  'sense',
  'filler',
  'link',
  'period',
]);
/** After these a dash before a digit is a minus; elsewhere it joins or separates. */
const BEFORE_MINUS: ReadonlySet<Token['t']> = new Set([
  'open',
  'separator',
  'colon',
  'versus',
  'change',
  'bound-before',
  'arrow',
]);

const OPENING = '([{【〔〈《';
const CLOSING = ')]}】〕〉》';
const SEPARATORS = '、。;,|・&';
const BEFORE_NUMBER = /\s*(?:[=:≥≤<>~約が]|およそ)?\s*[\d.]/uy;
const BEFORE_YEAR = /\s*(?:fy|fiscal year|fiscal)?\s*(?:19|20|21|2[45])\d\d(?!\d)/uy;
const BEFORE_MARK = /\s*[:)\]=]/uy;
const SIGNED = /[+±▲△▼▽-]\s?(?=\.?\d)/uy;
const WORD = /[a-z]+/uy;
const TEXT = /[\p{L}\p{N}\p{M}]/u;
const THAI = /\p{Script=Thai}/u;
const ANGLES = /<([^<>]*)>/gu;

/** State of one pass over a normalised text. */
interface Scan {
  readonly text: string;
  readonly tokens: Token[];
  readonly isThai: boolean;
  at: number;
  spaced: boolean;
}

const isLatin = (character: string | undefined): boolean =>
  character !== undefined && character >= 'a' && character <= 'z';

function lastToken(tokens: readonly Token[], skip?: Token['t']): Token | undefined {
  return tokens.findLast((token) => token.t !== skip);
}

function emit(scan: Scan, meanings: readonly (Meaning | Literal)[], length: number): void {
  const text = scan.text.slice(scan.at, scan.at + length);
  for (const meaning of meanings) {
    scan.tokens.push({ ...meaning, text, spaced: scan.spaced });
    scan.spaced = false;
  }
  scan.at += length;
  scan.spaced = false;
}

function fits(position: Position, scan: Scan, end: number): boolean {
  const previous = scan.tokens.at(-1);
  switch (position) {
    case 'any':
      return true;
    case 'after-number':
      return previous?.t === 'number' || previous?.t === 'multiplier';
    case 'after-figure': {
      const figure = lastToken(scan.tokens, 'filler');
      return figure !== undefined && FIGURE_END.has(figure.t);
    }
    case 'after-slash':
      return previous?.t === 'slash' || isSecondPer(scan.tokens);
    case 'after-period':
      return previous?.t === 'period';
    case 'after-kind':
      return previous?.t === 'kind';
    case 'after-subject':
      return previous !== undefined && SUBJECT.has(previous.t);
    case 'before-number':
      BEFORE_NUMBER.lastIndex = end;
      return BEFORE_NUMBER.test(scan.text);
    case 'before-mark':
      BEFORE_MARK.lastIndex = end;
      return BEFORE_MARK.test(scan.text);
    case 'before-year':
      BEFORE_YEAR.lastIndex = end;
      return BEFORE_YEAR.test(scan.text);
  }
}

/** "日/人・年": the dot after a "per" adds another. */
function isSecondPer(tokens: readonly Token[]): boolean {
  return tokens.at(-1)?.t === 'separator' && tokens.at(-2)?.t === 'per';
}

function boundaries(lexeme: Lexeme, text: string, at: number): boolean {
  const end = at + lexeme.term.length;
  if (isLatin(lexeme.term.at(0)) && isLatin(text[at - 1])) return false;
  return !(isLatin(lexeme.term.at(-1)) && isLatin(text[end]));
}

function lexemeAt(scan: Scan, at: number): Lexeme | undefined {
  return LEXICON.get(scan.text[at] ?? '')?.find(
    (lexeme) =>
      scan.text.startsWith(lexeme.term, at) &&
      boundaries(lexeme, scan.text, at) &&
      fits(lexeme.position, scan, at + lexeme.term.length),
  );
}

function takePeriod(scan: Scan): boolean {
  const period = periodAt(scan.text, scan.at);
  if (period === null) return false;
  emit(scan, [{ t: 'period', period: period.period }], period.length);
  return true;
}

function takeAge(scan: Scan): boolean {
  const age = ageAt(scan.text, scan.at);
  if (age === null) return false;
  emit(scan, [{ t: 'group', dimension: 'age', id: age.id }], age.length);
  return true;
}

/** Whether a unit stands at `at`, were a number before it. */
function unitFollows(scan: Scan, at: number): boolean {
  const start = at + (/^\s*/u.exec(scan.text.slice(at))?.[0].length ?? 0);
  const found = LEXICON.get(scan.text[start] ?? '')?.some(
    (lexeme) =>
      lexeme.position === 'after-number' &&
      scan.text.startsWith(lexeme.term, start) &&
      boundaries(lexeme, scan.text, start),
  );
  return found ?? false;
}

function takeNumber(scan: Scan, sign: '' | '+' | '-' | 'change'): boolean {
  const number = numberAt(scan.text, scan.at);
  if (number === null) return false;
  const { length, value, decimals, readable } = number;
  emit(scan, [{ t: 'number', value, decimals, readable, sign }], length);
  return true;
}

/** Length of the digits of "A1" or "v2": glued to a single letter that means nothing here. */
function cellReferenceAt({ text, at, tokens }: Scan): number {
  const glued = isLatin(text[at - 1]) && !isLatin(text[at - 2]);
  const previous = tokens.at(-1)?.t;
  if (!glued || (previous !== 'word' && previous !== 'filler')) return 0;
  return /^(?:[\d.,]*\d)?/u.exec(text.slice(at))?.[0].length ?? 0;
}

function takeDigits(scan: Scan): boolean {
  const lexeme = lexemeAt(scan, scan.at);
  if (lexeme !== undefined) {
    emit(scan, lexeme.meanings, lexeme.term.length);
    return true;
  }
  const streak = cellReferenceAt(scan) || streakAt(scan.text, scan.at);
  if (streak > 0) {
    emit(scan, [{ t: 'noise' }], streak);
    return true;
  }
  const year = bareYearAt(scan.text, scan.at, scan.isThai);
  if (year !== null && !unitFollows(scan, scan.at + year.length)) {
    emit(scan, [{ t: 'period', period: year.period }], year.length);
    return true;
  }
  return takeNumber(scan, '');
}

function takeSigned(scan: Scan): boolean {
  SIGNED.lastIndex = scan.at;
  const mark = SIGNED.exec(scan.text)?.[0];
  if (mark === undefined) return false;
  const previous = lastToken(scan.tokens, 'filler');
  const character = mark.charAt(0);
  if (character === '-') {
    if (mark.length > 1 && previous !== undefined) return false;
    if (previous !== undefined && !BEFORE_MINUS.has(previous.t)) return false;
  }
  scan.at += mark.length;
  return takeNumber(scan, character === '-' || character === '+' ? character : 'change');
}

function takeDash(scan: Scan): boolean {
  if (scan.text[scan.at] !== '-') return false;
  const previous = lastToken(scan.tokens, 'filler');
  const joins = previous !== undefined && FIGURE_END.has(previous.t);
  emit(scan, [{ t: joins ? 'range' : 'separator' }], 1);
  return true;
}

function takePunctuation(scan: Scan): boolean {
  const character = scan.text[scan.at] ?? '';
  if (OPENING.includes(character)) emit(scan, [{ t: 'open' }], 1);
  else if (CLOSING.includes(character)) emit(scan, [{ t: 'close' }], 1);
  else if (SEPARATORS.includes(character)) emit(scan, [{ t: 'separator' }], 1);
  else if (character === '/' || character === '⁄') emit(scan, [{ t: 'slash' }], 1);
  else if (character === ':' || character === '=') emit(scan, [{ t: 'colon' }], 1);
  else if (character === '\u301c' || character === '~') emit(scan, [{ t: 'range' }], 1);
  else return false;
  return true;
}

/** Whether something known begins at `at`, which ends an unknown word. */
function knownAt(scan: Scan, at: number): boolean {
  const character = scan.text[at] ?? ' ';
  if (/\p{M}/u.test(character)) return false;
  return (
    !TEXT.test(character) ||
    /[\da-z]/u.test(character) ||
    lexemeAt(scan, at) !== undefined ||
    periodAt(scan.text, at) !== null
  );
}

function takeWord(scan: Scan): boolean {
  const character = scan.text[scan.at] ?? '';
  if (!TEXT.test(character)) return false;
  WORD.lastIndex = scan.at;
  let end = scan.at + (WORD.exec(scan.text)?.[0].length ?? 0);
  if (end === scan.at) {
    // The word is what stands before the next known term, as if it were already there.
    const ahead: Scan = { ...scan, tokens: [{ t: 'word', text: '', spaced: false }] };
    end += 1;
    while (end < scan.text.length && !knownAt(ahead, end)) end += 1;
  }
  emit(scan, [{ t: 'word' }], end - scan.at);
  return true;
}

function takeLexeme(scan: Scan): boolean {
  const lexeme = lexemeAt(scan, scan.at);
  if (lexeme === undefined) return false;
  emit(scan, lexeme.meanings, lexeme.term.length);
  return true;
}

function step(scan: Scan): void {
  const character = scan.text[scan.at] ?? '';
  if (character === ' ') {
    scan.spaced = true;
    scan.at += 1;
    return;
  }
  const startsWord = !(isLatin(character) && isLatin(scan.text[scan.at - 1]));
  if (startsWord && (takePeriod(scan) || takeAge(scan))) return;
  if (/[\d.]/u.test(character) && takeDigits(scan)) return;
  if (takeSigned(scan) || takeLexeme(scan) || takeDash(scan)) return;
  if (takePunctuation(scan) || takeWord(scan)) return;
  scan.at += 1;
  scan.spaced = true;
}

/** "<2024年度>" is a bracket, "<10%" is a bound: the first closes and holds more than a number. */
function anglesToBrackets(text: string): string {
  return text.replace(ANGLES, (all, inner: string) =>
    /[^\d\s.,%~〜-]/u.test(inner) && !/^\s*[\d.]+\s*%/u.test(inner) ? `(${inner})` : all,
  );
}

/** Longest text that is read: a published figure or its name, with generous room. */
export const LONGEST_TEXT = 2000;

/**
 * Splits a published text into tokens: terms of the lexicon (longest first, some only in their
 * place), times, age groups, numbers, punctuation; anything else is a `word`. Never throws. What
 * stands beyond {@link LONGEST_TEXT} characters is not read.
 * @param beside the name of the figure, where the text is its value: a Thai name makes a row Thai.
 */
export function tokenise(raw: string, beside = ''): readonly Token[] {
  const text = anglesToBrackets(normaliseText(raw.slice(0, LONGEST_TEXT)));
  const isThai = THAI.test(text) || THAI.test(beside);
  const scan: Scan = { text, tokens: [], isThai, at: 0, spaced: false };
  while (scan.at < text.length) step(scan);
  return withoutComparisons(withoutStarts(withoutExcluded(scan.tokens)));
}
