import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonFaultAt } from '../../apps/cli/src/io/json-fault.js';

/** JSON whose every character but the first can be followed by a foreign one on its own. */
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.stringMatching(/^[a-zก-ฮ]{0,5}$/),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z]{0,3}$/), tie('value'), { maxKeys: 3 }),
  ),
})).value;

describe('the place at which a text stops being JSON', () => {
  it('is that of a character that no JSON can hold, wherever it stands', () => {
    fc.assert(
      fc.property(plain, fc.nat(200), fc.nat(2), (value, position, indent) => {
        const text = JSON.stringify(value, null, indent);
        const at = position % text.length;
        expect(jsonFaultAt(`${text.slice(0, at)}\u0001${text.slice(at)}`)).toBe(at);
      }),
    );
  });

  it('is the end of what is written, where more is needed', () => {
    fc.assert(
      fc.property(plain, fc.nat(200), (value, position) => {
        const text = JSON.stringify([value]);
        const cut = text.slice(0, position % text.length);
        expect(jsonFaultAt(`${cut}\n`)).toBe(cut.length);
      }),
    );
  });

  it.each([
    ['[1,]', 3],
    ['[01]', 2],
    ['[1.]', 2],
    ['[+1]', 1],
    ['[NaN]', 1],
    ['["a\\x"]', 3],
    ['["\\u12g4"]', 2],
    ['{"a" 1}', 5],
    ['{"a": 1 "b": 2}', 8],
    ['{a: 1}', 1],
    ['[1] 2', 4],
    ['[1}', 2],
    ['nul', 0],
    [']', 0],
  ])('of %s is %i', (text, at) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(jsonFaultAt(text)).toBe(at);
  });

  it('is found at any depth', () => {
    const deep = '['.repeat(200_000);
    expect(jsonFaultAt(`${deep}x`)).toBe(200_000);
  });
});
