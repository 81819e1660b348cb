import { describe, expect, it } from '@jest/globals';
import { newRecoveryCodes, recoveryCodeHash } from '@sukoyaka/credentials';
import fc from 'fast-check';

const CODE = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV';
const SEPARATORS = ['', ' ', '-', ' - ', '‐', '–', '－', '　', 'ー'];
const LOOKALIKES: Readonly<Record<string, readonly string[]>> = {
  0: ['0', 'O', 'o', '０', 'Ｏ'],
  1: ['1', 'I', 'i', 'L', 'l', '１'],
};

/** A code as somebody could type it: in any case and width, with any separators anywhere. */
const typed = (code: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...Array.from(code.replaceAll('-', ''), (each) =>
        fc.tuple(
          fc.constantFrom(...(LOOKALIKES[each] ?? [each, each.toLowerCase()])),
          fc.constantFrom(...SEPARATORS),
        ),
      ),
    )
    .map((parts) => parts.flat().join(''));

describe('recovery codes', () => {
  it('are ten different ones, of 140 bits in readable groups', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const each of codes)
      expect(each).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('use all 32 characters: each carries five bits', () => {
    const seen = Array.from({ length: 50 }, newRecoveryCodes).flat().join('').replaceAll('-', '');
    expect(new Set(seen).size).toBe(32);
  });

  it('have the same hash however they are typed', () => {
    const samples = fc.constantFrom(CODE, ...newRecoveryCodes());
    fc.assert(
      fc.property(
        samples.chain((code) => fc.tuple(fc.constant(code), typed(code))),
        ([code, written]) => {
          expect(recoveryCodeHash(written)).toBe(recoveryCodeHash(code));
          expect(recoveryCodeHash(code)).toMatch(/^[0-9a-f]{64}$/);
        },
      ),
    );
  });

  it('have another hash when another character is meant', () => {
    expect(recoveryCodeHash(CODE.replace('Q', 'Z'))).not.toBe(recoveryCodeHash(CODE));
  });

  it.each([
    ['', 'empty'],
    [CODE.slice(0, -1), 'too short'],
    [`${CODE}A`, 'too long'],
    [CODE.replace('Q', 'U'), 'with a letter that none has'],
    [CODE.replace('Q', 'é'), 'with an accent'],
    [CODE + ' '.repeat(200), 'endless'],
  ])('cannot be %j, which is %s', (text) => {
    expect(recoveryCodeHash(text)).toBeUndefined();
  });
});
