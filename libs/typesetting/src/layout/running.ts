import type { RunningFoot, RunningHead, Text, Texts } from '../blocks.js';
import type { Canvas } from '../draw/canvas.js';
import { COLOURS } from '../tokens.js';
import { plainOf, settingOf, textsBox, type Setting } from './compose/texts.js';
import { layoutText } from './layout-text.js';
import type { Box } from './box.js';

export interface RunningArea {
  readonly left: number;
  readonly width: number;
  /** Top of the page's text, and its bottom. */
  readonly top: number;
  readonly bottom: number;
}

const GAP = 10;
const SIZE = 7;

function settingFor(width: number, align: 'left' | 'right'): Setting {
  return { ...settingOf('caption', width), size: SIZE, align, arrangement: 'stacked' };
}

/** Paints the running head over the text of the current page. */
export function paintHead(canvas: Canvas, head: RunningHead, area: RunningArea): void {
  const half = (area.width - GAP) / 2;
  const left = boxOf(clipped(head.left, half), settingFor(half, 'left'));
  const right = boxOf(clipped(head.right, half), settingFor(half, 'right'));
  const bottom = area.top - 12;
  canvas.artifact(() => {
    left?.paint(canvas, area.left, bottom - left.height, undefined);
    right?.paint(canvas, area.left + half + GAP, bottom - right.height, undefined);
    canvas.fillRect(area.left, bottom + 2, area.width, 0.4, COLOURS.line);
  }, 'Pagination');
}

/** Lines of each language that have room over the text. */
const MOST_LINES = 2;

/** The words as far as they have room, with … where they go on. */
function clipped(texts: Texts | undefined, width: number): Texts | undefined {
  if (texts === undefined) return undefined;
  const clip = (text: Text): Text => {
    let words = plainOf(text);
    for (;;) {
      const lines = layoutText(words, text.lang, { width, size: SIZE });
      if (lines.length <= MOST_LINES) return { lang: text.lang, text: words };
      const fitting = lines.slice(0, MOST_LINES).map((line) => line.text);
      const shorter = fitting.join('').slice(0, words.endsWith('…') ? -4 : -2);
      words = `${shorter.trimEnd()}…`;
    }
  };
  const [first, second] = texts;
  return second === undefined ? [clip(first)] : [clip(first), clip(second)];
}

/** Paints the running foot under the text of the current page. */
export function paintFoot(
  canvas: Canvas,
  foot: RunningFoot,
  area: RunningArea,
  page: number,
  pages: number,
): void {
  const notice = boxOf(foot.notice, settingFor(area.width * 0.7, 'left'));
  const side = settingFor(area.width * 0.3 - GAP, 'right');
  const number = boxOf(foot.reportNumber, { ...side, arrangement: 'inline' });
  const label = boxOf(numbered(foot.pageLabel, page, pages), { ...side, arrangement: 'inline' });
  const top = area.bottom + 10;
  const right = area.left + area.width * 0.7 + GAP;
  canvas.artifact(() => {
    canvas.fillRect(area.left, top - 4, area.width, 0.4, COLOURS.line);
    notice?.paint(canvas, area.left, top, undefined);
    label?.paint(canvas, right, top, undefined);
    number?.paint(canvas, right, top + (label?.height ?? 0), undefined);
  }, 'Pagination');
}

/** Height of the running foot in points. */
export function footHeight(foot: RunningFoot, width: number): number {
  const notice = boxOf(foot.notice, settingFor(width * 0.7, 'left'));
  const side = settingFor(width * 0.3 - GAP, 'right');
  const label = boxOf(foot.pageLabel, { ...side, arrangement: 'inline' });
  const number = boxOf(foot.reportNumber, { ...side, arrangement: 'inline' });
  return Math.max(notice?.height ?? 0, (label?.height ?? 0) + (number?.height ?? 0));
}

function boxOf(texts: Texts | undefined, setting: Setting): Box | undefined {
  return texts === undefined ? undefined : textsBox(texts, setting);
}

function numbered(texts: Texts | undefined, page: number, pages: number): Texts | undefined {
  if (texts === undefined) return undefined;
  const fill = (text: string): string =>
    text.replaceAll('{pages}', String(pages)).replaceAll('{page}', String(page));
  const filled = (text: Text): Text =>
    'spans' in text
      ? { ...text, spans: text.spans.map((span) => ({ ...span, text: fill(span.text) })) }
      : { ...text, text: fill(text.text) };
  const [first, second] = texts;
  return second === undefined ? [filled(first)] : [filled(first), filled(second)];
}
