import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from '@sukoyaka/credentials';
import fc from 'fast-check';

const KEY = Buffer.alloc(32, 1);
const CONTEXT = 'totp:0190';
const text = fc.string({ unit: 'binary', maxLength: 200 });

/** The sealed text with one bit of one of its bytes turned over; bytes count from the nonce. */
function withBitTurned(sealed: string, at: number, bit = 0): string {
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  bytes[at] = bytes.at(at)! ^ (1 << bit);
  return `v1.${bytes.toString('base64url')}`;
}

describe('a sealed text', () => {
  it('opens to the same text with the same key in the same context', () => {
    fc.assert(
      fc.property(text, text, (secret, context) => {
        expect(unseal(KEY, seal(KEY, secret, context), context)).toBe(secret);
      }),
    );
  });

  it('opens with no other key', () => {
    expect(unseal(Buffer.alloc(32, 2), seal(KEY, 'secret', CONTEXT), CONTEXT)).toBeUndefined();
  });

  it('opens in no other context: one person’s secret is of no use in another’s row', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        fc.pre(one !== other);
        expect(unseal(KEY, seal(KEY, 'secret', one), other)).toBeUndefined();
      }),
    );
  });

  it('never looks the same twice and does not show the text', () => {
    const [one, other] = [seal(KEY, 'secret', CONTEXT), seal(KEY, 'secret', CONTEXT)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.slice(3), 'base64url').includes('secret')).toBe(false);
  });

  // 12 bytes of nonce, 6 of text, 16 of tag.
  it.each(Array.from({ length: 34 }, (_, at) => at))('does not open with byte %d changed', (at) => {
    const sealed = seal(KEY, 'secret', CONTEXT);
    for (let bit = 0; bit < 8; bit += 1) {
      expect(unseal(KEY, withBitTurned(sealed, at, bit), CONTEXT)).toBeUndefined();
    }
  });

  it('does not open when it is shortened or lengthened anywhere', () => {
    const sealed = seal(KEY, 'secret', CONTEXT);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(unseal(KEY, sealed.slice(0, length), CONTEXT)).toBeUndefined();
      expect(unseal(KEY, sealed.slice(0, length) + 'A' + sealed.slice(length), CONTEXT)).toBe(
        undefined,
      );
    }
  });

  it('does not open with another version, padding or spelling of the same bytes', () => {
    const sealed = seal(KEY, 'secrets', CONTEXT);
    expect(unseal(KEY, sealed.replace('v1.', 'v2.'), CONTEXT)).toBeUndefined();
    expect(unseal(KEY, sealed.replace('v1.', ''), CONTEXT)).toBeUndefined();
    expect(unseal(KEY, `${sealed}=`, CONTEXT)).toBeUndefined();
    expect(unseal(KEY, `${sealed} `, CONTEXT)).toBeUndefined();
  });

  it('is undefined for anything that was never sealed', () => {
    fc.assert(
      fc.property(text, (junk) => {
        expect(unseal(KEY, junk, CONTEXT)).toBeUndefined();
        expect(unseal(KEY, `v1.${junk}`, CONTEXT)).toBeUndefined();
      }),
    );
  });

  it('is refused loudly when the key is no key: that is a mistake of ours', () => {
    expect(() => seal(Buffer.alloc(16), 'secret', CONTEXT)).toThrow('Invalid key length');
    const sealed = seal(KEY, 'secret', CONTEXT);
    expect(() => unseal(Buffer.alloc(16), sealed, CONTEXT)).toThrow('Invalid key length');
  });
});
