import type { Canvas, Tag } from '../draw/canvas.js';
import { TOLERANCE, type Box } from './box.js';

export interface Frame {
  readonly fill: string;
  readonly edge: string;
  /** Points. */
  readonly width: number;
  readonly padding: number;
  readonly before: number;
  readonly after: number;
}

const EDGE_WIDTH = 3;

/** A box on a tinted ground with a coloured edge at its left. */
export class FrameBox implements Box {
  readonly height: number;
  readonly before: number;
  readonly after: number;
  readonly footnotes: readonly Box[];

  constructor(
    private readonly inner: Box,
    private readonly frame: Frame,
  ) {
    this.height = inner.height + 2 * frame.padding;
    this.before = frame.before;
    this.after = frame.after;
    this.footnotes = inner.footnotes ?? [];
  }

  split(room: number, page: number): readonly [FrameBox, FrameBox] | undefined {
    if (this.height <= page + TOLERANCE) return undefined;
    const padding = 2 * this.frame.padding;
    const parts = this.inner.split(room - padding, page - padding);
    if (parts === undefined) return undefined;
    return [
      new FrameBox(parts[0], { ...this.frame, after: 0 }),
      new FrameBox(parts[1], { ...this.frame, before: 0 }),
    ];
  }

  paint(canvas: Canvas, x: number, y: number, parent: Tag | undefined): void {
    const { fill, edge, width, padding } = this.frame;
    canvas.decoration(() => {
      canvas.fillRect(x, y, width, this.height, fill);
      canvas.fillRect(x, y, EDGE_WIDTH, this.height, edge);
    });
    this.inner.paint(canvas, x + EDGE_WIDTH + padding, y + padding, parent);
  }

  /** Width for what stands in the frame. */
  static innerWidth(width: number, padding: number): number {
    return width - EDGE_WIDTH - 2 * padding;
  }
}
