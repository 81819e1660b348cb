import { encode } from 'uqr';
import type { QrBlock } from '../blocks.js';
import type { Rectangle } from '../draw/canvas.js';
import type { Box } from '../layout/box.js';
import type { Place } from '../layout/compose/place.js';
import { shareOf } from '../layout/text-box.js';
import { COLOURS } from '../tokens.js';
import { figureBox } from './figure.js';

const MILLIMETRE = 72 / 25.4;

/** Smaller ones are hard to read for the camera of a phone. */
const LEAST = { code: 20 * MILLIMETRE, module: 0.4 * MILLIMETRE };

/** Modules of light ground on each side (ISO/IEC 18004, 9.1). */
const QUIET = 4;

/**
 * A QR code (error correction M) on its quiet zone, drawn as one shape.
 * @throws RangeError for a text of more than 2,331 bytes of UTF-8, which no QR code holds.
 */
export function qrBox(block: QrBlock, { width, page }: Place): Box {
  const { data } = encode(block.text, { ecc: 'M', boostEcc: false, border: 0 });
  const wanted = Math.max(block.size ?? 0, LEAST.code, LEAST.module * data.length);
  const modules = data.length + 2 * QUIET;
  const module = Math.min(wanted / data.length, width / modules, (page * 0.9) / modules);
  const side = module * modules;
  const left = (width - side) * shareOf(block.align ?? 'left');
  const { alt, caption } = block;
  return figureBox({ alt, caption }, width, side, (canvas, x, y, figure) => {
    const inset = QUIET * module;
    canvas.decoration(() => canvas.fillRect(x + left, y, side, side, COLOURS.paper));
    canvas.shapes(figure, () => {
      canvas.fillRects(darkRuns(data, module, x + left + inset, y + inset), COLOURS.ink);
    });
  });
}

/** Dark modules side by side as one rectangle each. */
function darkRuns(
  rows: readonly (readonly boolean[])[],
  module: number,
  left: number,
  top: number,
): Rectangle[] {
  return rows.flatMap((cells, row) => {
    const signs = cells.map((dark) => (dark ? '1' : '0')).join('');
    return [...signs.matchAll(/1+/g)].map(({ 0: run, index }) => ({
      x: left + index * module,
      y: top + row * module,
      width: run.length * module,
      height: module,
    }));
  });
}
