import type { Canvas, Tag, TagOptions } from '../draw/canvas.js';

/** A measured part of the document: it knows its height and paints itself anywhere. */
export interface Box {
  /** Points. */
  readonly height: number;
  /** Room wanted above and below; between two boxes the larger of both counts. */
  readonly before: number;
  readonly after: number;
  /** Stays on the page of what follows. */
  readonly keepWithNext?: boolean;
  /** Begins a new page. */
  readonly newPage?: boolean;
  /** Set at the foot of the page on which the box ends. */
  readonly footnotes?: readonly Box[];
  /**
   * Cuts the box so that the first part fits into `room`; undefined when it can't be or should not
   * be cut there. `page` is the height of an empty page: what fits on one page is kept together.
   */
  split(room: number, page: number): readonly [Box, Box] | undefined;
  paint(canvas: Canvas, x: number, y: number, parent: Tag | undefined): void;
}

/** Heights are sums of fractions: what fits but for this much, fits. */
export const TOLERANCE = 0.01;

/**
 * A structure element that is made when its first part is painted: the parts of a box that was cut
 * share it. Painting outside of the structure (running heads) makes none.
 */
export class LazyTag {
  #tag: Tag | undefined;

  constructor(
    private readonly type: string,
    private readonly options: TagOptions = {},
  ) {}

  /** The element under `parent`. */
  under(canvas: Canvas, parent: Tag | undefined): Tag | undefined {
    if (parent === undefined) return undefined;
    this.#tag ??= canvas.tag(parent, this.type, this.options);
    return this.#tag;
  }
}

/** A box of nothing. */
export function spaceBox(height: number): Box {
  return {
    height,
    before: 0,
    after: 0,
    split: (room) => (room <= 0 || height <= 0 ? undefined : [spaceBox(room), spaceBox(0)]),
    paint: () => undefined,
  };
}

/** A box that is painted in one piece. */
export function solidBox(
  height: number,
  paint: Box['paint'],
  margins: { readonly before?: number; readonly after?: number } = {},
): Box {
  return {
    height,
    before: margins.before ?? 0,
    after: margins.after ?? 0,
    split: () => undefined,
    paint,
  };
}
