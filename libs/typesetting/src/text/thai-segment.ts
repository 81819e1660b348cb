import { isThaiConsonant, isThaiFollower, isThaiLeadingVowel, isThaiMark } from './characters.js';
import { bindsLeft, bindsRight, derives, leads } from './thai-affixes.js';
import { thaiDictionary, type ThaiDictionary } from './thai-dictionary.js';

/** How good a place is for a line to end. Lower is better; 0 is none. */
export const Quality = {
  none: 0,
  /** After a space, between ideographs, at a zero-width space. */
  good: 1,
  /** Where a phrase begins, in a language without spaces. */
  fair: 2,
  /** Between two words of such a language. */
  plain: 3,
  /** Where words belong together: only when the line would stay half empty. */
  weak: 4,
  /** Perhaps inside of a word or a number: only when nothing better fits. */
  doubtful: 5,
  /** Within a word longer than the line: after its hyphen or slash, between its parts. */
  rare: 6,
  /** Within such a part of a word, when that is longer than the line itself. */
  rarest: 7,
  /** Between any two clusters: only when nothing else fits. */
  emergency: 8,
  /** Within a number, or between it and its unit: only in a line that short. */
  last: 9,
  /** The text says so. */
  forced: 10,
} as const;

export type Quality = (typeof Quality)[keyof typeof Quality];

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Costs of a path through the text: fewest words, known before unknown. */
const KNOWN = 1;
const GUESSED = 1.5;
const UNKNOWN = 2.6;

/**
 * โครงการ|ส่งเสริม, not โครง|การส่งเสริม: of two readings with as many words, the one in which the
 * prefix belongs to the word before it is right far more often.
 */
const PREFIXED = 0.05;
const PREFIX = /^(การ|ความ)./;

/**
 * The breaks of a stretch of Thai letters: `result[i]` is the quality of a line end before the
 * code unit `i` (`none` inside of words). Words are headwords of the dictionary where the text can
 * be read as such (the reading with the fewest words wins), else what `Intl.Segmenter` makes of it.
 * A break beside an unknown word, after a prefix that makes nouns such as การ, or where it would
 * divide some other headword written there is `doubtful`.
 */
export function thaiBreaks(
  text: string,
  dictionary: ThaiDictionary = thaiDictionary(),
): readonly Quality[] {
  const breaks: Quality[] = new Array<Quality>(text.length + 1).fill(Quality.none);
  const matches = matchesOf(text, dictionary);
  const words = readWords(text, matches);
  for (let index = 1; index < words.length; index += 1) {
    const left = words[index - 1];
    const right = words[index];
    if (left !== undefined && right !== undefined) breaks[right.from] = qualityBetween(left, right);
  }
  weakenInsideOf(matches, breaks);
  for (const word of words) rateInside(word, dictionary, breaks);
  return breaks;
}

/** Words of fewer letters are left whole, or broken anywhere where a line is that short. */
const SHORTEST_DIVIDED = 8;

/** Where a long compound may be divided when it is longer than the line: between its own words. */
function rateInside(
  word: Word,
  dictionary: ThaiDictionary,
  breaks: Quality[],
  quality: Quality = Quality.rare,
): void {
  const { text, from } = word;
  if (text.length < SHORTEST_DIVIDED) return;
  const matches = matchesOf(text, dictionary).map((lengths, at) =>
    at === 0 ? lengths.filter((length) => length < text.length) : lengths,
  );
  for (const part of readWords(text, matches, EVEN)) {
    if (part.from > 0 && part.known) breaks[from + part.from] ||= quality;
    if (part.text.length < text.length) {
      rateInside({ ...part, from: from + part.from }, dictionary, breaks, Quality.rarest);
    }
  }
}

interface Word {
  readonly from: number;
  readonly text: string;
  readonly known: boolean;
}

function qualityBetween(left: Word, right: Word): Quality {
  if (!left.known || !right.known || derives(left.text)) return Quality.doubtful;
  if (bindsRight(left.text) || bindsLeft(right.text)) return Quality.weak;
  return leads(right.text) ? Quality.fair : Quality.plain;
}

/** For each position the lengths of headwords that begin there and end where a word may end. */
function matchesOf(text: string, dictionary: ThaiDictionary): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const lengths = mayBreak(text, start) ? dictionary.matches(text, start) : [];
    all.push(lengths.filter((length) => mayBreak(text, start + length)));
  }
  return all;
}

/** Whether the Thai script allows a word to end before code unit `at`. */
function mayBreak(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const next = text.charCodeAt(at);
  if (isThaiMark(next) || isThaiFollower(next)) return false;
  if (isThaiLeadingVowel(text.charCodeAt(at - 1))) return false;
  return !isSilenced(text, at);
}

/** A consonant under ์ (thanthakhat) ends the word that it stands in. */
function isSilenced(text: string, at: number): boolean {
  if (!isThaiConsonant(text.charCodeAt(at))) return false;
  const mark = text.charCodeAt(at + 1);
  return (
    mark === 0x0e4c || ((mark === 0x0e34 || mark === 0x0e38) && text.charCodeAt(at + 2) === 0x0e4c)
  );
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly known: boolean;
}

/**
 * Of readings with as many words: the one with the longest word is right for a sentence, the one
 * with words of even length for a compound (ข้าราชการ|พลเรือน, not ข้า|ราชการพลเรือน).
 */
const LONGEST = -1e-5;
const EVEN = 1e-5;

/** The cheapest path over headwords, guessed words and single clusters (Viterbi). */
function readWords(
  text: string,
  matches: readonly (readonly number[])[],
  taste: number = LONGEST,
): Word[] {
  const best: (Step | undefined)[] = new Array<Step | undefined>(text.length + 1);
  best[0] = { cost: 0, from: -1, known: true };
  const guesses = guessedWords(text);
  for (let at = 0; at < text.length; at += 1) {
    const here = best[at];
    if (here === undefined) continue;
    for (const length of matches[at] ?? []) {
      const prefixed = length > 5 && PREFIX.test(text.slice(at, at + 5)) ? PREFIXED : 0;
      offer(best, at + length, here.cost + KNOWN + prefixed + length * length * taste, at, true);
    }
    const guess = guesses.get(at);
    if (guess !== undefined && mayBreak(text, guess)) {
      offer(best, guess, here.cost + GUESSED, at, false);
    }
    offer(best, nextBreakable(text, at + 1), here.cost + UNKNOWN, at, false);
  }
  return mergeUnknown(trace(text, best));
}

function offer(
  best: (Step | undefined)[],
  to: number,
  cost: number,
  from: number,
  known: boolean,
): void {
  const present = best[to];
  if (present === undefined || cost < present.cost) best[to] = { cost, from, known };
}

function nextBreakable(text: string, from: number): number {
  let at = from;
  while (at < text.length && !mayBreak(text, at)) at += 1;
  return at;
}

/** Where the words end that `Intl.Segmenter` finds, by their beginning. */
function guessedWords(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { index, segment } of segmenter.segment(text)) ends.set(index, index + segment.length);
  return ends;
}

function trace(text: string, best: readonly (Step | undefined)[]): Word[] {
  const words: Word[] = [];
  let end = text.length;
  while (end > 0) {
    const step = best[end];
    if (step === undefined) break;
    words.push({ from: step.from, text: text.slice(step.from, end), known: step.known });
    end = step.from;
  }
  return words.reverse();
}

/** Unknown neighbours are one unknown word: nobody can tell where it might be divided. */
function mergeUnknown(words: readonly Word[]): Word[] {
  const merged: Word[] = [];
  for (const word of words) {
    const last = merged.at(-1);
    if (last !== undefined && !last.known && !word.known && last.text.length < 12) {
      merged[merged.length - 1] = { ...last, text: last.text + word.text };
    } else {
      merged.push(word);
    }
  }
  return merged;
}

/** Headwords shorter than this are too many to be respected where the reading divides them. */
const SHORTEST_RESPECTED = 4;

function isAmongWords(quality: Quality): boolean {
  return quality !== Quality.none && quality <= Quality.weak;
}

function weakenInsideOf(matches: readonly (readonly number[])[], breaks: Quality[]): void {
  for (const [start, lengths] of matches.entries()) {
    const longest = lengths.at(-1) ?? 0;
    if (longest < SHORTEST_RESPECTED) continue;
    for (let at = start + 1; at < start + longest; at += 1) {
      if (isAmongWords(breaks[at] ?? Quality.none)) breaks[at] = Quality.doubtful;
    }
  }
}
