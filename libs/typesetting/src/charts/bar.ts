import type { BarValue } from '../blocks.js';
import type { Canvas } from '../draw/canvas.js';
import { solidBox, type Box } from '../layout/box.js';
import type { Setting } from '../layout/compose/texts.js';
import { textBox } from '../layout/compose/texts.js';
import { RowBox } from '../layout/row-box.js';
import { lineHeightOf } from '../layout/type-scale.js';
import { ACCENTS, COLOURS, type Accent } from '../tokens.js';

export interface Track {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Position of `value` on a scale as a share from 0 to 1; values beyond the scale stand at its end. */
export function shareOnScale(value: number, min: number, max: number): number {
  if (!(max > min) || !Number.isFinite(value)) return 0;
  return Math.min(1, Math.max(0, (value - min) / (max - min)));
}

/** A horizontal bar on its track with the reference ticks; a value not known is a hatched track. */
export function drawBar(canvas: Canvas, track: Track, bar: BarValue, accent: Accent): void {
  const { x, y, width, height } = track;
  const { ink, tint } = ACCENTS[bar.accent ?? accent];
  const [min, max] = [bar.min ?? 0, bar.max ?? 100];
  canvas.fillRect(x, y, width, height, bar.value === null ? COLOURS.unknownTint : tint);
  if (bar.value === null) drawHatching(canvas, track);
  else {
    const end = width * shareOnScale(bar.value, min, max);
    canvas.fillRect(x, y, end, height, ink);
    const reach = width * shareOnScale(bar.upTo ?? bar.value, min, max) - end;
    if (reach > 0) canvas.fillRect(x + end, y + height / 3, reach, height / 3, ink);
  }
  for (const [index, reference] of (bar.references ?? []).entries()) {
    if (reference === null) continue;
    drawReference(canvas, index, x + width * shareOnScale(reference, min, max), y, height);
  }
}

function drawHatching(canvas: Canvas, { x, y, width, height }: Track): void {
  const { document } = canvas;
  document.save().rect(x, y, width, height).clip().lineWidth(0.6);
  for (let left = x - height; left < x + width; left += 4) {
    document.moveTo(left, y + height).lineTo(left + height, y);
  }
  document.stroke(COLOURS.faint).restore();
}

/** The tick of a reference: line, line with a dot, line with a triangle, in turn. */
export function drawReference(
  canvas: Canvas,
  index: number,
  x: number,
  y: number,
  height: number,
): void {
  const { document } = canvas;
  const [top, bottom] = [y - 2, y + height + 2];
  document.save().lineWidth(2.2).moveTo(x, top).lineTo(x, bottom).stroke(COLOURS.paper);
  document.lineWidth(1).moveTo(x, top).lineTo(x, bottom).stroke(COLOURS.ink);
  if (index % 3 === 1) document.circle(x, top, 1.8).fill(COLOURS.ink);
  if (index % 3 === 2) {
    document.polygon([x, top + 1], [x - 2.2, top - 2.4], [x + 2.2, top - 2.4]).fill(COLOURS.ink);
  }
  document.restore();
}

/** A bar in a cell of a table, its figure behind it. */
export function cellBarBox(bar: BarValue, setting: Setting, accent: Accent): Box {
  const words = textBox(
    { lang: 'en', text: bar.text },
    {
      ...setting,
      align: 'right',
      weight: 'bold',
      width: Math.min(setting.width, setting.size * 6),
    },
  );
  const wordsWidth = Math.min(setting.width, Math.max(words.usedWidth, setting.size * 2));
  const width = Math.max(0, setting.width - wordsWidth - 6);
  const lineHeight = lineHeightOf(setting.size, 'en');
  const track = solidBox(lineHeight, (canvas, x, y) => {
    if (width < 12) return;
    const middle = y + lineHeight * 0.7 - setting.size * 0.36;
    canvas.decoration(() => {
      drawBar(canvas, { x, y: middle - 3, width, height: 6 }, bar, accent);
    });
  });
  const value = textBox(
    { lang: 'en', text: bar.text },
    { ...setting, align: 'right', weight: 'bold', width: wordsWidth },
  );
  return new RowBox([
    { x: 0, box: track },
    { x: setting.width - wordsWidth, box: value },
  ]);
}
