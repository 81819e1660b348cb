import type { ListBlock, ListItem, Text } from '../../blocks.js';
import { LazyTag, type Box } from '../box.js';
import { RowBox } from '../row-box.js';
import { StackBox } from '../stack-box.js';
import { type TextBox } from '../text-box.js';
import { lineHeightOf } from '../type-scale.js';
import type { Place } from './place.js';
import { COLUMN_GAP, settingOf, textBox, textsBox, type Setting } from './texts.js';

interface ListShape {
  readonly setting: Setting;
  readonly indent: number;
  readonly label: (index: number) => string;
}

/** A list; two languages in columns have a label each. */
export function listBox(block: ListBlock, place: Place): Box {
  const base = settingOf(block.style ?? 'body', place.width);
  const setting = { ...base, arrangement: block.arrangement ?? base.arrangement };
  const start = block.start ?? 1;
  const label = block.ordered === true ? (index: number) => `${start + index}.` : () => '•';
  const widest = block.items.map((item, index) => labelBox(label(index), item, setting).usedWidth);
  const shape = { setting, label, indent: Math.max(0, ...widest) + setting.size * 0.55 };
  const items = block.items.map((item, index) => itemBox(item, index, shape, place));
  const gap = setting.size * 0.55;
  return new StackBox(items, { tag: new LazyTag('L'), before: gap, after: gap });
}

function labelBox(label: string, item: ListItem, setting: Setting): TextBox {
  const text = { lang: item.texts[0].lang, text: label };
  return textBox(text, { ...setting, colour: 'muted', tag: 'Lbl', before: 0, after: 0 });
}

function itemBox(item: ListItem, index: number, shape: ListShape, place: Place): Box {
  const [first, second] = item.texts;
  const inColumns = second !== undefined && shape.setting.arrangement === 'columns';
  const main = inColumns
    ? twoColumns([first, second], index, shape)
    : oneColumn(item, index, shape);
  if (item.children === undefined || item.children.length === 0) return main;
  const inner = { ...place, width: place.width - shape.indent };
  const children = new StackBox(place.compose(item.children, inner));
  return new StackBox([main, new RowBox([{ x: shape.indent, box: children }], 0, 2)]);
}

function oneColumn(item: ListItem, index: number, { setting, indent, label }: ListShape): Box {
  const body = { ...setting, width: setting.width - indent, tag: 'LBody' };
  return new RowBox(
    [
      { x: 0, box: labelBox(label(index), item, setting) },
      { x: indent, box: textsBox(item.texts, body) },
    ],
    0,
    setting.size * 0.25,
    new LazyTag('LI'),
  );
}

function twoColumns(
  texts: readonly [Text, Text],
  index: number,
  { setting, indent, label }: ListShape,
): Box {
  const width = (setting.width - COLUMN_GAP) / 2;
  const lineHeight = Math.max(...texts.map((text) => lineHeightOf(setting.size, text.lang)));
  const cells = texts.map((text, column) => {
    const body = textBox(text, { ...setting, width: width - indent, tag: 'LBody' }, lineHeight);
    const mark = textBox(
      { lang: text.lang, text: label(index) },
      { ...setting, colour: 'muted', tag: 'Lbl' },
      lineHeight,
    );
    const parts = [
      { x: 0, box: mark },
      { x: indent, box: body },
    ];
    return { x: column * (width + COLUMN_GAP), box: new RowBox(parts, 0, 0, new LazyTag('LI')) };
  });
  return new RowBox(cells, 0, setting.size * 0.25);
}
