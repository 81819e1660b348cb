import { LANGUAGE_TAG } from '@sukoyaka/kernel';
import type { Align, Arrangement, Text, Texts, TextStyle } from '../../blocks.js';
import type { StretchLook } from '../../draw/line-painter.js';
import type { Weight } from '../../text/face-choice.js';
import { prepare, type Stretch } from '../../text/prepare.js';
import { inkOf, type ColourName } from '../../tokens.js';
import { LazyTag, type Box } from '../box.js';
import { breakLines } from '../lines.js';
import { RowBox } from '../row-box.js';
import { StackBox } from '../stack-box.js';
import { TextBox } from '../text-box.js';
import { lineHeightOf, SIZES } from '../type-scale.js';

/** How a text is set. */
export interface Setting {
  /** Points. */
  readonly width: number;
  /** Points. */
  readonly size: number;
  readonly weight: Weight;
  readonly colour: ColourName;
  readonly align: Align;
  readonly arrangement: Arrangement;
  /** Structure type of each text, or the one element that all of them belong to. */
  readonly tag: string | LazyTag;
  readonly before?: number;
  readonly after?: number;
  /** How the second language looks where it stands under or behind the first. */
  readonly second?: SecondLook;
}

export interface SecondLook {
  readonly weight?: Weight;
  readonly colour?: ColourName;
  readonly scale?: number;
}

/** Room between two columns of the same row. */
export const COLUMN_GAP = 20;

/** The setting of running text. */
export function settingOf(style: TextStyle, width: number): Setting {
  const bold = style === 'display' || style === 'title' || style === 'figure';
  return {
    width,
    size: SIZES[style],
    weight: bold ? 'bold' : 'regular',
    colour: style === 'caption' ? 'muted' : 'ink',
    align: 'left',
    arrangement: 'columns',
    tag: 'P',
  };
}

/** One or two languages as a box. */
export function textsBox(texts: Texts, setting: Setting): Box {
  const [first, second] = texts;
  if (second === undefined) return textBox(first, setting);
  if (setting.arrangement === 'columns') return columnsOf(first, second, setting);
  if (setting.arrangement === 'inline') return inlineOf(first, second, setting);
  return stackedOf(first, second, setting);
}

/** One language as a box. */
export function textBox(text: Text, setting: Setting, lineHeight?: number): TextBox {
  const looked = lookedAt(text, setting);
  return boxOf(looked, setting, lineHeight ?? lineHeightOf(setting.size, text.lang));
}

interface Looked {
  readonly stretches: readonly Stretch[];
  readonly looks: readonly StretchLook[];
}

function boxOf({ stretches, looks }: Looked, setting: Setting, lineHeight: number): TextBox {
  const prepared = prepare(stretches);
  const { size, width, align, tag } = setting;
  const lang = LANGUAGE_TAG[looks[0]?.lang ?? 'en'];
  const content = {
    prepared,
    looks,
    size,
    width,
    align,
    lineHeight,
    lines: breakLines(prepared, size, width),
    tag: typeof tag === 'string' ? new LazyTag(tag, { lang }) : tag,
  };
  return new TextBox(content, setting.before, setting.after);
}

function lookedAt(text: Text, setting: Setting): Looked {
  const spans = 'spans' in text ? text.spans : [{ text: text.text }];
  const stretches: Stretch[] = [];
  const looks: StretchLook[] = [];
  for (const span of spans) {
    const lang = ('lang' in span ? span.lang : undefined) ?? text.lang;
    const weight = ('weight' in span ? span.weight : undefined) ?? setting.weight;
    const colour = ('colour' in span ? span.colour : undefined) ?? setting.colour;
    stretches.push({ text: span.text, lang, weight });
    looks.push({ lang, weight, colour: inkOf(colour) });
  }
  return { stretches, looks };
}

/** The setting of the second language under or behind the first. */
function secondSetting(setting: Setting): Setting {
  const { second } = setting;
  return {
    ...setting,
    weight: second?.weight ?? setting.weight,
    colour: second?.colour ?? setting.colour,
    size: setting.size * (second?.scale ?? 1),
  };
}

/** Two columns whose lines share their baselines. */
function columnsOf(first: Text, second: Text, setting: Setting): Box {
  const width = (setting.width - COLUMN_GAP) / 2;
  const narrow = { ...setting, width, before: 0, after: 0 };
  const height = Math.max(
    lineHeightOf(setting.size, first.lang),
    lineHeightOf(setting.size, second.lang),
  );
  return new RowBox(
    [
      { x: 0, box: textBox(first, narrow, height) },
      { x: width + COLUMN_GAP, box: textBox(second, narrow, height) },
    ],
    setting.before,
    setting.after,
  );
}

function stackedOf(first: Text, second: Text, setting: Setting): Box {
  const upper = textBox(first, { ...setting, before: 0, after: 0 });
  const gap = upper.lineCount > 1 ? setting.size * 0.3 : 0;
  const lower = textBox(second, { ...secondSetting(setting), before: gap, after: 0 });
  return new StackBox([upper, lower], {
    before: setting.before ?? 0,
    after: setting.after ?? 0,
    together: true,
  });
}

const SEPARATOR = '  ／  ';

/** Both languages on one line where they fit, else one under the other. */
function inlineOf(first: Text, second: Text, setting: Setting): Box {
  const a = lookedAt(first, setting);
  const b = lookedAt(second, secondSetting(setting));
  const between = { lang: first.lang, weight: 'regular' as const };
  const both: Looked = {
    stretches: [...a.stretches, { ...between, text: SEPARATOR }, ...b.stretches],
    looks: [...a.looks, { ...between, colour: inkOf('muted') }, ...b.looks],
  };
  const heights = [first, second].map((text) => lineHeightOf(setting.size, text.lang));
  const box = boxOf(both, setting, Math.max(...heights));
  return box.lineCount === 1 ? box : stackedOf(first, second, setting);
}

/** The words of a text without its looks. */
export function plainOf(text: Text): string {
  return 'spans' in text ? text.spans.map((span) => span.text).join('') : text.text;
}
