import type { Block } from '../blocks.js';
import type { Canvas, PagePainter } from '../draw/canvas.js';
import { ACCENTS, COLOURS } from '../tokens.js';
import { composeAll } from './compose/compose.js';
import type { Place } from './compose/place.js';
import { cutPages, paintPage } from './flow.js';

const FRAME = 28;
const INSET = 40;

/** The pages of the cover: its blocks within a double frame. */
export function coverPages(
  blocks: readonly Block[],
  place: Place,
  page: { readonly width: number; readonly height: number },
): PagePainter[] {
  const inset = FRAME + INSET;
  const width = page.width - 2 * inset;
  const height = page.height - 2 * inset;
  const boxes = composeAll(blocks, { ...place, width, page: height });
  return cutPages(boxes, height).map((part) => (canvas) => {
    paintPage(canvas, part, { left: inset, top: inset, width, height });
    canvas.decoration(() => drawFrame(canvas, page, ACCENTS[place.accent].ink));
  });
}

function drawFrame(
  canvas: Canvas,
  { width, height }: { readonly width: number; readonly height: number },
  ink: string,
): void {
  const { document } = canvas;
  const inner = FRAME + 4;
  document
    .save()
    .lineWidth(1.4)
    .rect(FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME)
    .stroke(ink);
  document
    .lineWidth(0.5)
    .rect(inner, inner, width - 2 * inner, height - 2 * inner)
    .stroke(COLOURS.line);
  document.restore();
}
