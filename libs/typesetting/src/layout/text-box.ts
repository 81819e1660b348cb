import type { Canvas, Tag } from '../draw/canvas.js';
import type { StretchLook } from '../draw/line-painter.js';
import type { Align } from '../blocks.js';
import type { PreparedText } from '../text/prepare.js';
import { TOLERANCE, type Box, type LazyTag } from './box.js';
import type { LineRange } from './lines.js';

/** Lines of one paragraph in one column. */
export interface TextBoxContent {
  readonly prepared: PreparedText;
  readonly lines: readonly LineRange[];
  readonly looks: readonly StretchLook[];
  /** Points. */
  readonly size: number;
  readonly lineHeight: number;
  readonly width: number;
  readonly align: Align;
  readonly tag: LazyTag;
}

/** Where the baseline stands in a line's height: room for a Thai tone mark above, a vowel below. */
const BASELINE = 0.7;

/** Fewest lines of a paragraph that may stand alone on a page. */
const FEWEST_LINES = 2;

export class TextBox implements Box {
  readonly height: number;

  constructor(
    readonly content: TextBoxContent,
    readonly before = 0,
    readonly after = 0,
    private readonly from = 0,
    private readonly to = content.lines.length,
  ) {
    this.height = (to - from) * content.lineHeight;
  }

  split(room: number, page: number): readonly [TextBox, TextBox] | undefined {
    const count = this.to - this.from;
    let fitting = Math.floor((room + TOLERANCE) / this.content.lineHeight);
    if (fitting >= count) return undefined;
    const alone = room + TOLERANCE >= page;
    if (!alone && count - fitting < FEWEST_LINES) fitting = count - FEWEST_LINES;
    if (fitting < (alone ? 1 : FEWEST_LINES)) return undefined;
    return this.#cut(this.from + fitting);
  }

  #cut(at: number): readonly [TextBox, TextBox] {
    const { content, before, after, from, to } = this;
    return [new TextBox(content, before, 0, from, at), new TextBox(content, 0, after, at, to)];
  }

  paint(canvas: Canvas, x: number, y: number, parent: Tag | undefined): void {
    const { prepared, lines, looks, size, lineHeight, width, align } = this.content;
    const tag = prepared.count > 0 ? this.content.tag.under(canvas, parent) : undefined;
    for (let index = this.from; index < this.to; index += 1) {
      const range = lines[index];
      if (range === undefined) continue;
      const baseline = y + (index - this.from) * lineHeight + lineHeight * BASELINE;
      const indent = shareOf(align) * (width - range.width);
      canvas.line({ prepared, range, looks, size }, x + indent, baseline, tag);
    }
  }

  /** Width of the widest line in points. */
  get usedWidth(): number {
    return this.content.lines.reduce((widest, line) => Math.max(widest, line.width), 0);
  }

  get lineCount(): number {
    return this.to - this.from;
  }
}

/** The part of the spare room that goes to the left of a line. */
export function shareOf(align: Align): number {
  if (align === 'left') return 0;
  return align === 'centre' ? 0.5 : 1;
}
