import type { Canvas, Tag } from '../draw/canvas.js';
import { TOLERANCE, type Box, type LazyTag } from './box.js';

export interface TableParts {
  readonly caption: Box | undefined;
  /** The header of the first part, in the structure; undefined once the table was cut. */
  readonly header: Box;
  /** The same header, painted again at the top of each further page, outside of the structure. */
  readonly repeated: Box;
  readonly rows: readonly Box[];
  readonly tag: LazyTag;
}

const CAPTION_GAP = 4;

/** A table: cut between rows, its header repeated on every page. */
export class TableBox implements Box {
  readonly height: number;
  readonly before = 8;
  readonly after = 10;

  constructor(
    private readonly parts: TableParts,
    private readonly continued = false,
  ) {
    const rows = parts.rows.reduce((sum, row) => sum + row.height, 0);
    this.height = this.#top() + rows;
  }

  /** Height above the rows. */
  #top(): number {
    const { caption, header, repeated } = this.parts;
    if (this.continued) return repeated.height;
    return header.height + (caption === undefined ? 0 : caption.height + CAPTION_GAP);
  }

  split(room: number, page: number): readonly [TableBox, TableBox] | undefined {
    const { rows, repeated } = this.parts;
    let y = this.#top();
    for (const [index, row] of rows.entries()) {
      if (y + row.height <= room + TOLERANCE) {
        y += row.height;
        continue;
      }
      const cut = row.split(room - y, page - repeated.height);
      if (cut !== undefined) {
        return this.#cut([...rows.slice(0, index), cut[0]], [cut[1], ...rows.slice(index + 1)]);
      }
      let at = index;
      while (at > 0 && rows[at - 1]?.keepWithNext === true) at -= 1;
      return at === 0 ? undefined : this.#cut(rows.slice(0, at), rows.slice(at));
    }
    return undefined;
  }

  #cut(first: readonly Box[], second: readonly Box[]): readonly [TableBox, TableBox] {
    return [
      new TableBox({ ...this.parts, rows: first }, this.continued),
      new TableBox({ ...this.parts, rows: second }, true),
    ];
  }

  paint(canvas: Canvas, x: number, y: number, parent: Tag | undefined): void {
    const { caption, header, repeated, rows, tag } = this.parts;
    const table = tag.under(canvas, parent);
    let top = y;
    if (this.continued) {
      canvas.artifact(() => repeated.paint(canvas, x, top, undefined), 'Pagination');
    } else {
      if (caption !== undefined) {
        caption.paint(canvas, x, top, table);
        top += caption.height + CAPTION_GAP;
      }
      header.paint(canvas, x, top, table);
    }
    top = y + this.#top();
    for (const row of rows) {
      row.paint(canvas, x, top, table);
      top += row.height;
    }
  }
}
