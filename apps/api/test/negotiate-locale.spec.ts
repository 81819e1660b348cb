import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { negotiateLocale } from '../src/platform/locale/negotiate-locale.js';

describe('negotiateLocale', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['th', 'th'],
    ['ja-JP', 'ja'],
    ['TH-th', 'th'],
    ['en;q=0.5, ja;q=0.9, th;q=0.8', 'ja'],
    ['ja;q=0.8, th;q=0.8', 'ja'],
    ['fr-FR, de;q=0.9, th;q=0.1', 'th'],
    ['th;q=0, ja;q=0.1', 'ja'],
    ['*', 'en'],
    ['zh, *;q=0.5', 'en'],
    ['th;q=high, ja;q=0.2', 'ja'],
    ['th ; q=1.0', 'th'],
    ['ja;level=1;q=0.3, th;q=0.4', 'th'],
  ])('reads %s as %s', (header, expected) => {
    expect(negotiateLocale(header)).toBe(expected);
  });

  it('answers any header with a language of the product', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(['th', 'ja', 'en']).toContain(negotiateLocale(header));
      }),
    );
  });
});
