import type { Locale } from '@sukoyaka/kernel';
import { face, type LoadedFace } from '../fonts/faces.js';
import { isThai, isVariationSelector, isWide } from './characters.js';
import type { ShapingScript } from './shape.js';

export type Weight = 'regular' | 'bold';

/** The families in the order in which a language tries them. */
const ORDER = {
  th: ['thai', 'japanese'],
  en: ['thai', 'japanese'],
  ja: ['japanese', 'thai'],
} as const;

type Family = 'thai' | 'japanese';

const FACE = {
  thai: { regular: 'thai-regular', bold: 'thai-bold' },
  japanese: { regular: 'japanese-regular', bold: 'japanese-bold' },
} as const;

export function faceOf(family: Family, weight: Weight): LoadedFace {
  return face(FACE[family][weight]);
}

/** The family that draws `text` (one cluster) in a text of `lang`; undefined when none does. */
export function familyFor(text: string, lang: Locale): Family | undefined {
  return ORDER[lang].find((family) => covers(family, text));
}

function covers(family: Family, text: string): boolean {
  const { has, hasVariant } = faceOf(family, 'regular');
  if (text.length === 1) return has(text.charCodeAt(0));
  let before = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (!has(code) && !(isVariationSelector(code) && hasVariant(before, code))) return false;
    before = code;
  }
  return true;
}

/** The script of a cluster that has one, undefined for spaces, digits and punctuation. */
export function scriptOf(code: number): ShapingScript | undefined {
  if (isThai(code)) return 'thai';
  if (isWide(code)) return 'japanese';
  if (code < 0x41 || (code >= 0x5b && code <= 0x60) || (code >= 0x7b && code <= 0xbf)) {
    return undefined;
  }
  return code >= 0x2000 && code <= 0x2fff ? undefined : 'latin';
}
