import { isThaiMark } from './characters.js';

/** Where a quick look per code unit is not enough: marks of other scripts, emoji, jamo, CR LF. */
const COMPLEX =
  /[\r\u0300-\u036f\u0483-\u0dff\u0e80-\u1cff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ud7b0-\udfff\ufe00-\ufe0f\ufe20-\ufe2f]/;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Offsets (UTF-16) at which the grapheme clusters of `text` begin, and its length at the end.
 * Thai marks and SARA AM belong to the consonant before them (UAX #29).
 */
export function graphemeStarts(text: string): number[] {
  return COMPLEX.test(text) ? complexStarts(text) : simpleStarts(text);
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
