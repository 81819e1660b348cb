import { LANGUAGE_TAG, type Locale } from '@sukoyaka/kernel';
import { actualText, type LineRange } from '../layout/lines.js';
import type { Weight } from '../text/face-choice.js';
import { isRightToLeft } from '../text/characters.js';
import { prepare, type PreparedText } from '../text/prepare.js';
import type { LoadedFace } from '../fonts/faces.js';
import { advanceOf, runsBetween, showGlyphs, type GlyphSink } from './glyph-writer.js';
import { decimal } from './pdf-objects.js';

/** How each stretch of a paragraph looks and which language it is marked with. */
export interface StretchLook {
  readonly lang: Locale;
  readonly weight: Weight;
  /** `#rrggbb` */
  readonly colour: string;
}

/** A line of text that is ready to be painted. */
export interface PaintedLine {
  readonly prepared: PreparedText;
  readonly range: LineRange;
  readonly looks: readonly StretchLook[];
  readonly size: number;
}

/** Part of a line in one language: it becomes one marked-content sequence. */
export interface LinePart {
  readonly lang: string;
  /** Undefined where the glyphs alone say it. */
  readonly actual: string | undefined;
  readonly operators: string;
}

/** Finds the embedded form of a face, and makes it known to the page's resources. */
export type FaceUser = (face: LoadedFace) => GlyphSink;

/**
 * The operators that paint a line with its left end at `x` and its baseline at `y` (points from
 * the page's top left), in parts of one language each.
 */
export function paintLine(line: PaintedLine, x: number, y: number, use: FaceUser): LinePart[] {
  const { prepared, range } = line;
  const parts: LinePart[] = [];
  let pen = x;
  for (const { from, to, reading } of partsOf(line)) {
    const look = lookAt(line, from);
    const end = to >= range.visibleTo ? range.to : to;
    const paint = reading === 'rightToLeft' ? paintBackwards : paintSpan;
    const painted = paint(line, from, to, pen, y, use);
    pen = painted.pen;
    parts.push({
      lang: LANGUAGE_TAG[look.lang],
      actual: reading === 'said' ? readableText(prepared, from, end) : undefined,
      operators: painted.operators,
    });
  }
  return withHyphen(line, parts, pen, y, use);
}

/** What PDFium leaves out of `ActualText`: it is left to the glyphs, which both readers take. */
const BEYOND = /[\ufffd-\uffff]|[\u{10000}-\u{10ffff}]/u;

/**
 * How a part of a line is read: as `ActualText` says it, from its glyphs, or from its glyphs from
 * right to left. Readers turn such letters round, wherever they take them from: they have to stand
 * as they are seen.
 */
type Reading = 'said' | 'drawn' | 'rightToLeft';

interface Part {
  readonly from: number;
  readonly to: number;
  readonly reading: Reading;
}

/** The visible clusters in parts of one language and one way of reading. */
function partsOf(line: PaintedLine): readonly Part[] {
  const { prepared, looks } = line;
  const byLanguage = spans(line, (a, b) => looks[a]?.lang === looks[b]?.lang);
  return byLanguage.flatMap(([from, to]) => {
    const text = actualText(prepared, from, to);
    if (!BEYOND.test(text) && !isRightToLeft(text)) return [{ from, to, reading: 'said' }];
    return byReading(prepared, from, to);
  });
}

function byReading(prepared: PreparedText, from: number, to: number): Part[] {
  const parts: Part[] = [];
  for (let start = from; start < to;) {
    const reading = readingAt(prepared, start, to);
    let end = start + 1;
    while (
      end < to &&
      (readingAt(prepared, end, to) === reading || joins(prepared, end, reading, to))
    )
      end += 1;
    parts.push({ from: start, to: end, reading });
    start = end;
  }
  return parts;
}

function readingAt(prepared: PreparedText, index: number, end: number): Reading {
  if (index >= end) return 'said';
  const text = actualText(prepared, index, index + 1);
  if (isRightToLeft(text)) return 'rightToLeft';
  return BEYOND.test(text) ? 'drawn' : 'said';
}

/** A space between words that run from right to left belongs to them. */
function joins(prepared: PreparedText, index: number, reading: Reading, end: number): boolean {
  return (
    reading === 'rightToLeft' &&
    actualText(prepared, index, index + 1) === ' ' &&
    readingAt(prepared, index + 1, end) === 'rightToLeft'
  );
}

/**
 * What a part of a line reads as. Programs take a hyphen at the end of a line for a divided word
 * and drop it: a no-break space after it, which no reader sees, keeps it.
 */
function readableText(prepared: PreparedText, from: number, to: number): string {
  const text = actualText(prepared, from, to).replace(/\n/g, ' ');
  return to < prepared.count && /[\p{L}\p{N}]-$/u.test(text) ? `${text}\u00a0` : text;
}

interface Painted {
  readonly operators: string;
  readonly pen: number;
}

function paintSpan(
  line: PaintedLine,
  from: number,
  to: number,
  x: number,
  y: number,
  use: FaceUser,
): Painted {
  const { prepared, size, looks } = line;
  let operators = '';
  let pen = x;
  for (const [start, end] of spans(
    line,
    (a, b) => looks[a]?.colour === looks[b]?.colour,
    from,
    to,
  )) {
    const colour = colourOperator(lookAt(line, start).colour);
    for (const lineRun of runsBetween(prepared, start, end)) {
      const embedded = use(lineRun.run.face);
      operators +=
        `BT ${colour} /${embedded.name} ${decimal(size)} Tf 1 0 0 -1 ${decimal(pen, 2)} ${decimal(y, 2)} Tm ` +
        `${showGlyphs(prepared, lineRun, embedded, size)}ET `;
      pen += (advanceOf(lineRun) * size) / 1000;
    }
  }
  return { operators, pen };
}

/** Paints clusters from right to left. */
function paintBackwards(
  line: PaintedLine,
  from: number,
  to: number,
  x: number,
  y: number,
  use: FaceUser,
): Painted {
  let painted: Painted = { operators: '', pen: x };
  for (let index = to - 1; index >= from; index -= 1) {
    const { operators, pen } = paintSpan(line, index, index + 1, painted.pen, y, use);
    painted = { operators: painted.operators + operators, pen };
  }
  return painted;
}

/** The visible clusters in stretches that belong together. */
function spans(
  { prepared, range }: PaintedLine,
  together: (a: number, b: number) => boolean,
  from = range.from,
  to = range.visibleTo,
): [number, number][] {
  if (from >= to) return [];
  if (prepared.stretchOf.length === 0) return [[from, to]];
  const found: [number, number][] = [];
  let start = from;
  for (let index = from + 1; index <= to; index += 1) {
    const same =
      index < to && together(prepared.stretchOf[start] ?? 0, prepared.stretchOf[index] ?? 0);
    if (same) continue;
    found.push([start, index]);
    start = index;
  }
  return found;
}

const PLAIN: StretchLook = { lang: 'en', weight: 'regular', colour: '#000000' };

function lookAt({ prepared, looks }: PaintedLine, cluster: number): StretchLook {
  return looks[prepared.stretchOf[cluster] ?? 0] ?? PLAIN;
}

/** A line that ends at a soft hyphen shows one; it is no part of what the line reads as. */
function withHyphen(
  line: PaintedLine,
  parts: LinePart[],
  pen: number,
  y: number,
  use: FaceUser,
): LinePart[] {
  const last = parts.at(-1);
  if (!line.range.hyphen || last === undefined) return parts;
  const look = lookAt(line, line.range.visibleTo - 1);
  const hyphen = prepare([{ text: '-', lang: look.lang, weight: look.weight }]);
  const range: LineRange = { from: 0, to: 1, visibleTo: 1, width: 0, hyphen: false };
  const painted = paintSpan({ ...line, prepared: hyphen, range, looks: [look] }, 0, 1, pen, y, use);
  return [...parts.slice(0, -1), { ...last, operators: last.operators + painted.operators }];
}

const operatorOf = new Map<string, string>();

/** `r g b rg` for `#rrggbb`. */
export function colourOperator(colour: string): string {
  let operator = operatorOf.get(colour);
  if (operator === undefined) {
    const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
    operator = `${channels.map((channel) => decimal(channel)).join(' ')} rg`;
    operatorOf.set(colour, operator);
  }
  return operator;
}
