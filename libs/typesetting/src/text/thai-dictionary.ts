import { readFileSync } from 'node:fs';

const FILES = ['thai-base.txt', 'thai-compounds.txt', 'thai-general.txt', 'thai-terms.txt'];

/** Headwords in the order of their code units, so that a prefix is a range of them. */
export interface ThaiDictionary {
  /** Lengths (UTF-16) of the headwords that begin at `start` in `text`, shortest first. */
  matches(text: string, start: number): readonly number[];
  has(word: string): boolean;
}

let shared: ThaiDictionary | undefined;

/** The product's word list, read once per process (`data/README.md` says where it is from). */
export function thaiDictionary(): ThaiDictionary {
  shared ??= dictionaryOf(FILES.flatMap(readWords));
  return shared;
}

function readWords(file: string): string[] {
  const text = readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8');
  return text
    .replace(/^#.*$/gm, '')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** A dictionary of the given headwords. */
export function dictionaryOf(headwords: readonly string[]): ThaiDictionary {
  const words = [...new Set(headwords)].sort((a, b) => (a < b ? -1 : 1));
  const set = new Set(words);
  return {
    has: (word) => set.has(word),
    matches: (text, start) => matchesAt(words, text, start),
  };
}

function matchesAt(words: readonly string[], text: string, start: number): number[] {
  const found: number[] = [];
  let low = 0;
  let high = words.length;
  for (let depth = 0; start + depth < text.length && low < high; depth += 1) {
    const code = text.charCodeAt(start + depth);
    low = bound(words, low, high, depth, code);
    high = bound(words, low, high, depth, code + 1);
    if (low < high && words[low]?.length === depth + 1) found.push(depth + 1);
  }
  return found;
}

/** The first of `words[low..high)` whose code unit at `depth` is at least `code`. */
function bound(
  words: readonly string[],
  low: number,
  high: number,
  depth: number,
  code: number,
): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const word = words[middle] ?? '';
    const unit = depth < word.length ? word.charCodeAt(depth) : -1;
    if (unit < code) from = middle + 1;
    else to = middle;
  }
  return from;
}
