import type { Canvas, Tag } from '../draw/canvas.js';
import { spaceBox, TOLERANCE, type Box, type LazyTag } from './box.js';

export interface TableCell {
  /** From the table's left, in points. */
  readonly x: number;
  readonly width: number;
  readonly box: Box;
}

export interface TableRowLook {
  readonly width: number;
  /** Above and below the cells. */
  readonly padding: number;
  readonly fill?: string;
  /** Colour of the line under the row. */
  readonly rule?: string;
  readonly ruleWidth?: number;
  readonly tag?: LazyTag;
  readonly keepWithNext?: boolean;
}

/** A row of a table; cut only when it is taller than a page. */
export class TableRowBox implements Box {
  readonly height: number;
  readonly before = 0;
  readonly after = 0;
  readonly keepWithNext: boolean;

  constructor(
    private readonly cells: readonly TableCell[],
    private readonly look: TableRowLook,
  ) {
    this.height = Math.max(0, ...cells.map((cell) => cell.box.height)) + 2 * look.padding;
    this.keepWithNext = look.keepWithNext ?? false;
  }

  split(room: number, page: number): readonly [TableRowBox, TableRowBox] | undefined {
    if (this.height <= page + TOLERANCE) return undefined;
    const heads: TableCell[] = [];
    const rests: TableCell[] = [];
    const inner = room - 2 * this.look.padding;
    for (const cell of this.cells) {
      const fits = cell.box.height <= inner + TOLERANCE;
      const parts = fits
        ? ([cell.box, spaceBox(0)] as const)
        : cell.box.split(inner, page - 2 * this.look.padding);
      if (parts === undefined) return undefined;
      heads.push({ ...cell, box: parts[0] });
      rests.push({ ...cell, box: parts[1] });
    }
    const head = new TableRowBox(heads, { ...this.look, keepWithNext: false });
    return [head, new TableRowBox(rests, this.look)];
  }

  paint(canvas: Canvas, x: number, y: number, parent: Tag | undefined): void {
    this.#decorate(canvas, x, y);
    const inner = this.look.tag === undefined ? parent : this.look.tag.under(canvas, parent);
    for (const cell of this.cells) {
      cell.box.paint(canvas, x + cell.x, y + this.look.padding, inner);
    }
  }

  #decorate(canvas: Canvas, x: number, y: number): void {
    const { fill, rule, width, ruleWidth = 0.5 } = this.look;
    if (fill === undefined && rule === undefined) return;
    canvas.decoration(() => {
      if (fill !== undefined) canvas.fillRect(x, y, width, this.height, fill);
      if (rule !== undefined) {
        canvas.fillRect(x, y + this.height - ruleWidth, width, ruleWidth, rule);
      }
    });
  }
}
