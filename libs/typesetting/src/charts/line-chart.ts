import type { LineChartBlock } from '../blocks.js';
import type { Canvas, Tag } from '../draw/canvas.js';
import type { Box } from '../layout/box.js';
import type { Place } from '../layout/compose/place.js';
import { COLOURS } from '../tokens.js';
import { shareOnScale } from './bar.js';
import { figureBox, labelBox, plainLabel, type LabelLook } from './figure.js';
import { legendOf, type Legend } from './legend.js';
import { drawMarker, drawPath, drawSeriesSign, lookOf, type Point } from './series.js';

interface LineShape {
  readonly block: LineChartBlock;
  readonly plot: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly unit: Box | undefined;
  readonly labels: readonly Box[];
  readonly step: number;
  readonly legend: Legend;
  readonly legendY: number;
}

const AXIS = 30;
const HEADROOM = 14;
const VALUE_LOOK: LabelLook = { size: 7, weight: 'bold', align: 'centre' };

/** Lines over points of time with grid, labels and the values of the first series. */
export function lineChartBox(block: LineChartBlock, place: Place): Box {
  const shape = shapeOf(block, place);
  const height = shape.legendY + shape.legend.height;
  return figureBox(block, place.width, height, (canvas, x, y, figure) => {
    paintLines(canvas, x, y, figure, shape, place);
  });
}

function shapeOf(block: LineChartBlock, place: Place): LineShape {
  const legend = legendOf(
    block.series.map((series, index) => {
      const look = lookOf(series, index, place.accent);
      return {
        label: series.label,
        sign: (canvas, x, y) => drawSeriesSign(canvas, x, y, look, index === 0),
      };
    }),
    place.width,
  );
  const count = Math.max(1, block.points.length);
  const step = (place.width - AXIS - 8) / count;
  const labels = block.points.map((texts) =>
    labelBox(texts, Math.max(8, step - 4), { align: 'centre' }),
  );
  const labelHeight = Math.max(0, ...labels.map((label) => label.height));
  const unit =
    block.unit === undefined
      ? undefined
      : labelBox(block.unit, place.width, { size: 7, colour: 'muted' });
  const top = (unit?.height ?? 0) + HEADROOM;
  const most = place.page * 0.9 - top - labelHeight - legend.height - 16;
  const wanted = (block.height ?? 190) - top - labelHeight - legend.height - 16;
  const plot = {
    x: AXIS,
    y: top,
    width: step * count,
    height: Math.min(most, Math.max(60, wanted)),
  };
  const legendY = top + plot.height + labelHeight + 14;
  return { block, plot, unit, labels, step, legend, legendY };
}

function paintLines(
  canvas: Canvas,
  x: number,
  y: number,
  figure: Tag | undefined,
  shape: LineShape,
  place: Place,
): void {
  const { block, plot, unit, labels, step, legend, legendY } = shape;
  const at = { ...plot, x: x + plot.x, y: y + plot.y };
  unit?.paint(canvas, x, y, figure);
  paintGrid(canvas, at, block, figure);
  for (const [index, label] of labels.entries()) {
    label.paint(canvas, at.x + index * step + 2, at.y + at.height + 5, figure);
  }
  const lines = block.series.map((series) =>
    block.points.map((_, index): Point | undefined => {
      const value = series.values[index] ?? null;
      if (value === null) return undefined;
      const share = shareOnScale(value, block.min, block.max);
      return { x: at.x + (index + 0.5) * step, y: at.y + at.height * (1 - share) };
    }),
  );
  canvas.shapes(figure, () => {
    for (const [index, series] of [...block.series.entries()].reverse()) {
      const look = lookOf(series, index, place.accent);
      const points = lines[index] ?? [];
      drawPath(canvas, points, look, false);
      for (const point of points) {
        if (point !== undefined) drawMarker(canvas, point, look, index === 0);
      }
    }
  });
  paintValues(canvas, lines, shape, figure);
  legend.paint(canvas, x, y + legendY, figure);
}

/** Horizontal lines with their values at the left. */
function paintGrid(
  canvas: Canvas,
  at: LineShape['plot'],
  block: LineChartBlock,
  figure: Tag | undefined,
): void {
  const range = block.max - block.min;
  if (!(range > 0)) return;
  const step = Math.max(range / 12, block.step ?? range / 5);
  for (let value = block.min; value <= block.max + range * 1e-9; value += step) {
    const y = at.y + at.height * (1 - (value - block.min) / range);
    const colour = value === block.min ? COLOURS.faint : COLOURS.line;
    canvas.shapes(figure, () => canvas.fillRect(at.x, y - 0.25, at.width, 0.5, colour));
    const text = String(Math.round(value * 100) / 100);
    const label = plainLabel(text, AXIS - 6, { size: 7, colour: 'muted', align: 'right' });
    label.paint(canvas, at.x - AXIS, y - label.height / 2, figure);
  }
}

/** The first series' values: above the point, below it where another line passes above. */
function paintValues(
  canvas: Canvas,
  lines: readonly (readonly (Point | undefined)[])[],
  { block, step }: LineShape,
  figure: Tag | undefined,
): void {
  const [first = [], ...others] = lines;
  for (const [index, point] of first.entries()) {
    const text = block.valueTexts?.[index] ?? null;
    if (point === undefined || text === null) continue;
    const label = plainLabel(text, Math.max(8, step - 2), VALUE_LOOK);
    const near = others
      .map((line) => line[index])
      .filter((other) => other !== undefined)
      .map((other) => other.y - point.y);
    const blocked = near.some((distance) => distance <= 0 && distance > -label.height - 6);
    const free = !near.some((distance) => distance >= 0 && distance < label.height + 6);
    const y = blocked && free ? point.y + 3 : point.y - label.height - 2;
    label.paint(canvas, point.x - step / 2 + 1, y, figure);
  }
}
