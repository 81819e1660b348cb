import { graphemeStarts } from './graphemes.js';

/**
 * One unit of setting: a grapheme cluster as it is drawn and, where that differs, as it is read.
 * Clusters are never divided.
 */
export interface Cluster {
  readonly drawn: string;
  /** What copy, search and screen readers get. */
  readonly actual: string;
}

/** Drawn in the place of what no face has: a hollow square, a mark of the missing that is seen. */
export const MISSING = '\u25a1';

/** Controls and invisible formats: never drawn, never kept, but for those that mean something. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const MEANT = new Set(['\n', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060']);

/** Joiners and variation selectors: part of a cluster, without a shape of their own. */
const JOINERS = /[\u200c\u200d]/g;
const SELECTORS = /[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** What is no character, or one that only its sender knows. */
const UNKNOWN = /^[\p{Cn}\p{Co}\p{Cs}]/u;

const NEEDS_CARE =
  /[^\u0020-\u007e\u00a0-\u017f\u0e01-\u0e3a\u0e3f-\u0e5b\u2010-\u201f\u2026\u2030\u3001-\u30ff\u4e00-\u9fff\uff01-\uff9f]/;

/** Whether a face of the text's language or a fallback can draw all of `text`. */
export type Coverage = (text: string) => boolean;

/**
 * The clusters of `text`: line ends become `\n`, tabs spaces; controls and bidi marks are dropped
 * (text runs from left to right here); what no face has is drawn as `MISSING` and read as itself,
 * or as U+FFFD where it is no character at all.
 */
export function clustersOf(text: string, covers: Coverage): Cluster[] {
  const clean = NEEDS_CARE.test(text) ? tidy(text) : text;
  const starts = graphemeStarts(clean);
  const clusters: Cluster[] = [];
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const cluster = clusterOf(clean.slice(starts[index], starts[index + 1]), covers);
    if (cluster.drawn !== '') clusters.push(cluster);
  }
  return clusters;
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\u2000-\u200a\u205f]/g, ' ')
    .replace(INVISIBLE, (character) => (MEANT.has(character) ? character : ''));
}

const BLANK = new Set(['\n', '\u200b', '\u00ad', '\u2060']);

function clusterOf(text: string, covers: Coverage): Cluster {
  if (BLANK.has(text) || covers(text)) return { drawn: text, actual: text };
  const visible = text.replace(JOINERS, '').replace(SELECTORS, '');
  if (visible === '') return { drawn: '', actual: '' };
  for (const form of [visible, visible.normalize('NFC'), visible.normalize('NFD'), bare(visible)]) {
    if (form !== '' && covers(form)) return { drawn: form, actual: text.replace(JOINERS, '') };
  }
  return { drawn: MISSING, actual: UNKNOWN.test(text) ? '\ufffd' : text };
}

/** The base letter without its marks: legible where the marked letter can't be drawn. */
function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}
