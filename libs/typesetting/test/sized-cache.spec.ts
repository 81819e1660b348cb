import { describe, expect, it } from '@jest/globals';
import { SizedCache } from '../src/text/sized-cache.js';

describe('the cache of prepared text', () => {
  it('forgets what was used longest ago once it is full', () => {
    const cache = new SizedCache<number>(10);
    cache.set('a', 1, 4);
    cache.set('b', 2, 4);
    expect(cache.get('a')).toBe(1);
    cache.set('c', 3, 4);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });

  it('keeps nothing heavier than itself', () => {
    const cache = new SizedCache<number>(10);
    cache.set('a', 1, 4);
    cache.set('b', 2, 11);
    expect([cache.get('a'), cache.get('b')]).toEqual([1, undefined]);
  });
});
