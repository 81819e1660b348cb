import { Quality } from '../text/thai-segment.js';
import type { PreparedText } from '../text/prepare.js';

/** A line of a paragraph: clusters `from` to `to` (exclusive, with the spaces it ends in). */
export interface LineRange {
  readonly from: number;
  readonly to: number;
  /** End of what is drawn: without spaces and line ends. */
  readonly visibleTo: number;
  /** Width of what is drawn, in points. */
  readonly width: number;
  /** The line ends at a soft hyphen: a hyphen is drawn. */
  readonly hyphen: boolean;
}

/** How much shorter than the longest possible a line may be for a better end, in ems. */
const PENALTY: readonly number[] = [Infinity, 0, 0.5, 3, 9];

/** Share of the width that a better end may cost at most. */
const MOST_GIVEN_UP = 0.5;

const HYPHEN_EM = 0.322;

/**
 * Breaks a prepared paragraph into lines of at most `width` points at `size` points. A line ends
 * at the best place near its limit; where none fits, between two clusters; a cluster wider than
 * the line stands alone. Always at least one line.
 */
export function breakLines(prepared: PreparedText, size: number, width: number): LineRange[] {
  const lines: LineRange[] = [];
  let from = 0;
  do {
    const to = endOfLine(prepared, from, (width / size) * 1000 + 0.5);
    lines.push(lineOf(prepared, from, to, size));
    from = to;
  } while (from < prepared.count);
  feedLastLine(prepared, lines, size);
  if (prepared.drawn.endsWith('\n')) lines.push(lineOf(prepared, from, from, size));
  return lines;
}

/** A last line shorter than this (in ems) gets something from the line before it. */
const SHORTEST_LAST = 2.2;

/** A paragraph does not end in one lone letter where the line before it can spare some. */
function feedLastLine(prepared: PreparedText, lines: LineRange[], size: number): void {
  const last = lines.at(-1);
  const before = lines.at(-2);
  if (last === undefined || before === undefined) return;
  if (last.width >= SHORTEST_LAST * size || prepared.qualities[last.from] === Quality.forced)
    return;
  const spare = before.width - (before.width + last.width) / 2;
  let moved = 0;
  for (let index = last.from - 1; index > before.from; index -= 1) {
    moved += ((prepared.advances[index] ?? 0) * size) / 1000;
    if (moved > spare) return;
    const quality = prepared.qualities[index] ?? Quality.none;
    const fed = last.width + moved >= SHORTEST_LAST * size;
    if (!fed || quality === Quality.none || quality > Quality.plain) continue;
    lines[lines.length - 2] = lineOf(prepared, before.from, index, size);
    lines[lines.length - 1] = lineOf(prepared, index, last.to, size);
    return;
  }
}

/** The cluster before which the line that begins at `from` ends; `limit` in 1/1000 em. */
function endOfLine(prepared: PreparedText, from: number, limit: number): number {
  const { advances, qualities, count } = prepared;
  let best = -1;
  let bestScore = -Infinity;
  let lastResort = -1;
  let width = 0;
  let visible = 0;
  for (let index = from; index < count; index += 1) {
    const quality = qualities[index] ?? 0;
    if (index > from && quality !== Quality.none) {
      if (quality === Quality.forced) return index;
      const score = visible - penaltyOf(quality, limit) + (quality === Quality.good ? 1 : 0);
      if (score >= bestScore && fits(prepared, index, visible, limit)) {
        best = index;
        bestScore = score;
      }
    }
    if (index > from) lastResort = index;
    width += advances[index] ?? 0;
    if (isBlank(prepared, index)) continue;
    visible = width;
    if (visible > limit) return best >= 0 ? best : Math.max(lastResort, from + 1);
  }
  return count;
}

function penaltyOf(quality: number, limit: number): number {
  if (quality > Quality.weak) return (quality - Quality.weak) * 1_000_000;
  return Math.min((PENALTY[quality] ?? 0) * 1000, limit * MOST_GIVEN_UP);
}

function fits(prepared: PreparedText, index: number, visible: number, limit: number): boolean {
  const atHyphen = prepared.drawn.charCodeAt((prepared.starts[index] ?? 1) - 1) === 0xad;
  return !atHyphen || visible + HYPHEN_EM * 1000 <= limit;
}

function isBlank({ drawn, starts }: PreparedText, index: number): boolean {
  const code = drawn.charCodeAt(starts[index] ?? 0);
  return code === 0x20 || code === 0x3000 || code === 0x0a || code === 0x200b || code === 0xad;
}

function lineOf(prepared: PreparedText, from: number, to: number, size: number): LineRange {
  let visibleTo = to;
  while (visibleTo > from && isBlank(prepared, visibleTo - 1)) visibleTo -= 1;
  let advance = 0;
  for (let index = from; index < visibleTo; index += 1) advance += prepared.advances[index] ?? 0;
  const last = prepared.drawn.charCodeAt((prepared.starts[to] ?? 1) - 1);
  const hyphen = to > from && to < prepared.count && last === 0xad;
  return {
    from,
    to,
    visibleTo,
    hyphen,
    width: (advance * size) / 1000 + (hyphen ? HYPHEN_EM * size : 0),
  };
}

/** What the clusters `from` to `to` read as. */
export function actualText(prepared: PreparedText, from: number, to: number): string {
  const { drawn, starts, actual } = prepared;
  if (actual.size === 0) return drawn.slice(starts[from], starts[to]);
  let text = '';
  for (let index = from; index < to; index += 1) {
    text += actual.get(index) ?? drawn.slice(starts[index], starts[index + 1]);
  }
  return text;
}
