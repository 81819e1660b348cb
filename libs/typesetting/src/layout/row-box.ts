import type { Canvas, Tag } from '../draw/canvas.js';
import { spaceBox, TOLERANCE, type Box, type LazyTag } from './box.js';

/** A box in a row, `x` points from the row's left. */
export interface RowCell {
  readonly x: number;
  readonly box: Box;
}

/** Boxes side by side, painted (and so read) one after the other. */
export class RowBox implements Box {
  readonly height: number;
  readonly footnotes: readonly Box[];

  constructor(
    readonly cells: readonly RowCell[],
    readonly before = 0,
    readonly after = 0,
    private readonly tag?: LazyTag,
  ) {
    this.height = Math.max(0, ...cells.map((cell) => cell.box.height));
    this.footnotes = cells.flatMap((cell) => cell.box.footnotes ?? []);
  }

  split(room: number, page: number): readonly [RowBox, RowBox] | undefined {
    const heads: RowCell[] = [];
    const rests: RowCell[] = [];
    for (const { x, box } of this.cells) {
      const fits = box.height <= room + TOLERANCE;
      const parts = fits ? ([box, spaceBox(0)] as const) : box.split(room, page);
      if (parts === undefined) return undefined;
      heads.push({ x, box: parts[0] });
      rests.push({ x, box: parts[1] });
    }
    return [
      new RowBox(heads, this.before, 0, this.tag),
      new RowBox(rests, 0, this.after, this.tag),
    ];
  }

  paint(canvas: Canvas, x: number, y: number, parent: Tag | undefined): void {
    const inner = this.tag === undefined ? parent : this.tag.under(canvas, parent);
    for (const cell of this.cells) cell.box.paint(canvas, x + cell.x, y, inner);
  }
}
