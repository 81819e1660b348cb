import type { Locale } from '@sukoyaka/kernel';

/** Invisible characters that turn or break a line of print: controls, direction marks, BOM. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/gu;

/** What a company wrote, safe to print: one line, no controls, no half characters. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').replace(UNPRINTABLE, '').trim();
}

/** As `oneLine`, paragraph by paragraph; blank ones are left out. */
export function paragraphs(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(oneLine)
    .filter((line) => line !== '');
}

const THAI = /[\u0e01-\u0e5b]/g;
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/g;

/** The language by whose script a text is best set: the report does not know its language. */
export function languageOf(text: string): Locale {
  const thai = text.match(THAI)?.length ?? 0;
  const japanese = text.match(JAPANESE)?.length ?? 0;
  if (thai === 0 && japanese === 0) return 'en';
  return thai >= japanese ? 'th' : 'ja';
}

const graphemes = new Map<Locale, Intl.Segmenter>();
const words = new Map<Locale, Intl.Segmenter>();

/** At most `limit` user-perceived characters, cut between words where there are any. */
export function shorten(text: string, limit: number, language: Locale): string {
  if (text.length <= limit) return text;
  const end = endOf(text, limit, language);
  if (end === undefined) return text;
  const word = segmenter(words, language, 'word').segment(text).containing(end);
  const cut = text.slice(0, word && word.index > 0 ? word.index : end);
  return `${cut.replace(/[\s、，,;:・（(]+$/u, '')}…`;
}

/** Where the last of `limit` characters begins; undefined when there are no more than that. */
function endOf(text: string, limit: number, language: Locale): number | undefined {
  let count = 0;
  let end = 0;
  for (const { index } of segmenter(graphemes, language, 'grapheme').segment(text)) {
    count += 1;
    if (count === limit) end = index;
    if (count > limit) return end;
  }
  return undefined;
}

function segmenter(
  known: Map<Locale, Intl.Segmenter>,
  language: Locale,
  granularity: 'word' | 'grapheme',
): Intl.Segmenter {
  const found = known.get(language);
  if (found) return found;
  const made = new Intl.Segmenter(language, { granularity });
  known.set(language, made);
  return made;
}
