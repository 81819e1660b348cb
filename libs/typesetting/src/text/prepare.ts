import type { Locale } from '@sukoyaka/kernel';
import { breakQualities } from './break-rules.js';
import { clustersOf } from './clusters.js';
import { faceOf, familyFor, scriptOf, type Weight } from './face-choice.js';
import type { LoadedFace } from '../fonts/faces.js';
import { SizedCache } from './sized-cache.js';
import { shapeRun, type ShapedRun, type ShapingScript } from './shape.js';

/** A stretch of a paragraph with one language and weight. */
export interface Stretch {
  readonly text: string;
  readonly lang: Locale;
  readonly weight: Weight;
}

/** A run of clusters of one face, script and language, shaped as a whole. */
export interface Run {
  readonly face: LoadedFace;
  readonly script: ShapingScript;
  readonly lang: Locale;
  /** Clusters `from` to `to` (exclusive) of the prepared text. */
  readonly from: number;
  readonly to: number;
  readonly shaped: ShapedRun;
  /** The cluster (index in the prepared text) of each glyph. */
  readonly clusterOf: Uint32Array;
}

/** A paragraph that is ready to be broken at any width and size. */
export interface PreparedText {
  readonly drawn: string;
  readonly count: number;
  /** Offsets of the clusters in `drawn`, and its length. */
  readonly starts: Uint32Array;
  /** Advance of each cluster in 1/1000 em. */
  readonly advances: Int32Array;
  /** Quality of a line end before each cluster (`Quality`). */
  readonly qualities: Uint8Array;
  readonly runs: readonly Run[];
  /** What clusters read as, where that is not what is drawn. */
  readonly actual: ReadonlyMap<number, string>;
  /** Index in the given stretches that each cluster came from; empty when there is only one. */
  readonly stretchOf: Uint16Array;
}

const cache = new SizedCache<PreparedText>(1_500_000);

/** Splits, shapes and rates a paragraph. Equal paragraphs are prepared once per process. */
export function prepare(stretches: readonly Stretch[]): PreparedText {
  const key = keyOf(stretches);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const prepared = build(stretches);
  cache.set(key, prepared, prepared.drawn.length + 16);
  return prepared;
}

function keyOf(stretches: readonly Stretch[]): string {
  let key = '';
  for (const { lang, weight, text } of stretches) key += `${lang}${weight.charAt(0)}${text}\u0000`;
  return key;
}

interface Item {
  readonly drawn: string;
  readonly stretch: number;
  readonly face: LoadedFace | undefined;
  readonly script: ShapingScript;
}

function build(stretches: readonly Stretch[]): PreparedText {
  const actual = new Map<number, string>();
  const items = itemsOf(stretches, actual);
  const starts = new Uint32Array(items.length + 1);
  let drawn = '';
  for (const [index, item] of items.entries()) {
    starts[index] = drawn.length;
    drawn += item.drawn;
  }
  starts[items.length] = drawn.length;
  const runs = runsOf(items, starts, drawn, stretches);
  return {
    drawn,
    count: items.length,
    starts,
    advances: advancesOf(items.length, runs),
    qualities: breakQualities(drawn, starts),
    runs,
    actual,
    stretchOf:
      stretches.length > 1 ? Uint16Array.from(items, (item) => item.stretch) : new Uint16Array(0),
  };
}

/** Characters that take room for a break, not for themselves. */
const WITHOUT_SHAPE = new Set(['\n', '\u200b', '\u00ad', '\u2060']);

function itemsOf(stretches: readonly Stretch[], actual: Map<number, string>): Item[] {
  const items: Item[] = [];
  for (const [stretch, { text, lang, weight }] of stretches.entries()) {
    const covers = (cluster: string): boolean => familyFor(cluster, lang) !== undefined;
    for (const cluster of clustersOf(text, covers)) {
      const invisible = WITHOUT_SHAPE.has(cluster.drawn);
      if (invisible) actual.set(items.length, cluster.drawn === '\n' ? '\n' : '');
      else if (cluster.actual !== cluster.drawn) actual.set(items.length, cluster.actual);
      items.push(itemOf(cluster.drawn, stretch, invisible, lang, weight, items.at(-1)));
    }
  }
  return items;
}

function itemOf(
  drawn: string,
  stretch: number,
  invisible: boolean,
  lang: Locale,
  weight: Weight,
  previous: Item | undefined,
): Item {
  const family = invisible ? undefined : familyFor(drawn, lang);
  const own = scriptOf(drawn.codePointAt(0) ?? 0);
  return {
    drawn,
    stretch,
    face: family === undefined ? undefined : faceOf(family, weight),
    script:
      own ?? previous?.script ?? (lang === 'th' ? 'thai' : lang === 'ja' ? 'japanese' : 'latin'),
  };
}

function runsOf(
  items: readonly Item[],
  starts: Uint32Array,
  drawn: string,
  stretches: readonly Stretch[],
): Run[] {
  const runs: Run[] = [];
  let from = 0;
  while (from < items.length) {
    const first = items[from];
    let to = from + 1;
    while (to < items.length && sameRun(first, items[to], stretches)) to += 1;
    if (first?.face !== undefined) {
      const lang = stretches[first.stretch]?.lang ?? 'en';
      runs.push(shapedRun(first.face, first.script, lang, from, to, starts, drawn));
    }
    from = to;
  }
  return runs;
}

function sameRun(a: Item | undefined, b: Item | undefined, stretches: readonly Stretch[]): boolean {
  if (a === undefined || b === undefined || a.face !== b.face || a.script !== b.script)
    return false;
  return a.stretch === b.stretch || stretches[a.stretch]?.lang === stretches[b.stretch]?.lang;
}

/** Shapes the clusters `from` to `to` of a text as a run of their own. */
export function shapedRun(
  face: LoadedFace,
  script: ShapingScript,
  lang: Locale,
  from: number,
  to: number,
  starts: Uint32Array,
  drawn: string,
): Run {
  const base = starts[from] ?? 0;
  const shaped = shapeRun(face, drawn.slice(base, starts[to]), script, lang);
  const clusterOf = new Uint32Array(shaped.glyphs.length);
  let cluster = from;
  for (let glyph = 0; glyph < clusterOf.length; glyph += 1) {
    const offset = base + (shaped.clusters[glyph] ?? 0);
    while (cluster + 1 < to && (starts[cluster + 1] ?? 0) <= offset) cluster += 1;
    clusterOf[glyph] = cluster;
  }
  return { face, script, lang, from, to, shaped, clusterOf };
}

function advancesOf(count: number, runs: readonly Run[]): Int32Array {
  const advances = new Int32Array(count);
  for (const { shaped, clusterOf } of runs) {
    for (let glyph = 0; glyph < clusterOf.length; glyph += 1) {
      const cluster = clusterOf[glyph] ?? 0;
      advances[cluster] = (advances[cluster] ?? 0) + (shaped.advances[glyph] ?? 0);
    }
  }
  return advances;
}
