import type { KeyValuesBlock, Texts } from '../../blocks.js';
import { COLOURS } from '../../tokens.js';
import { LazyTag, type Box } from '../box.js';
import { StackBox } from '../stack-box.js';
import { TableRowBox } from '../table-row-box.js';
import type { Place } from './place.js';
import { settingOf, textsBox, type Setting } from './texts.js';

const GAP = 12;

/** Terms and values in two columns, a hairline under each row. */
export function keyValuesBox(block: KeyValuesBlock, place: Place): Box {
  const share = Math.min(0.8, Math.max(0.1, block.keyShare ?? 0.34));
  const keyWidth = (place.width - GAP) * share;
  const base = {
    ...settingOf(block.style ?? 'body', place.width),
    arrangement: 'stacked',
  } as const;
  const second = { colour: 'muted', scale: 0.92 } as const;
  const rows = block.rows.map(({ key, value }) => {
    const keyTag = new LazyTag('TH', { scope: 'Row' });
    const keySetting = { ...base, width: keyWidth, colour: 'muted', tag: keyTag, second } as const;
    const valueSetting = {
      ...base,
      width: place.width - GAP - keyWidth,
      tag: new LazyTag('TD'),
      second,
    };
    return rowOf(key, value, keySetting, valueSetting, place.width);
  });
  return new StackBox(rows, { tag: new LazyTag('Table'), before: 6, after: 6 });
}

function rowOf(key: Texts, value: Texts, left: Setting, right: Setting, width: number): Box {
  const cells = [
    { x: 0, width: left.width, box: textsBox(key, left) },
    { x: left.width + GAP, width: right.width, box: textsBox(value, right) },
  ];
  return new TableRowBox(cells, {
    width,
    padding: 3,
    rule: COLOURS.line,
    tag: new LazyTag('TR'),
  });
}
