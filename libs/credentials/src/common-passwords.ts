import { isLongListed, rankOf } from './password-lists.js';
import { repeatedUnit, runsIn } from './runs.js';

/** Two words are about as easy to guess as one when both are among so many. */
const COMMONEST = 3_000;
const SHORTEST_WORD = 3;

/** Runs of digits, signs and spaces around a word that help nothing: a date has eight digits. */
const MOST_PADDING = 8;

const LETTER = /[\p{L}\p{M}]/u;
const NOT_LETTERS_AROUND = /^[^\p{L}\p{M}]+|[^\p{L}\p{M}]+$/gu;

/** Signs that stand for letters (p@ssw0rd). One and ! are read as i here, and as l apart. */
const LETTER_OF_SIGN: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
  '1': 'i',
  '!': 'i',
};

/** Whether there are only digits, signs and spaces, in few runs: `1234` and `!!!!` are one each. */
export function isPadding(folded: string): boolean {
  return !LETTER.test(folded) && runsIn(folded) <= MOST_PADDING;
}

/**
 * Whether a password is among the first that an attacker tries: a listed one, also with padding
 * (`password1234`), with other signs for letters (`p@ssw0rd`) or repeated; two of the commonest
 * together; a text below the least length that is only repeated; nothing but known orders
 * (`abcdefgh4321`).
 * @param folded normalised (NFKC) and in lower case.
 * @param shortest the least length of a password, in code points.
 */
export function isCommon(folded: string, shortest: number): boolean {
  const characters = Array.from(folded);
  const unit = repeatedUnit(characters);
  if (unit && unit.length < shortest) return true;
  const runs = runsIn(folded);
  if (runs < shortest && runs <= characters.length / 3) return true;
  const bare = folded.replace(NOT_LETTERS_AROUND, '');
  return [folded, bare].some(isLongListed) || coresOf(characters).some(isListed) || isPair(bare);
}

/** What is left when padding is cut off at the beginning, at the end, or at both. */
function coresOf(characters: readonly string[]): string[] {
  const starts = paddings(characters);
  const ends = paddings(characters.toReversed());
  return starts.flatMap((before, start) =>
    ends
      .map((after, end) => (before + after > MOST_PADDING ? '' : cut(characters, start, end)))
      .filter((core) => core !== ''),
  );
}

function cut(characters: readonly string[], start: number, end: number): string {
  return characters.slice(start, Math.max(start, characters.length - end)).join('');
}

/** The runs of padding that go with cutting off 0, 1, 2 … characters, as far as that is padding. */
function paddings(characters: readonly string[]): number[] {
  const runs = [0];
  for (let count = 1; count <= characters.length; count += 1) {
    const padding = characters.slice(0, count).join('');
    if (!isPadding(padding)) break;
    runs.push(runsIn(padding));
  }
  return runs;
}

function isListed(core: string): boolean {
  return [core, inLetters(core, 'i'), inLetters(core, 'l')].some((text) => {
    const unit = repeatedUnit(Array.from(text));
    return rankOf(text) !== undefined || (unit && rankOf(unit.join('')) !== undefined);
  });
}

function inLetters(text: string, one: 'i' | 'l'): string {
  return Array.from(text, (each) => (each === '1' ? one : (LETTER_OF_SIGN[each] ?? each))).join('');
}

/** Two of the commonest passwords, whatever signs and spaces are between them. */
function isPair(text: string): boolean {
  return Array.from({ length: text.length }, (_, at) => at).some(
    (at) =>
      isCommonest(text.slice(0, at)) && isCommonest(text.slice(at).replace(NOT_LETTERS_AROUND, '')),
  );
}

function isCommonest(word: string): boolean {
  return word.length >= SHORTEST_WORD && (rankOf(word) ?? COMMONEST) < COMMONEST;
}
