/** Line breaks of every kind, tabs and other controls: what could begin a header or a paragraph. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/**
 * Bidirectional marks, tags and other unseen characters, and letters that look like nothing. The
 * joiners and variation selectors belong to words and names in Asia.
 */
const UNSEEN = /(?![\u200C\u200D])\p{Cf}|[\u115F\u1160\u3164\uFFA0]/gu;

/** What makes an address out of a name, in programs that turn addresses into links themselves. */
const LINK_MARKS = /[a-z\d+.-]*:\/\/|www\./giu;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Somebody's words as one line that cannot alter what stands around it: no breaks, no controls, no
 * marks that turn the direction of reading, no beginning of an address; at most `limit` UTF-16 units.
 */
export function plainLine(words: string, limit: number): string {
  const line = words
    // However long a text is, little of it is looked at.
    .slice(0, 8 * limit)
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(LINK_MARKS, ' ')
    .replace(BREAKS, ' ')
    .normalize('NFC');
  return clipped(line.trim(), limit);
}

/** At most `limit` UTF-16 units, cut between the characters that a reader sees. */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text.slice(0, limit))) {
    if (kept.length + segment.length >= limit) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}
