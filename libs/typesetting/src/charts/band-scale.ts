import type { BandScaleBlock } from '../blocks.js';
import type { Canvas, Tag } from '../draw/canvas.js';
import type { Box } from '../layout/box.js';
import type { Place } from '../layout/compose/place.js';
import { ACCENTS, COLOURS } from '../tokens.js';
import { shareOnScale } from './bar.js';
import { figureBox, labelBox, plainLabel } from './figure.js';

const BAR = 12;
const MARKER = 20;

/** Named bands of equal width from low to high, and a marker within the reader's band. */
export function bandScaleBox(block: BandScaleBlock, place: Place): Box {
  const width = place.width / Math.max(1, block.bands.length);
  const current = currentBand(block);
  const labels = block.bands.map((band, index) =>
    labelBox(band.label, Math.max(8, width - 6), {
      size: 8,
      align: 'centre',
      weight: index === current ? 'bold' : 'regular',
      colour: index === current ? (block.accent ?? place.accent) : 'ink',
    }),
  );
  const height = MARKER + BAR + 5 + Math.max(0, ...labels.map((label) => label.height));
  return figureBox(block, place.width, height, (canvas, x, y, figure) => {
    const { ink, tint } = ACCENTS[block.accent ?? place.accent];
    canvas.shapes(figure, () => {
      for (const index of block.bands.keys()) {
        const colour = index === current ? ink : tint;
        canvas.fillRect(x + index * width + 1, y + MARKER, width - 2, BAR, colour);
      }
    });
    paintMarker(canvas, x, y, width, block, current, figure);
    for (const [index, label] of labels.entries()) {
      label.paint(canvas, x + index * width + 3, y + MARKER + BAR + 5, figure);
    }
  });
}

/** The band that holds the value: from its lower bound up to the next one's; -1 for none. */
function currentBand({ bands, value }: BandScaleBlock): number {
  if (value === null) return -1;
  const found = bands.findLastIndex((band) => value >= band.from);
  return found === -1 && bands.length > 0 ? 0 : found;
}

function paintMarker(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  { bands, value, valueText }: BandScaleBlock,
  current: number,
  figure: Tag | undefined,
): void {
  const band = bands[current];
  if (band === undefined || value === null) return;
  const share = shareOnScale(value, band.from, band.to);
  const at = x + current * width + 4 + (width - 8) * share;
  const tip = y + MARKER - 1;
  canvas.shapes(figure, () => {
    const { document } = canvas;
    document
      .save()
      .polygon([at, tip], [at - 4, tip - 6], [at + 4, tip - 6])
      .fill(COLOURS.ink);
    document.restore();
  });
  if (valueText === undefined) return;
  const room = 120;
  const total = width * bands.length;
  const label = plainLabel(valueText, room, { size: 9, weight: 'bold', align: 'centre' });
  const left = Math.min(x + total - room / 2 - 12, Math.max(x - room / 2 + 12, at - room / 2));
  label.paint(canvas, left, y - 2, figure);
}
