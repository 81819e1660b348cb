import { isThaiMark } from './characters.js';

/** Where a look per code unit is not enough: marks of other scripts, joiners, jamo, surrogates. */
const COMPLEX: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0dff],
  [0x0e80, 0x1cff],
  [0x1dc0, 0x1dff],
  [0x200c, 0x200d],
  [0x20d0, 0x20ff],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xa66f, 0xabff],
  [0xd7b0, 0xdfff],
  [0xfe00, 0xfe2f],
];

function isComplex(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x0d) return true;
    if (code < 0x0300 || (code >= 0x0e00 && code < 0x0e80)) continue;
    if (code >= 0x30a0 && code < 0xa000) continue;
    if (COMPLEX.some(([from, to]) => code >= from && code <= to)) return true;
  }
  return false;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Offsets (UTF-16) at which the grapheme clusters of `text` begin, and its length at the end.
 * Thai marks and SARA AM belong to the consonant before them (UAX #29).
 */
export function graphemeStarts(text: string): number[] {
  return isComplex(text) ? complexStarts(text) : simpleStarts(text);
}

function complexStarts(text: string): number[] {
  const starts: number[] = [];
  for (const { index } of segmenter.segment(text)) starts.push(index);
  starts.push(text.length);
  return starts;
}

function simpleStarts(text: string): number[] {
  const starts: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const extends_ = isThaiMark(code) || code === 0xff9e || code === 0xff9f;
    if (!extends_ || index === 0 || isControl(text.charCodeAt(index - 1))) starts.push(index);
  }
  starts.push(text.length);
  return starts;
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x200b || code === 0xad;
}
