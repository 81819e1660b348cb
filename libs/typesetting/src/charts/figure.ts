import { LANGUAGE_TAG } from '@sukoyaka/kernel';
import type { Align, Texts } from '../blocks.js';
import { LazyTag, solidBox, type Box } from '../layout/box.js';
import { plainOf, settingOf, textsBox, type Setting } from '../layout/compose/texts.js';
import { StackBox } from '../layout/stack-box.js';
import type { Canvas, Tag } from '../draw/canvas.js';
import type { ColourName } from '../tokens.js';
import type { Weight } from '../text/face-choice.js';

export interface FigureWords {
  readonly alt: Texts;
  readonly caption?: Texts | undefined;
}

/** A drawing with its alternative text (in the primary language) and caption. */
export function figureBox(
  { alt, caption }: FigureWords,
  width: number,
  height: number,
  paint: (canvas: Canvas, x: number, y: number, figure: Tag | undefined) => void,
): Box {
  const drawing = solidBox(height, (canvas, x, y, parent) => {
    const bbox = [x, y, x + width, y + height] as const;
    const options = { alt: plainOf(alt[0]), lang: LANGUAGE_TAG[alt[0].lang], bbox };
    paint(canvas, x, y, parent === undefined ? undefined : canvas.tag(parent, 'Figure', options));
  });
  return new StackBox(caption === undefined ? [drawing] : [drawing, captionBox(caption, width)], {
    before: 8,
    after: 8,
    together: true,
  });
}

/** The caption under a figure. */
export function captionBox(caption: Texts, width: number): Box {
  const setting = { ...settingOf('caption', width), arrangement: 'inline', before: 4 } as const;
  return textsBox(caption, { ...setting, tag: 'Caption' });
}

export interface LabelLook {
  readonly size?: number;
  readonly align?: Align;
  readonly colour?: ColourName;
  readonly weight?: Weight;
}

export const LABEL_SIZE = 7.5;

/** A label in a drawing: part of the figure, the second language under the first. */
export function labelBox(texts: Texts, width: number, look: LabelLook = {}): Box {
  const setting: Setting = {
    width,
    size: look.size ?? LABEL_SIZE,
    weight: look.weight ?? 'regular',
    colour: look.colour ?? 'ink',
    align: look.align ?? 'left',
    arrangement: 'stacked',
    tag: new LazyTag('Span'),
    second: { weight: 'regular', colour: 'muted', scale: 0.92 },
  };
  return textsBox(texts, setting);
}

/** A figure's number or other text that is the same in every language. */
export function plainLabel(text: string, width: number, look: LabelLook = {}): Box {
  return labelBox([{ lang: 'en', text }], width, look);
}
