import type { Locale } from '@sukoyaka/kernel';
import type { TextStyle } from '../blocks.js';

/** Size of running text in points. */
export const BODY = 9.5;

/** Sizes in points. */
export const SIZES: Readonly<Record<TextStyle, number>> = {
  display: 24,
  title: 16,
  lead: 11,
  body: BODY,
  small: 8.5,
  caption: 7.5,
  fine: 7,
  figure: 30,
};

/** Distance of baselines in ems: Thai needs room for a vowel and a tone mark above, a vowel below. */
const LEADING: Readonly<Record<Locale, number>> = { th: 1.55, ja: 1.6, en: 1.45 };

/** Display sizes and small print are set tighter than running text. */
const TIGHTER = 0.15;

/** Distance of two baselines in points. */
export function lineHeightOf(size: number, lang: Locale): number {
  const running = size > SIZES.caption && size < 14;
  return size * (running ? LEADING[lang] : LEADING[lang] - TIGHTER);
}
