import type { RadarBlock } from '../blocks.js';
import type { Canvas, Tag } from '../draw/canvas.js';
import type { Box } from '../layout/box.js';
import { usedWidth } from '../layout/compose/marks.js';
import type { Place } from '../layout/compose/place.js';
import { ACCENTS, COLOURS } from '../tokens.js';
import { shareOnScale } from './bar.js';
import { figureBox, plainLabel } from './figure.js';
import { legendOf, type Legend } from './legend.js';
import { axisAngle, placeLabels, type PlacedLabel } from './radar-labels.js';
import { drawMarker, drawPath, drawSeriesSign, lookOf, type Point } from './series.js';

interface RadarShape {
  readonly block: RadarBlock;
  readonly centre: Point;
  readonly radius: number;
  readonly labels: readonly PlacedLabel[];
  readonly legend: Legend;
  readonly legendY: number;
}

const LEGEND_GAP = 10;

/** A radar chart: rings, axes with their labels around, a polygon for each series. */
export function radarBox(block: RadarBlock, place: Place): Box {
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
  const most = place.page * 0.9 - legend.height - LEGEND_GAP;
  const wanted = Math.min(most, Math.max(120, (block.height ?? 260) - legend.height - LEGEND_GAP));
  const placed = placeLabels(block.axes, place.width, wanted, most);
  const shape: RadarShape = { block, legend, legendY: placed.height + LEGEND_GAP, ...placed };
  const height = shape.legendY + legend.height;
  return figureBox(block, place.width, height, (canvas, x, y, figure) => {
    paintRadar(canvas, x, y, figure, shape, place);
  });
}

function paintRadar(
  canvas: Canvas,
  x: number,
  y: number,
  figure: Tag | undefined,
  shape: RadarShape,
  place: Place,
): void {
  const { block, labels, legend, legendY } = shape;
  const centre = { x: x + shape.centre.x, y: y + shape.centre.y };
  canvas.shapes(figure, () => {
    drawGrid(canvas, centre, shape);
    for (const [index, series] of [...block.series.entries()].reverse()) {
      const look = lookOf(series, index, place.accent);
      const points = pointsOf(series.values, centre, shape);
      if (index === 0) fillPolygon(canvas, points, look.colour);
      drawPath(canvas, points, look, true);
      for (const point of points) {
        if (point !== undefined) drawMarker(canvas, point, look, index === 0);
      }
    }
  });
  for (const label of labels) label.box.paint(canvas, x + label.x, y + label.y, figure);
  paintScale(canvas, centre, shape, figure);
  legend.paint(canvas, x, y + legendY, figure);
}

function onAxis({ x, y }: Point, radius: number, index: number, count: number): Point {
  const angle = axisAngle(index, count);
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}

function drawGrid(canvas: Canvas, centre: Point, { block, radius }: RadarShape): void {
  const { document } = canvas;
  const count = block.axes.length;
  const rings = ringsOf(block);
  document.save().lineWidth(0.5);
  for (let ring = 1; ring <= rings; ring += 1) {
    const corners = block.axes.map((_, index) =>
      onAxis(centre, (radius * ring) / rings, index, count),
    );
    document.polygon(...corners.map(({ x, y }): [number, number] => [x, y]));
    document.stroke(ring === rings ? COLOURS.faint : COLOURS.line);
  }
  for (const [index, axis] of block.axes.entries()) {
    const end = onAxis(centre, radius, index, count);
    const colour = axis.accent === undefined ? COLOURS.line : ACCENTS[axis.accent].ink;
    document.moveTo(centre.x, centre.y).lineTo(end.x, end.y).stroke(colour);
  }
  document.restore();
}

function ringsOf(block: RadarBlock): number {
  return Math.min(10, Math.max(1, Math.round(block.rings ?? 5)));
}

function pointsOf(
  values: readonly (number | null)[],
  centre: Point,
  { block, radius }: RadarShape,
): (Point | undefined)[] {
  const count = block.axes.length;
  return block.axes.map((_, index) => {
    const value = values[index] ?? null;
    if (value === null) return undefined;
    return onAxis(centre, radius * shareOnScale(value, block.min, block.max), index, count);
  });
}

/** Only a polygon without gaps is an area. */
function fillPolygon(canvas: Canvas, points: readonly (Point | undefined)[], colour: string): void {
  const known = points.filter((point) => point !== undefined);
  if (known.length < points.length || known.length < 3) return;
  canvas.document.save().fillOpacity(0.12);
  canvas.document
    .polygon(...known.map(({ x, y }): [number, number] => [x, y]))
    .fill(colour)
    .restore();
}

const SCALE_SIZE = 6;

/** The values of the rings, upwards from the centre. */
function paintScale(
  canvas: Canvas,
  centre: Point,
  { block, radius }: RadarShape,
  figure: Tag | undefined,
): void {
  const rings = ringsOf(block);
  const count = block.axes.length;
  const reach = radius * Math.cos(Math.PI / 2 + axisAngle(0, count));
  for (let ring = 0; ring <= rings; ring += 1) {
    const value = block.min + ((block.max - block.min) * ring) / rings;
    const text = String(Math.round(value * 10) / 10);
    const box = plainLabel(text, 24, { size: SCALE_SIZE, colour: 'muted', align: 'right' });
    const top = centre.y - (reach * ring) / rings - box.height / 2;
    clearGround(canvas, { x: centre.x - 3 - usedWidth(box), y: top }, box, figure);
    box.paint(canvas, centre.x - 27, top, figure);
  }
}

/** Paper under a value of the scale, so that no ring or polygon strikes it through. */
function clearGround(canvas: Canvas, at: Point, box: Box, figure: Tag | undefined): void {
  const [width, height] = [usedWidth(box) + 2, SCALE_SIZE];
  canvas.shapes(figure, () => {
    canvas.document
      .save()
      .fillOpacity(0.8)
      .rect(at.x - 1, at.y + (box.height - height) / 2, width, height)
      .fill(COLOURS.paper)
      .restore();
  });
}
