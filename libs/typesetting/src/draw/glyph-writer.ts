import { isRightToLeft } from '../text/characters.js';
import { shapedRun, type PreparedText, type Run } from '../text/prepare.js';
import { decimal } from './pdf-objects.js';

/** A face as a document embeds it: its glyphs get numbers (CIDs) as they are used. */
export interface GlyphSink {
  /** Name in the pages' resources. */
  readonly name: string;
  /**
   * The number of a glyph; `reading` is what it reads as from its first use on. Where it is drawn
   * instead of something else, it has a number of its own for each thing that it `standsFor`.
   */
  cidOf(glyph: number, reading: () => string, standsFor?: string): number;
  /** Advance of the glyph in 1/1000 em, as the PDF states it. */
  widthOf(glyph: number): number;
}

/** Glyphs of one run on one line. */
export interface LineRun {
  readonly run: Run;
  /** Glyphs `from` to `to` (exclusive) of the run. */
  readonly from: number;
  readonly to: number;
}

/** The runs of the clusters `from` to `to`; one that can't be cut there is shaped anew. */
export function runsBetween(prepared: PreparedText, from: number, to: number): LineRun[] {
  const found: LineRun[] = [];
  for (const run of prepared.runs) {
    if (run.to <= from || run.from >= to) continue;
    found.push(cutRun(prepared, run, Math.max(run.from, from), Math.min(run.to, to)));
  }
  return found;
}

/** The glyphs of the clusters `from` to `to` of a run. */
function cutRun(prepared: PreparedText, run: Run, from: number, to: number): LineRun {
  const first = firstGlyph(run, from);
  const end = firstGlyph(run, to);
  if (isSafe(run, first) && isSafe(run, end)) return { run, from: first, to: end };
  const { face, script, lang } = run;
  const anew = shapedRun(face, script, lang, from, to, prepared.starts, prepared.drawn);
  return { run: anew, from: 0, to: anew.clusterOf.length };
}

function firstGlyph(run: Run, cluster: number): number {
  let low = 0;
  let high = run.clusterOf.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((run.clusterOf[middle] ?? 0) < cluster) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSafe(run: Run, glyph: number): boolean {
  return glyph <= 0 || glyph >= run.clusterOf.length || run.shaped.unsafe[glyph] === 0;
}

/** Advance of the glyphs in 1/1000 em. */
export function advanceOf({ run, from, to }: LineRun): number {
  let advance = 0;
  for (let glyph = from; glyph < to; glyph += 1) advance += run.shaped.advances[glyph] ?? 0;
  return advance;
}

/** The operators that show the glyphs (`TJ`, with `Ts` for raised or lowered marks). */
export function showGlyphs(
  prepared: PreparedText,
  lineRun: LineRun,
  embedded: GlyphSink,
  size: number,
): string {
  const writer = new ShowWriter(size);
  const { run, from, to } = lineRun;
  for (let glyph = from; glyph < to; glyph += 1) {
    const id = run.shaped.glyphs[glyph] ?? 0;
    const cid = embedded.cidOf(
      id,
      () => readingOf(prepared, run, glyph),
      standsFor(prepared, run, glyph),
    );
    writer.glyph(
      cid,
      embedded.widthOf(id),
      run.shaped.advances[glyph] ?? 0,
      run.shaped.offsetsX[glyph] ?? 0,
      run.shaped.offsetsY[glyph] ?? 0,
    );
  }
  return writer.end();
}

/** Collects glyphs into `TJ` arrays; adjustments are in 1/1000 em, against the writing direction. */
class ShowWriter {
  #operators = '';
  #array = '';
  #string = '';
  #rise = 0;
  /** What the pen is behind of where HarfBuzz wants it. */
  #pending = 0;

  constructor(private readonly size: number) {}

  glyph(cid: number, width: number, advance: number, x: number, y: number): void {
    if (y !== this.#rise) this.#setRise(y);
    const shift = this.#pending + x;
    if (shift !== 0) this.#adjust(shift);
    this.#string += twoBytes(cid);
    this.#pending = advance - x - width;
  }

  end(): string {
    this.#flush();
    if (this.#rise !== 0) this.#setRise(0);
    return this.#operators;
  }

  #adjust(shift: number): void {
    if (this.#string !== '') this.#array += `(${this.#string})`;
    this.#string = '';
    this.#array += String(-shift);
  }

  #flush(): void {
    if (this.#string !== '') this.#array += `(${this.#string})`;
    if (this.#array !== '') this.#operators += `[${this.#array}]TJ `;
    this.#string = '';
    this.#array = '';
  }

  #setRise(rise: number): void {
    this.#flush();
    this.#rise = rise;
    this.#operators += `${decimal((rise * this.size) / 1000)} Ts `;
  }
}

/** Each byte as a literal string has it (ISO 32000-1, 7.3.4.2). */
const BYTES = Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if (sign === '\r') return '\\r';
  return '\\()'.includes(sign) ? `\\${sign}` : sign;
});

/** A number as two bytes of a literal string. */
function twoBytes(cid: number): string {
  return `${BYTES[cid >> 8] ?? ''}${BYTES[cid & 0xff] ?? ''}`;
}

const BEYOND_BASIC_PLANE = /[\u{10000}-\u{10ffff}]/u;

/**
 * An emoji, a variant or an Arabic letter that the face lacks is read from the glyph drawn in its
 * place: PDFium finds nothing beyond the basic plane in `ActualText`, and no reader the right order.
 */
function standsFor(prepared: PreparedText, run: Run, glyph: number): string | undefined {
  if (prepared.actual.size === 0) return undefined;
  const cluster = run.clusterOf[glyph] ?? 0;
  const actual = prepared.actual.get(cluster);
  if (actual === undefined) return undefined;
  if (!BEYOND_BASIC_PLANE.test(actual) && !isRightToLeft(actual)) return undefined;
  return firstGlyph(run, cluster + 1) - firstGlyph(run, cluster) === 1 ? actual : undefined;
}

/**
 * What a glyph reads as: its share of its cluster's characters, all of them when it stands alone.
 * SARA AM is drawn in two parts, the ring before the tone mark.
 */
function readingOf(prepared: PreparedText, run: Run, glyph: number): string {
  const cluster = run.clusterOf[glyph] ?? 0;
  const drawn = prepared.drawn.slice(prepared.starts[cluster], prepared.starts[cluster + 1]);
  const first = firstGlyph(run, cluster);
  const count = firstGlyph(run, cluster + 1) - first;
  if (count === 1) return drawn;
  const characters = Array.from(decomposeSaraAm(drawn));
  const rest = glyph - first === count - 1 ? characters.slice(count - 1).join('') : undefined;
  return rest ?? characters[glyph - first] ?? '';
}

/** As HarfBuzz does it: the ring goes before the marks above that stand before SARA AM. */
export function decomposeSaraAm(text: string): string {
  return text.replace(/([\u0e31\u0e34-\u0e37\u0e47-\u0e4e]*)\u0e33/g, '\u0e4d$1\u0e32');
}
