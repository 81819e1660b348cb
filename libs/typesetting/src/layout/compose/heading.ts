import type { HeadingBlock, Text, Texts } from '../../blocks.js';
import type { Canvas, Tag } from '../../draw/canvas.js';
import { ACCENTS, COLOURS } from '../../tokens.js';
import { LazyTag, solidBox, type Box } from '../box.js';
import { StackBox } from '../stack-box.js';
import type { Place } from './place.js';
import { plainOf, textsBox, type Setting } from './texts.js';

const SIZES = { 1: 17, 2: 12.5, 3: 10.5 } as const;
const BEFORE = { 1: 24, 2: 16, 3: 11 } as const;
const AFTER = { 1: 8, 2: 5, 3: 3 } as const;

/** A heading with its bookmark; stays with what follows. */
export function headingBox(block: HeadingBlock, place: Place): Box {
  const { level } = block;
  const text = textsBox(numbered(block), settingFor(block, place));
  const children: Box[] = [bookmarkBox(block), text];
  if (level === 1) children.push(underline(block, place));
  return new StackBox(children, {
    before: BEFORE[level],
    after: AFTER[level],
    together: true,
    keepWithNext: true,
    newPage: block.newPage === true,
  });
}

function settingFor(block: HeadingBlock, place: Place): Setting {
  const { level } = block;
  return {
    width: place.width,
    size: SIZES[level],
    weight: 'bold',
    colour: block.accent ?? (level === 1 ? place.accent : 'ink'),
    align: 'left',
    arrangement: block.arrangement ?? (level === 1 ? 'stacked' : 'inline'),
    tag: new LazyTag(`H${level}`),
    second: { weight: 'regular', colour: 'muted', scale: level === 1 ? 0.68 : 0.88 },
  };
}

function numbered({ texts, number }: HeadingBlock): Texts {
  if (number === undefined) return texts;
  const [first, second] = texts;
  const spans = 'spans' in first ? first.spans : [{ text: first.text }];
  const led: Text = { lang: first.lang, spans: [{ text: `${number}\u00a0 ` }, ...spans] };
  return second === undefined ? [led] : [led, second];
}

function bookmarkBox({ level, texts, number }: HeadingBlock): Box {
  const title = texts.map(plainOf).join(' / ');
  const named = number === undefined ? title : `${number} ${title}`;
  return solidBox(0, (canvas, _x, y) => canvas.bookmark(level, named, y));
}

function underline({ accent }: HeadingBlock, place: Place): Box {
  const { ink } = ACCENTS[accent ?? place.accent];
  const paint = (canvas: Canvas, x: number, y: number, _parent: Tag | undefined): void => {
    canvas.decoration(() => {
      canvas.fillRect(x, y, place.width, 0.6, COLOURS.line);
      canvas.fillRect(x, y - 0.4, 48, 1.6, ink);
    });
  };
  return solidBox(1.6, paint, { before: 4 });
}
