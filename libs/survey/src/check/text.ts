import type { TextQuestion } from '../definition.js';
import type { Findings } from '../problem.js';
import { type Checker, wrongShape } from './checker.js';

/** Control characters that no text needs; line breaks and tabs are welcome. */
const CONTROL = /[^\P{Cc}\n\r\t]/u;

/** Nothing that a reader sees: spaces, joiners, zero-width and other ignorable characters. */
const BLANK = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Letters and signs that each stand alone: no marks, joiners, jamo or astral characters. */
const SIMPLE = /^[\x20-\x7e\n\t\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff、。「」]*$/;

/** Length as a reader counts it: a Thai consonant with its marks, or an emoji, is one character. */
export function lengthOf(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let length = 0;
  for (const { index } of graphemes.segment(text)) length += index >= 0 ? 1 : 0;
  return length;
}

/** Whether the text shows nothing at all. */
export function isBlank(text: string): boolean {
  return BLANK.test(text);
}

/** Reports text that is blank, too long or holds control characters or half a character. */
export function checkText(text: string, most: number, out: Findings): void {
  if (isBlank(text)) return out.error('text-blank');
  if (CONTROL.test(text) || !text.isWellFormed()) return out.error('text-control-characters');
  if (text.length <= most) return;
  // Far beyond the limit nobody needs the exact number, and counting a megabyte is slow.
  const length = text.length > most * 16 ? text.length : lengthOf(text);
  if (length > most) out.error('text-too-long', { length, most });
}

export function textChecker(question: TextQuestion): Checker {
  return (value, out) => {
    if (typeof value === 'string') checkText(value, question.maxLength, out);
    else wrongShape(out, 'text', value);
  };
}
