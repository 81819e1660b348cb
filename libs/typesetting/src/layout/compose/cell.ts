import type { Cell } from '../../blocks.js';
import type { Accent } from '../../tokens.js';
import type { Box } from '../box.js';
import { StackBox } from '../stack-box.js';
import { cellBarBox } from '../../charts/bar.js';
import { badgeBox, statusBox } from './marks.js';
import { textsBox, type Setting } from './texts.js';

/** What a cell of a table holds, one part under the other, all in the cell's element. */
export function cellBox(cell: Cell, setting: Setting, accent: Accent): Box {
  const own: Setting = {
    ...setting,
    weight: cell.weight ?? setting.weight,
    colour: cell.colour ?? setting.colour,
    arrangement: cell.arrangement ?? setting.arrangement,
  };
  const parts: Box[] = [];
  if (cell.texts !== undefined) parts.push(textsBox(cell.texts, own));
  if (cell.status !== undefined) parts.push(statusBox(cell.status, own));
  if (cell.badge !== undefined) parts.push(badgeBox(cell.badge, own));
  if (cell.bar !== undefined) parts.push(cellBarBox(cell.bar, own, accent));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : new StackBox(parts);
}
