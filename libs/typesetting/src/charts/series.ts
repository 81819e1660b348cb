import type { ChartSeries } from '../blocks.js';
import type { Canvas } from '../draw/canvas.js';
import { ACCENTS, COLOURS, type Accent } from '../tokens.js';

/** How the series of a chart are told apart: stroke, dash and marker, not colour alone. */
export interface SeriesLook {
  readonly colour: string;
  readonly dash: readonly [number, number] | undefined;
  readonly marker: 'circle' | 'square' | 'triangle' | 'diamond';
  readonly lineWidth: number;
}

const MARKERS = ['circle', 'square', 'triangle', 'diamond'] as const;
const DASHES = { solid: undefined, dashed: [4, 2.5], dotted: [1.2, 2.2] } as const;
const LATER_COLOURS = [COLOURS.muted, '#8b4a24', '#6d4a86'] as const;

export function lookOf(series: ChartSeries, index: number, accent: Accent): SeriesLook {
  const own = series.accent === undefined ? undefined : ACCENTS[series.accent].ink;
  const line = series.line ?? (index === 0 ? 'solid' : index % 2 === 1 ? 'dashed' : 'dotted');
  const fallback =
    index === 0 ? ACCENTS[accent].ink : (LATER_COLOURS[(index - 1) % 3] ?? COLOURS.muted);
  return {
    colour: own ?? fallback,
    dash: DASHES[line],
    marker: MARKERS[index % 4] ?? 'circle',
    lineWidth: index === 0 ? 1.6 : 1,
  };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Lines between neighbouring points that are both known. */
export function drawPath(
  canvas: Canvas,
  points: readonly (Point | undefined)[],
  look: SeriesLook,
  closed: boolean,
): void {
  const { document } = canvas;
  document.save().lineWidth(look.lineWidth).lineJoin('round');
  if (look.dash !== undefined) document.dash(look.dash[0], { space: look.dash[1] });
  const pairs = closed ? points.length : points.length - 1;
  for (let index = 0; index < pairs; index += 1) {
    const from = points[index];
    const to = points[(index + 1) % points.length];
    if (from !== undefined && to !== undefined) document.moveTo(from.x, from.y).lineTo(to.x, to.y);
  }
  document.stroke(look.colour).restore();
}

/** A marker around a point; filled for the first series, hollow for others. */
export function drawMarker(
  canvas: Canvas,
  { x, y }: Point,
  look: SeriesLook,
  filled: boolean,
): void {
  const { document } = canvas;
  const r = 2.3;
  document.save().lineWidth(1);
  if (look.marker === 'circle') document.circle(x, y, r);
  else if (look.marker === 'square') document.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
  else if (look.marker === 'triangle')
    document.polygon([x, y - r * 1.2], [x - r * 1.1, y + r], [x + r * 1.1, y + r]);
  else document.polygon([x, y - r * 1.3], [x + r * 1.3, y], [x, y + r * 1.3], [x - r * 1.3, y]);
  document.fillAndStroke(filled ? look.colour : COLOURS.paper, look.colour).restore();
}

/** The sign of a series in a legend. */
export function drawSeriesSign(
  canvas: Canvas,
  x: number,
  y: number,
  look: SeriesLook,
  first: boolean,
): void {
  drawPath(
    canvas,
    [
      { x: x - 9, y },
      { x: x + 9, y },
    ],
    look,
    false,
  );
  drawMarker(canvas, { x, y }, look, first);
}
