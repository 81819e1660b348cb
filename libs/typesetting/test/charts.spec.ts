import { describe, expect, it } from '@jest/globals';
import { shareOnScale } from '../src/charts/bar.js';
import { placeLabels } from '../src/charts/radar-labels.js';
import type { Texts } from '../src/index.js';
import { ACCENTS, COLOURS, inkOf } from '../src/tokens.js';
import { PARAGRAPHS } from './support/paragraphs.js';

const LABELS: Readonly<Record<string, Texts>> = {
  short: [{ lang: 'en', text: 'A' }],
  two: [
    { lang: 'ja', text: '健康増進・生活習慣病予防対策' },
    { lang: 'th', text: 'การส่งเสริมสุขภาพและป้องกันโรคจากพฤติกรรม' },
  ],
  long: [{ lang: 'th', text: PARAGRAPHS.th[0].slice(0, 90) }],
};

describe('radar labels', () => {
  it.each([3, 4, 5, 6, 7, 8, 9, 13])('of %d axes neither overlap nor leave the figure', (count) => {
    for (const [name, label] of Object.entries(LABELS)) {
      for (const width of [230, 340, 487]) {
        const axes = Array.from({ length: count }, () => ({ label }));
        const { labels, height } = placeLabels(axes, width, 260, 640);
        expect(labels).toHaveLength(count);
        for (const [index, one] of labels.entries()) {
          const where = `${name} ${width} ${index}`;
          expect([where, one.y >= -0.5 && one.y + one.box.height <= height + 0.5]).toEqual([
            where,
            true,
          ]);
          expect([where, one.left >= -0.5 && one.right <= width + 0.5]).toEqual([where, true]);
          for (const other of labels.slice(index + 1)) {
            const apart = one.y + one.box.height <= other.y || other.y + other.box.height <= one.y;
            const beside = one.right <= other.left || other.right <= one.left;
            expect([where, apart || beside]).toEqual([where, true]);
          }
        }
      }
    }
  });
});

describe('scales', () => {
  it('put values at their share and others at the ends', () => {
    expect([0, 25, 100, -5, 120].map((value) => shareOnScale(value, 0, 100))).toEqual([
      0, 0.25, 1, 0, 1,
    ]);
    expect(shareOnScale(Number.NaN, 0, 100)).toBe(0);
    expect(shareOnScale(5, 5, 5)).toBe(0);
  });
});

/** WCAG 2.2 relative luminance and contrast. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('colours', () => {
  const inks = [COLOURS.ink, COLOURS.muted, COLOURS.good, COLOURS.caution, COLOURS.unknown];
  const accents = Object.values(ACCENTS);
  const grounds = [COLOURS.paper, COLOURS.panel, ...accents.map(({ tint }) => tint)];

  it('of words have the contrast of WCAG AA on every ground', () => {
    const tints = [...grounds, COLOURS.goodTint, COLOURS.cautionTint, COLOURS.unknownTint];
    for (const ink of [...inks, ...accents.map((accent) => accent.ink)]) {
      for (const ground of tints)
        expect([ink, ground, contrast(ink, ground) >= 4.5]).toEqual([ink, ground, true]);
    }
  });

  it('have a name each', () => {
    expect(inkOf('ink')).toBe(COLOURS.ink);
    expect(inkOf('measures')).toBe(ACCENTS.measures.ink);
    expect(new Set(accents.map(({ ink }) => ink)).size).toBe(6);
  });
});
