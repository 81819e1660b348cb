import { describe, expect, it } from '@jest/globals';
import { anchorsIn, anchorsText, PLATFORM_CHAIN } from '@sukoyaka/audit';
import { chainOf, EVENT, mac, wrongMac } from './support.js';

const AT = '2026-06-01T03:00:00.000Z';
const heads = [
  ...chainOf([EVENT, EVENT], EVENT.chainId).heads,
  ...chainOf([EVENT], '0190a5b2-7c1d-7e3f-8a4b-5c6d7e8f9a0c').heads,
];
const text = anchorsText(AT, heads, mac);
const parsed = () => JSON.parse(text) as { heads: { sequence: number }[]; [name: string]: unknown };

describe('a file of anchors', () => {
  it('gives back where each chain ended, and when', () => {
    const { at, heads: found } = anchorsIn(JSON.parse(text), mac);
    expect(at).toBe(AT);
    expect(found).toEqual(
      heads.map(({ chainId, sequence, hash }) => ({ chainId, sequence, hash })),
    );
  });

  it('may be of a log in which nothing stands yet', () => {
    expect(anchorsIn(JSON.parse(anchorsText(AT, [], mac)), mac).heads).toEqual([]);
  });

  it.each([
    ['a number', (file) => (file.heads[0]!.sequence = 1)],
    ['the moment', (file) => (file['at'] = '2026-06-02T03:00:00.000Z')],
    ['a chain left out', (file) => file.heads.pop()],
    ['the order', (file) => file.heads.reverse()],
    ['the signature', (file) => (file['mac'] = 'ab'.repeat(32))],
  ] as readonly (readonly [string, (file: ReturnType<typeof parsed>) => unknown])[])(
    'is refused when %s was changed',
    (_, change) => {
      const file = parsed();
      change(file);
      expect(() => anchorsIn(file, mac)).toThrow('ANCHORS_ALTERED');
    },
  );

  it('is refused under another key', () => {
    expect(() => anchorsIn(JSON.parse(text), wrongMac)).toThrow('ANCHORS_ALTERED');
  });

  it.each([
    null,
    [],
    'x',
    {},
    { ...parsed(), format: 'sukoyaka.audit.anchors/2' },
    { ...parsed(), heads: {} },
    { ...parsed(), heads: [null] },
    { ...parsed(), heads: [{ chainId: PLATFORM_CHAIN, sequence: '1', hash: '' }] },
    { ...parsed(), mac: 1 },
  ])('is not what %j is', (value) => {
    expect(() => anchorsIn(value, mac)).toThrow('ANCHORS_FOREIGN');
  });
});
