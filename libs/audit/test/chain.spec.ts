import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventHash, eventText, GENESIS, headMac, seal } from '@sukoyaka/audit';
import fc from 'fast-check';
import { arbitraryEvent, EVENT, headOf, mac } from './support.js';

const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
const fixedMac = (text: string): string => createHmac('sha256', key).update(text).digest('hex');

const TEXT = `sukoyaka.audit.event/1
{"action":"section.saved","actor":{"id":"0190a5b2-0000-7000-8000-000000000001","kind":"person"},\
"after":{"questions":["smoke-free-level","quit-support"],"section":"smoking","version":4},\
"at":"2026-02-03T04:05:06.789Z","before":{"version":3},\
"chainId":"0190a5b2-7c1d-7e3f-8a4b-5c6d7e8f9a0b","correlationId":"request-17",\
"object":{"id":"0190a5b2-0000-7000-8000-000000000002","kind":"assessment"},\
"previousHash":"${'0'.repeat(64)}","sequence":1}`;

/** What a value is after PostgreSQL kept it as jsonb: keys in another order, numbers as numeric. */
function afterJsonb(value: unknown, pick: fc.GeneratorValue): unknown {
  if (Array.isArray(value)) return value.map((each) => afterJsonb(each, pick));
  if (typeof value !== 'object' || value === null) return JSON.parse(JSON.stringify(value));
  const entries = Object.entries(value).map(([name, each]) => [name, afterJsonb(each, pick)]);
  const shuffled = pick(() =>
    fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
  );
  return Object.fromEntries(shuffled);
}

describe('the text of an event', () => {
  it('is the one that all logs so far were made with', () => {
    expect(eventText(EVENT, GENESIS)).toBe(TEXT);
  });

  it('has the hash that was computed with another tool', () => {
    const hash = eventHash(EVENT, GENESIS, fixedMac);
    expect(hash).toBe('69359c475c0791132c853b830d02fe0d8349f7dce15db1e396522a4eb322f017');
    expect(headMac(EVENT.chainId, 1, hash, fixedMac)).toBe(
      '477d5b3d0f81902f035a1667cd20c228677d6e8974d6ac5e943229e4151ac721',
    );
  });

  it('stays the same on its way through jsonb', () => {
    fc.assert(
      fc.property(arbitraryEvent, fc.gen(), (event, pick) => {
        const kept = afterJsonb(event, pick) as typeof event;
        expect(eventText(kept, GENESIS)).toBe(eventText(event, GENESIS));
      }),
    );
  });

  it('does not know minus zero, as jsonb does not', () => {
    const texts = [0, -0].map((version) => eventText({ ...EVENT, after: { version } }, GENESIS));
    expect(texts[0]).toBe(texts[1]);
  });

  it('stays the same on its way through timestamptz(3)', () => {
    fc.assert(
      fc.property(arbitraryEvent, (event) => {
        const at = new Date(event.at).toISOString();
        expect(eventText({ ...event, at }, GENESIS)).toBe(eventText(event, GENESIS));
      }),
    );
  });

  it('is another for another event or place', () => {
    fc.assert(
      fc.property(arbitraryEvent, arbitraryEvent, (one, other) => {
        fc.pre(one.chainId !== other.chainId || one.at !== other.at);
        expect(eventText(one, GENESIS)).not.toBe(eventText(other, GENESIS));
        expect(eventText(one, GENESIS)).not.toBe(eventText(one, 'f'.repeat(64)));
      }),
    );
  });

  it.each([
    [{ version: 1 }, { version: '1' }],
    [{ version: null }, {}],
    [{ version: null }, { version: Infinity }],
    [{}, null],
    [{ questions: ['a', 'b'] }, { questions: ['a,b'] }],
    [{ questions: ['a","b'] }, { questions: ['a', 'b'] }],
    [{ questions: [] }, { questions: '' }],
    [{ questions: ['a', 'b'] }, { questions: ['b', 'a'] }],
  ])('keeps apart %j and %j', (one, other) => {
    const texts = [one, other].map((after) => eventText({ ...EVENT, after }, GENESIS));
    expect(texts[0]).not.toBe(texts[1]);
  });
});

describe('sealing', () => {
  it('gives the event its place, and the chain its new head', () => {
    const { event, head } = seal(EVENT, GENESIS, mac);
    expect(event).toEqual({
      ...EVENT,
      previousHash: GENESIS,
      hash: eventHash(EVENT, GENESIS, mac),
    });
    expect(head).toEqual(headOf(event));
  });

  it('refuses what could not be read back as it was written', () => {
    const seconds = { ...EVENT, at: '2026-02-03T04:05:06Z' };
    expect(() => seal(seconds, GENESIS, mac)).toThrow('AUDIT_EVENT');
  });
});
