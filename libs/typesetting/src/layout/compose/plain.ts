import type {
  CalloutBlock,
  ColumnsBlock,
  Footnote,
  ParagraphBlock,
  RuleBlock,
  Text,
  Texts,
} from '../../blocks.js';
import { ACCENTS, COLOURS } from '../../tokens.js';
import { LazyTag, solidBox, type Box } from '../box.js';
import { FrameBox } from '../frame-box.js';
import { RowBox } from '../row-box.js';
import { StackBox } from '../stack-box.js';
import { SIZES } from '../type-scale.js';
import type { Place } from './place.js';
import { settingOf, textsBox } from './texts.js';

export function paragraphBox(block: ParagraphBlock, { width }: Place): Box {
  const base = settingOf(block.style ?? 'body', width);
  const gap = base.size * 0.55;
  const box = textsBox(block.texts, {
    ...base,
    align: block.align ?? base.align,
    colour: block.colour ?? base.colour,
    arrangement: block.arrangement ?? base.arrangement,
    before: gap,
    after: gap,
    second: block.style === 'display' ? { weight: 'regular', colour: 'muted', scale: 0.6 } : {},
  });
  const footnotes = (block.footnotes ?? []).map((note) => footnoteBox(note, width));
  const keepWithNext = block.keepWithNext === true;
  if (footnotes.length === 0 && !keepWithNext) return box;
  return new StackBox([box], { footnotes, keepWithNext });
}

function footnoteBox({ mark, texts }: Footnote, width: number): Box {
  const marked = (text: Text): Text => ({
    lang: text.lang,
    spans: [{ text: `${mark} ` }, ...('spans' in text ? text.spans : [{ text: text.text }])],
  });
  const [first, second] = texts;
  const both: Texts = second === undefined ? [marked(first)] : [marked(first), marked(second)];
  return textsBox(both, { ...settingOf('caption', width), tag: 'Note', after: 2 });
}

const CALLOUT_PADDING = 9;

export function calloutBox(block: CalloutBlock, place: Place): Box {
  const width = FrameBox.innerWidth(place.width, CALLOUT_PADDING);
  const inner = { ...place, width, page: place.page - 2 * CALLOUT_PADDING };
  const children = place.compose(block.children, inner);
  if (block.title !== undefined) children.unshift(calloutTitle(block, block.title, width));
  return new FrameBox(new StackBox(children, { tag: new LazyTag('Sect') }), {
    ...coloursOf(block),
    width: place.width,
    padding: CALLOUT_PADDING,
    before: 8,
    after: 8,
  });
}

function calloutTitle(block: CalloutBlock, title: Texts, width: number): Box {
  const { tone, accent } = block;
  const colour = tone === 'good' || tone === 'caution' ? tone : (accent ?? 'ink');
  const setting = {
    ...settingOf('body', width),
    weight: 'bold',
    colour,
    arrangement: 'inline',
    after: 4,
    second: { weight: 'regular', colour },
  } as const;
  return new StackBox([textsBox(title, setting)], { keepWithNext: true });
}

function coloursOf({ tone, accent }: CalloutBlock): {
  readonly fill: string;
  readonly edge: string;
} {
  if (tone === 'good') return { fill: COLOURS.goodTint, edge: COLOURS.good };
  if (tone === 'caution') return { fill: COLOURS.cautionTint, edge: COLOURS.caution };
  if (accent !== undefined) return { fill: ACCENTS[accent].tint, edge: ACCENTS[accent].ink };
  return { fill: COLOURS.panel, edge: tone === 'note' ? ACCENTS.neutral.ink : COLOURS.line };
}

export function columnsBox(block: ColumnsBlock, place: Place): Box {
  const gap = block.gap ?? 18;
  const room = place.width - gap * (block.columns.length - 1);
  const total = block.columns.reduce((sum, column) => sum + Math.max(0, column.share), 0) || 1;
  let x = 0;
  const cells = block.columns.map(({ share, children }) => {
    const width = (room * Math.max(0, share)) / total;
    const cell = { x, box: new StackBox(place.compose(children, { ...place, width })) };
    x += width + gap;
    return cell;
  });
  const row = new RowBox(cells, 6, 6);
  return new StackBox([row], { together: true, before: 6, after: 6 });
}

export function ruleBox({ accent }: RuleBlock, { width }: Place): Box {
  const colour = accent === undefined ? COLOURS.line : ACCENTS[accent].ink;
  const paint: Box['paint'] = (canvas, x, y) => {
    canvas.decoration(() => canvas.fillRect(x, y, width, accent === undefined ? 0.6 : 1.2, colour));
  };
  return solidBox(1.2, paint, { before: SIZES.body * 0.6, after: SIZES.body * 0.6 });
}
