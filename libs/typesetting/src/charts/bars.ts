import { LANGUAGE_TAG } from '@sukoyaka/kernel';
import type { BarsBlock, BarValue, Texts } from '../blocks.js';
import { LazyTag, solidBox, type Box } from '../layout/box.js';
import type { Place } from '../layout/compose/place.js';
import { plainOf } from '../layout/compose/texts.js';
import { StackBox } from '../layout/stack-box.js';
import { drawBar, drawReference } from './bar.js';
import { captionBox, labelBox, LABEL_SIZE, plainLabel } from './figure.js';
import { legendOf } from './legend.js';

const GAP = 10;
const VALUE_WIDTH = 40;
const BAR_HEIGHT = 8;
const ROW_GAP = 5;

interface BarsShape {
  readonly labelWidth: number;
  readonly trackX: number;
  readonly trackWidth: number;
}

/** Horizontal bars with labels: one figure, cut between bars only when taller than a page. */
export function barsBox(block: BarsBlock, place: Place): Box {
  const share = Math.min(0.7, Math.max(0.15, block.labelShare ?? 0.42));
  const labelWidth = place.width * share;
  const trackX = labelWidth + GAP;
  const trackWidth = Math.max(10, place.width - trackX - VALUE_WIDTH - 6);
  const shape: BarsShape = { labelWidth, trackX, trackWidth };
  const rows = block.items.map(({ label, bar }) => {
    const scaled: BarValue = { min: block.min ?? 0, max: block.max ?? 100, ...bar };
    return barRow(label, scaled, shape, place);
  });
  const options = { alt: plainOf(block.alt[0]), lang: LANGUAGE_TAG[block.alt[0].lang] };
  const parts = [...rows, ...legendRow(block, place)];
  const figure = new StackBox(parts, { tag: new LazyTag('Figure', options) });
  const caption = block.caption === undefined ? [] : [captionBox(block.caption, place.width)];
  return new StackBox([figure, ...caption], { before: 8, after: 8, together: true });
}

function barRow(label: Texts, bar: BarValue, shape: BarsShape, place: Place): Box {
  const words = labelBox(label, shape.labelWidth, { size: 8.5 });
  const value = plainLabel(bar.text, VALUE_WIDTH, { size: 8.5, weight: 'bold', align: 'right' });
  const height = Math.max(words.height, value.height, BAR_HEIGHT);
  const paint: Box['paint'] = (canvas, x, y, figure) => {
    const middle = y + height / 2;
    words.paint(canvas, x, middle - words.height / 2, figure);
    canvas.shapes(figure, () => {
      const track = { x: x + shape.trackX, y: middle - BAR_HEIGHT / 2 };
      const size = { width: shape.trackWidth, height: BAR_HEIGHT };
      drawBar(canvas, { ...track, ...size }, bar, place.accent);
    });
    value.paint(canvas, x + place.width - VALUE_WIDTH, middle - value.height / 2, figure);
  };
  return solidBox(height, paint, { before: ROW_GAP, after: ROW_GAP });
}

function legendRow({ references }: BarsBlock, place: Place): Box[] {
  if (references === undefined || references.length === 0) return [];
  const entries = references.map(({ label }, index) => ({
    label,
    sign: (canvas: Parameters<Box['paint']>[0], x: number, y: number) => {
      drawReference(canvas, index, x, y - LABEL_SIZE * 0.4, LABEL_SIZE * 0.8);
    },
  }));
  const legend = legendOf(entries, place.width);
  return [solidBox(legend.height, (...at) => legend.paint(...at), { before: 8 })];
}
