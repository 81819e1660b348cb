import type { Locale } from '@sukoyaka/kernel';
import type { Weight } from '../text/face-choice.js';
import { prepare } from '../text/prepare.js';
import { actualText, breakLines } from './lines.js';

export interface LayoutOptions {
  /** Points. */
  readonly width: number;
  /** Points. */
  readonly size: number;
  readonly weight?: Weight;
}

export interface Line {
  /** What the line reads as; the lines of a text join to the text (line ends excepted). */
  readonly text: string;
  /** Points, without the spaces at the end. */
  readonly width: number;
}

/** The lines of `text` (of language `lang`) when it is set `width` points wide. */
export function layoutText(text: string, lang: Locale, options: LayoutOptions): Line[] {
  const prepared = prepare([{ text, lang, weight: options.weight ?? 'regular' }]);
  return breakLines(prepared, options.size, options.width).map((line) => ({
    text: actualText(prepared, line.from, line.to).replace(/\n$/, ''),
    width: line.width,
  }));
}
