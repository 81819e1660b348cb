import { round } from '@sukoyaka/kernel';
import type { Phrase } from '../words/phrase.js';
import type { ReportLanguages } from '../input.js';
import type { Sentence } from './types.js';

/** Makes sentences in the languages of one report. */
export type Say = (phrase: Phrase) => Sentence;

export function sayIn(languages: ReportLanguages): Say {
  return (phrase) => Object.fromEntries(languages.map((lang) => [lang, phrase(lang)]));
}

/** A score, T value or gain: one decimal. */
export function score(value: number): number;
export function score(value: number | null): number | null;
export function score(value: number | null): number | null {
  return value === null ? null : round(value, 1);
}

/** Points: two decimals, as sites share them. */
export function points(value: number): number {
  return round(value, 2);
}

/** A share from 0 to 1: four decimals, so that one answer of a large edition shows. */
export function share(value: number): number {
  return round(value, 4);
}
