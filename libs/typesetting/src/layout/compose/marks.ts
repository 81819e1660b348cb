import type { Badge, MarkBlock, Status, StatusMark } from '../../blocks.js';
import { drawStatus } from '../../draw/status-shapes.js';
import { ACCENTS, type ColourName } from '../../tokens.js';
import { solidBox, type Box } from '../box.js';
import { RowBox } from '../row-box.js';
import { StackBox } from '../stack-box.js';
import { shareOf, TextBox } from '../text-box.js';
import { lineHeightOf } from '../type-scale.js';
import type { Place } from './place.js';
import { settingOf, textsBox, type Setting } from './texts.js';

export const STATUS_COLOUR: Readonly<Record<Status, ColourName>> = {
  met: 'good',
  'not-met': 'caution',
  unknown: 'unknown',
  'not-applicable': 'muted',
};

/** A status mark or a badge on a line of its own. */
export function markBox({ status, badge, align }: MarkBlock, place: Place): Box {
  const setting: Setting = {
    ...settingOf('body', place.width),
    align: align ?? 'left',
    arrangement: 'inline',
  };
  const parts: Box[] = [];
  if (status !== undefined) parts.push(statusBox(status, setting));
  if (badge !== undefined) parts.push(badgeBox(badge, setting));
  return new StackBox(parts, { before: 4, after: 4 });
}

/** The shape and the word of a status. */
export function statusBox({ status, texts }: StatusMark, setting: Setting): Box {
  const indent = setting.size * 1.45;
  const colour = STATUS_COLOUR[status];
  const words = textsBox(texts, {
    ...setting,
    colour,
    align: 'left',
    width: Math.max(1, setting.width - indent),
    second: { ...setting.second, colour },
  });
  const spare = Math.max(0, setting.width - indent - usedWidth(words));
  const x = spare * shareOf(setting.align);
  const lineHeight = lineHeightOf(setting.size, texts[0].lang);
  const shape = solidBox(Math.min(lineHeight, words.height), (canvas, left, top) => {
    canvas.decoration(() => {
      const middle = top + lineHeight * 0.7 - setting.size * 0.36;
      drawStatus(canvas.document, status, left + setting.size * 0.5, middle, setting.size * 0.42);
    });
  });
  return new RowBox([
    { x, box: shape },
    { x: x + indent, box: words },
  ]);
}

/** Width of the widest line in points. */
export function usedWidth(box: Box): number {
  if (box instanceof TextBox) return box.usedWidth;
  if (box instanceof StackBox) return Math.max(0, ...box.children.map(usedWidth));
  if (box instanceof RowBox)
    return Math.max(0, ...box.cells.map((cell) => cell.x + usedWidth(cell.box)));
  return 0;
}

const BADGE_PAD = 6;

/** Words on a rounded ground of an accent's tint. */
export function badgeBox({ texts, accent = 'neutral' }: Badge, setting: Setting): Box {
  const words = textsBox(texts, {
    ...setting,
    weight: 'bold',
    colour: accent,
    align: 'left',
    width: Math.max(1, setting.width - 2 * BADGE_PAD),
    second: { weight: 'regular', colour: accent, scale: 0.92 },
  });
  const width = Math.min(setting.width, usedWidth(words) + 2 * BADGE_PAD);
  const x = Math.max(0, setting.width - width) * shareOf(setting.align);
  return solidBox(words.height + 4, (canvas, left, top, parent) => {
    canvas.decoration(() => {
      canvas.document.save().roundedRect(left + x, top, width, words.height + 4, 4);
      canvas.document.fill(ACCENTS[accent].tint).restore();
    });
    words.paint(canvas, left + x + BADGE_PAD, top + 2, parent);
  });
}
