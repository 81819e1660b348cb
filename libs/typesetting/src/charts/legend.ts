import type { Texts } from '../blocks.js';
import type { Canvas, Tag } from '../draw/canvas.js';
import { usedWidth } from '../layout/compose/marks.js';
import type { Box } from '../layout/box.js';
import { labelBox, LABEL_SIZE } from './figure.js';

export interface LegendEntry {
  readonly label: Texts;
  /** Draws the sign around its middle. */
  readonly sign: (canvas: Canvas, x: number, y: number) => void;
}

interface PlacedEntry {
  readonly entry: LegendEntry;
  readonly box: Box;
  readonly x: number;
  readonly y: number;
}

export interface Legend {
  readonly height: number;
  paint(canvas: Canvas, x: number, y: number, figure: Tag | undefined): void;
}

const SIGN = 18;
const GAP = 14;

/** The signs of a drawing with their names, as many to a row as fit. */
export function legendOf(entries: readonly LegendEntry[], width: number): Legend {
  const placed: PlacedEntry[] = [];
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  for (const entry of entries) {
    const box = labelBox(entry.label, Math.max(20, width - SIGN - 4));
    const wide = SIGN + 4 + usedWidth(box);
    if (x > 0 && x + wide > width) {
      [x, y, rowHeight] = [0, y + rowHeight + 2, 0];
    }
    placed.push({ entry, box, x, y });
    x += wide + GAP;
    rowHeight = Math.max(rowHeight, box.height);
  }
  return { height: y + rowHeight, paint: (...at) => paintLegend(placed, ...at) };
}

function paintLegend(
  placed: readonly PlacedEntry[],
  canvas: Canvas,
  x: number,
  y: number,
  figure: Tag | undefined,
): void {
  for (const item of placed) {
    const middle = y + item.y + LABEL_SIZE * 0.72;
    canvas.shapes(figure, () => item.entry.sign(canvas, x + item.x + SIGN / 2, middle));
    item.box.paint(canvas, x + item.x + SIGN + 4, y + item.y, figure);
  }
}
