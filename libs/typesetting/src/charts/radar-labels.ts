import type { RadarBlock } from '../blocks.js';
import type { Box } from '../layout/box.js';
import { usedWidth } from '../layout/compose/marks.js';
import { labelBox } from './figure.js';
import type { Point } from './series.js';

export interface PlacedLabel {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  /** Where the words begin and end within the figure. */
  readonly left: number;
  readonly right: number;
}

export interface RadarPlacement {
  readonly centre: Point;
  readonly radius: number;
  readonly labels: readonly PlacedLabel[];
  readonly height: number;
}

interface Label {
  readonly box: Box;
  readonly width: number;
  /** Width of the words within the box. */
  readonly used: number;
  readonly side: 'left' | 'right' | 'top' | 'bottom';
  readonly angle: number;
}

const GAP = 8;
const LABEL_GAP = 4;
const SMALLEST_RADIUS = 40;

/** Sizes to try, until the labels of a side have room one under the other. */
const SIZES = [8, 7.5, 7, 6.5, 6];

/**
 * Finds room for the labels around a radar chart `width` wide: it is `wanted` high, higher where
 * the labels of a side need it, `most` at most. No two labels overlap.
 */
export function placeLabels(
  axes: RadarBlock['axes'],
  width: number,
  wanted: number,
  most: number,
): RadarPlacement {
  const besides = Math.min(width * 0.3, (width - 2 * SMALLEST_RADIUS) / 2 - GAP);
  const labelWidth = isSquare(axes.length) ? width / 2 - GAP : Math.max(50, besides);
  let labels: Label[] = [];
  let needed = 0;
  for (const size of SIZES) {
    labels = axes.map((axis, index) => labelOf(axis.label, index, axes.length, labelWidth, size));
    needed = neededHeight(labels);
    if (needed <= Math.max(wanted, most * 0.6)) break;
  }
  return arrange(labels, width, Math.min(most, Math.max(wanted, needed)), labelWidth);
}

/** Four axes stand as a cross of diagonals, so that their labels have room above and below. */
function isSquare(count: number): boolean {
  return count === 4;
}

/** The direction of an axis, clockwise from the top (y runs downwards). */
export function axisAngle(index: number, count: number): number {
  const turn = isSquare(count) ? index + 0.5 : index;
  return (turn / count) * 2 * Math.PI - Math.PI / 2;
}

function labelOf(
  texts: RadarBlock['axes'][number]['label'],
  index: number,
  count: number,
  labelWidth: number,
  size: number,
): Label {
  const angle = axisAngle(index, count);
  const cosine = Math.cos(angle);
  const upright = isSquare(count) || Math.abs(cosine) < 0.15;
  const side = upright ? (Math.sin(angle) < 0 ? 'top' : 'bottom') : cosine < 0 ? 'left' : 'right';
  const align = upright ? 'centre' : side === 'left' ? 'right' : 'left';
  const width = upright && !isSquare(count) ? labelWidth * 1.6 : labelWidth;
  const box = labelBox(texts, width, { size, align });
  return { box, width, used: Math.min(width, usedWidth(box)), side, angle };
}

function heightsOf(labels: readonly Label[], side: Label['side']): number[] {
  return labels.filter((label) => label.side === side).map((label) => label.box.height);
}

/** Height that the labels beside the chart take one under the other. */
function besideHeight(labels: readonly Label[]): number {
  const sums = (['left', 'right'] as const).map((side) =>
    heightsOf(labels, side).reduce((sum, height) => sum + height + LABEL_GAP, 0),
  );
  return Math.max(0, ...sums);
}

/** Height above or under the chart, with its distance. */
function uprightHeight(labels: readonly Label[], side: 'top' | 'bottom'): number {
  return Math.max(0, ...heightsOf(labels, side)) + GAP;
}

function neededHeight(labels: readonly Label[]): number {
  return besideHeight(labels) + uprightHeight(labels, 'top') + uprightHeight(labels, 'bottom');
}

function arrange(
  labels: readonly Label[],
  width: number,
  height: number,
  labelWidth: number,
): RadarPlacement {
  const top = uprightHeight(labels, 'top');
  const bottom = uprightHeight(labels, 'bottom');
  const square = isSquare(labels.length);
  const across = square ? width / 2 - 2 * GAP : width / 2 - labelWidth - GAP;
  const reach = square ? Math.SQRT1_2 : 1;
  const radius = Math.max(SMALLEST_RADIUS, Math.min(across, (height - top - bottom) / 2 / reach));
  const inner = Math.max(2 * radius * reach, besideHeight(labels));
  const centre = { x: width / 2, y: top + inner / 2 };
  const area = { centre, radius, from: top, to: top + inner };
  return { centre, radius, height: top + inner + bottom, labels: placeAll(labels, area) };
}

interface Area {
  readonly centre: Point;
  readonly radius: number;
  readonly from: number;
  readonly to: number;
}

function placeAll(labels: readonly Label[], area: Area): PlacedLabel[] {
  const upright = labels
    .filter((label) => label.side === 'top' || label.side === 'bottom')
    .map((label) => placeUpright(label, area));
  return [...upright, ...placeSide(labels, 'left', area), ...placeSide(labels, 'right', area)];
}

/** Over or under the end of its axis; beside the middle where it is too wide for that. */
function placeUpright(label: Label, { centre, radius, from, to }: Area): PlacedLabel {
  const across = radius * Math.cos(label.angle);
  const clear = Math.max(Math.abs(across), label.used / 2 + GAP / 2);
  const outermost = centre.x - label.used / 2;
  const middle =
    Math.abs(across) < radius * 0.15 ? 0 : Math.sign(across) * Math.min(clear, outermost);
  const y = label.side === 'top' ? from - GAP * 0.7 - label.box.height : to + GAP * 0.7;
  const x = centre.x + middle;
  const [left, right] = [x - label.used / 2, x + label.used / 2];
  return { box: label.box, x: x - label.width / 2, y, left, right };
}

/** Labels of one side, from the top down, pushed apart where they would overlap. */
function placeSide(labels: readonly Label[], side: 'left' | 'right', area: Area): PlacedLabel[] {
  const column = labels
    .filter((label) => label.side === side)
    .sort((a, b) => Math.sin(a.angle) - Math.sin(b.angle));
  const heights = column.map(({ box }) => box.height);
  const { centre, radius } = area;
  const wanted = column.map(
    ({ box, angle }) => centre.y + radius * Math.sin(angle) - box.height / 2,
  );
  const tops = pushApart(wanted, heights, area.from, area.to);
  return column.map((label, index) => {
    const y = tops[index] ?? 0;
    const reach = reachAt(area, y, y + label.box.height) + GAP;
    const inner = side === 'left' ? centre.x - reach : centre.x + reach;
    const left = side === 'left' ? inner - label.used : inner;
    const x = side === 'left' ? inner - label.width : inner;
    return { box: label.box, x, y, left, right: left + label.used };
  });
}

/** How far the chart reaches to the side between two heights. */
function reachAt({ centre, radius }: Area, top: number, bottom: number): number {
  const distance = Math.max(0, top - centre.y, centre.y - bottom);
  return Math.sqrt(Math.max(0, radius * radius - distance * distance));
}

/** Tops near the wanted ones, in order, without overlap, between `from` and `to` where they fit. */
function pushApart(
  wanted: readonly number[],
  heights: readonly number[],
  from: number,
  to: number,
): number[] {
  const tops: number[] = [];
  let free = from;
  for (const [index, top] of wanted.entries()) {
    const placed = Math.max(top, free);
    tops.push(placed);
    free = placed + (heights[index] ?? 0) + LABEL_GAP;
  }
  let limit = to;
  for (let index = tops.length - 1; index >= 0; index -= 1) {
    const placed = Math.min(tops[index] ?? 0, limit - (heights[index] ?? 0));
    tops[index] = placed;
    limit = placed - LABEL_GAP;
  }
  return tops;
}
