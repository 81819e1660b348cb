import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertStorable } from '../src/platform/http/storable.js';
import { parseJson } from '../src/platform/http/json-body.js';

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);

describe('assertStorable', () => {
  it.each([
    ['a null character', { a: ['x\u0000'] }, 'TEXT_NOT_STORABLE'],
    ['half a pair', { a: '\ud83d' }, 'TEXT_NOT_STORABLE'],
    ['half a pair in a key', { '\udc00': 1 }, 'TEXT_NOT_STORABLE'],
    ['an endless number', { a: Infinity }, 'NUMBER_NOT_STORABLE'],
    ['a number that loses its value', { a: -(2 ** 53) }, 'NUMBER_NOT_STORABLE'],
    ['a key of every object', JSON.parse('{"a": {"__proto__": 1}}'), 'REQUEST_INVALID'],
    ['nesting without end', nested(100_000), 'BODY_TOO_DEEP'],
  ])('refuses %s', (_name, body, code) => {
    expect(() => assertStorable(body)).toThrow(expect.objectContaining({ code }));
  });

  it('names the place', () => {
    const body = { answers: { 'a/b~c': [0, 'x\u0000'] } };
    const params = { pointer: '/answers/a~1b~0c/1' };
    expect(() => assertStorable(body)).toThrow(expect.objectContaining({ params }));
  });

  it('lets through whatever survives being stored as JSON', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0'));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        text,
        fc.boolean(),
        fc.constant(null),
        fc.maxSafeInteger(),
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(fc.property(value, (body) => expect(() => assertStorable(body)).not.toThrow()));
  });
});

describe('parseJson', () => {
  it('takes an empty body as none', () => {
    expect(parseJson(Buffer.alloc(0))).toBeUndefined();
  });

  it('refuses any bytes with a problem, never otherwise', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          parseJson(Buffer.from(bytes));
        } catch (error) {
          expect(error).toMatchObject({ name: 'DomainError' });
        }
      }),
    );
  });
});
