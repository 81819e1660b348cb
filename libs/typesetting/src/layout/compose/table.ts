import { LANGUAGE_TAG } from '@sukoyaka/kernel';
import type { Cell, TableBlock, TableColumn, TableRow, TextStyle } from '../../blocks.js';
import { ACCENTS, COLOURS, type Accent } from '../../tokens.js';
import { LazyTag, type Box } from '../box.js';
import { TableBox } from '../table-box.js';
import { TableRowBox, type TableCell } from '../table-row-box.js';
import { cellBox } from './cell.js';
import type { Place } from './place.js';
import { plainOf, settingOf, textsBox, type Setting } from './texts.js';

const PAD_X = 5;

/** Room over and under the rows, less in small print. */
const PAD_Y: Partial<Record<TextStyle, number>> = { caption: 2.5, fine: 1.6 };
const USUAL_PAD_Y = 4;

/** A header taller than this share of a page is not repeated on the next ones. */
const TALLEST_HEADER = 0.35;

interface TableShape {
  readonly block: TableBlock;
  readonly place: Place;
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly setting: Setting;
  readonly accent: Accent;
  readonly padding: number;
}

export function tableBox(block: TableBlock, place: Place): Box {
  const widths = columnWidths(block.columns, place.width);
  const lefts = widths.map((_, index) => widths.slice(0, index).reduce((a, b) => a + b, 0));
  const style = block.style ?? 'small';
  const base = settingOf(style, place.width);
  const setting = { ...base, arrangement: 'stacked' } as const;
  const accent = block.accent ?? place.accent;
  const padding = PAD_Y[style] ?? USUAL_PAD_Y;
  const shape = { block, place, lefts, widths, setting, accent, padding };
  const header = headerBox(shape, new LazyTag('TR'));
  const tall = header.height > place.page * TALLEST_HEADER;
  const rows = block.rows.map((row, index) => rowBox(shape, row, index));
  return new TableBox({
    caption: captionBox(block, place),
    header: tall ? emptyRow(place.width) : header,
    repeated: tall ? emptyRow(place.width) : headerBox(shape, new LazyTag('TR')),
    rows: tall ? [header, ...rows] : rows,
    tag: tableTag(block),
  });
}

function tableTag({ summary }: TableBlock): LazyTag {
  if (summary === undefined) return new LazyTag('Table');
  return new LazyTag('Table', {
    lang: LANGUAGE_TAG[summary[0].lang],
    summary: summary.map(plainOf).join(' / '),
  });
}

function captionBox({ caption }: TableBlock, { width }: Place): Box | undefined {
  if (caption === undefined) return undefined;
  const base = { ...settingOf('small', width), weight: 'bold', arrangement: 'inline' } as const;
  const tag = new LazyTag('Caption');
  return textsBox(caption, { ...base, tag, second: { weight: 'regular', colour: 'muted' } });
}

/** Widths in points: fixed ones first, the rest by share; all shrink when there is too little room. */
function columnWidths(columns: readonly TableColumn[], width: number): number[] {
  const fixed = columns.reduce((sum, column) => sum + ('width' in column ? column.width : 0), 0);
  const shares = columns.reduce((sum, column) => sum + ('share' in column ? column.share : 0), 0);
  const squeeze =
    fixed > width * (shares > 0 ? 0.8 : 1) ? (width * (shares > 0 ? 0.8 : 1)) / fixed : 1;
  const rest = Math.max(0, width - fixed * squeeze);
  return columns.map((column) =>
    'width' in column ? column.width * squeeze : (rest * column.share) / (shares || 1),
  );
}

function headerBox(shape: TableShape, tag: LazyTag): Box {
  const { block, place, accent } = shape;
  const setting = {
    ...shape.setting,
    weight: 'bold',
    colour: accent,
    second: { weight: 'regular', colour: accent, scale: 0.92 },
  } as const;
  const cells = cellsOf(shape, block.header, setting, () => new LazyTag('TH', { scope: 'Column' }));
  return new TableRowBox(cells, {
    width: place.width,
    padding: shape.padding,
    fill: ACCENTS[accent].tint,
    rule: ACCENTS[accent].ink,
    ruleWidth: 0.9,
    tag,
    keepWithNext: true,
  });
}

function rowBox(shape: TableShape, row: TableRow, index: number): Box {
  const { block, place } = shape;
  const zebra = block.zebra === true && index % 2 === 1;
  const section = row.section === true;
  const accent = row.accent ?? shape.accent;
  const setting: Setting = {
    ...shape.setting,
    ...(section ? { weight: 'bold', colour: accent } : {}),
    second: { weight: 'regular', colour: 'muted', scale: 0.92 },
  };
  const fill = section ? ACCENTS[accent].tint : zebra ? COLOURS.panel : undefined;
  return new TableRowBox(cellsOf(shape, row.cells, setting, tagOf), {
    width: place.width,
    padding: shape.padding,
    rule: COLOURS.line,
    tag: new LazyTag('TR'),
    keepWithNext: section,
    ...(fill === undefined ? {} : { fill }),
  });
}

function tagOf(cell: Cell): LazyTag {
  const columns = cell.span ?? 1;
  const span = columns > 1 ? { columns } : {};
  if (cell.rowHeader === true) return new LazyTag('TH', { scope: 'Row', ...span });
  return new LazyTag('TD', span);
}

function cellsOf(
  { lefts, widths, block, accent }: TableShape,
  cells: readonly Cell[],
  setting: Setting,
  tag: (cell: Cell) => LazyTag,
): TableCell[] {
  const laid: TableCell[] = [];
  let column = 0;
  for (const cell of cells) {
    const span = Math.max(1, Math.min(cell.span ?? 1, widths.length - column));
    const x = lefts[column];
    if (x === undefined) break;
    const width = widths.slice(column, column + span).reduce((a, b) => a + b, 0);
    const columnAlign = span > 1 ? undefined : block.columns[column]?.align;
    const align = cell.align ?? columnAlign ?? 'left';
    const inner = { ...setting, align, width: Math.max(1, width - 2 * PAD_X), tag: tag(cell) };
    laid.push({ x: x + PAD_X, width, box: cellBox(cell, inner, accent) });
    column += span;
  }
  return laid;
}

function emptyRow(width: number): Box {
  return new TableRowBox([], { width, padding: 0 });
}
