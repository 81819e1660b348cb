import type { MatrixBlock } from '../blocks.js';
import type { Box } from '../layout/box.js';
import type { Place } from '../layout/compose/place.js';
import { shareOf } from '../layout/text-box.js';
import { COLOURS } from '../tokens.js';
import { figureBox } from './figure.js';

/** A square of modules: dark ones side by side are drawn as one rectangle. */
export function matrixBox(block: MatrixBlock, { width, page }: Place): Box {
  const size = Math.max(1, Math.min(block.size, width, page * 0.9));
  const module = size / Math.max(1, block.rows.length);
  const left = (width - size) * shareOf(block.align ?? 'left');
  return figureBox({ alt: block.alt }, width, size, (canvas, x, y, figure) => {
    canvas.shapes(figure, () => {
      for (const [row, cells] of block.rows.entries()) {
        for (const { 0: run, index } of cells.matchAll(/1+/g)) {
          const at = x + left + index * module;
          canvas.fillRect(at, y + row * module, run.length * module, module + 0.05, COLOURS.ink);
        }
      }
    });
  });
}
