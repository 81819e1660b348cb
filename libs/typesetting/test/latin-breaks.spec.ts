import { describe, expect, it } from '@jest/globals';
import { layoutText } from '../src/index.js';

function lines(text: string, width: number): string[] {
  return layoutText(text, 'en', { width, size: 10 }).map((line) => line.text);
}

describe('Latin line breaking', () => {
  it('breaks at spaces, which stay at the end of the line', () => {
    expect(lines('The quick brown fox jumps', 60)).toEqual(['The quick ', 'brown fox ', 'jumps']);
  });

  it('keeps a word with a hyphen whole, unless it is longer than the line', () => {
    expect(lines('a report on self-assessment', 100)).toEqual(['a report on ', 'self-assessment']);
    expect(lines('self-assessment', 50)).toEqual(['self-', 'assessme', 'nt']);
  });

  it('keeps no-break spaces, closing signs and numbers with units together', () => {
    expect(lines('it is 30\u00a0per cent', 45)).toEqual(['it is ', '30\u00a0per ', 'cent']);
    for (const text of ['took part (98 %) so', 'after 30 minutes of', 'THB 300,000 a year']) {
      for (let width = 60; width < 130; width += 2) {
        expect(lines(text, width).join('|')).not.toMatch(/98\|? ?\|%|30 \||THB \||\(\||\|\)/);
      }
    }
  });

  it('breaks where a zero-width space or a soft hyphen allows it, and leaves neither in the text', () => {
    expect(lines('abcdef\u200bghijkl', 40)).toEqual(['abcdef', 'ghijkl']);
    expect(lines('abcdef\u00adghijkl', 45)).toEqual(['abcdef', 'ghijkl']);
    expect(lines('abc\u00addef', 100)).toEqual(['abcdef']);
  });

  it('breaks a word of 500 letters and an address rather than run over the edge', () => {
    const address =
      'https://example.org/a/very/long/path?with=a&query=that-goes-on-and-on-for-ever';
    for (const text of ['a'.repeat(500), address.repeat(4), '1'.repeat(300)]) {
      const laid = layoutText(text, 'en', { width: 120, size: 10 });
      expect(laid.map((line) => line.text).join('')).toBe(text);
      expect(Math.max(...laid.map((line) => line.width))).toBeLessThanOrEqual(120.01);
    }
    expect(lines(address, 150)[0]).toMatch(/\/$/);
  });

  it('ends lines where the text says so', () => {
    expect(lines('one\ntwo\r\nthree\u2028four', 300)).toEqual(['one', 'two', 'three', 'four']);
    expect(lines('', 300)).toEqual(['']);
    expect(lines('end\n', 300)).toEqual(['end', '']);
  });

  it('drops controls and direction marks, and reads tabs as spaces', () => {
    expect(lines('a\u0000b\u202ec\u200fd\ufeffe\tf', 300)).toEqual(['abcde f']);
  });
});
