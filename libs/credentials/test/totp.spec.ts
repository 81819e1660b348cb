import { describe, expect, it } from '@jest/globals';
import { newTotpSecret, totpCode, totpStep, totpUri } from '@sukoyaka/credentials';
import fc from 'fast-check';

/** RFC 6238, appendix B: the ASCII text 12345678901234567890 in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);
const NOW = 1_234_567_890;
const STEP = 41_152_263;

describe('a code by time', () => {
  // The RFC prints eight digits; a code of six is the same number modulo 10^6, its last six digits.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %d seconds is that of RFC 6238', (seconds, eight) => {
    expect(totpCode(SECRET, at(seconds))).toBe(eight.slice(-6));
    expect(totpStep(SECRET, eight.slice(-6), at(seconds), null)).toBe(Math.floor(seconds / 30));
  });

  it.each([
    [-2, undefined],
    [-1, STEP - 1],
    [0, STEP],
    [1, STEP + 1],
    [2, undefined],
  ])('is accepted %d steps away as step %s', (steps, accepted) => {
    const code = totpCode(SECRET, at(NOW + steps * 30));
    expect(totpStep(SECRET, code, at(NOW), null)).toBe(accepted);
  });

  it('works once: neither it nor an earlier one is accepted again', () => {
    const codes = [-1, 0, 1].map((steps) => totpCode(SECRET, at(NOW + steps * 30)));
    const accepted = codes.map((code) => totpStep(SECRET, code, at(NOW), STEP));
    expect(accepted).toEqual([undefined, undefined, STEP + 1]);
  });

  it('is refused when it is another secret’s', () => {
    const other = 'A'.repeat(32);
    expect(totpStep(SECRET, totpCode(other, at(NOW)), at(NOW), null)).toBeUndefined();
  });

  it.each([
    ['spaces', '005 924'],
    ['full-width digits', '００５９２４'],
    ['Thai digits', '๐๐๕๙๒๔'],
  ])('is understood with %s', (_, typed) => {
    expect(totpStep(SECRET, typed, at(NOW), null)).toBe(STEP);
  });

  it.each(['', '05924', '0005924', '89005924', '-05924', '5924.0', 'abcdef', '00592\u0664', '😀'])(
    'is not %j',
    (typed) => {
      expect(totpStep(SECRET, typed, at(NOW), null)).toBeUndefined();
    },
  );

  it('is never an error, whatever is typed, also at the beginning of time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(totpStep(SECRET, typed, at(0), 2)).toBeUndefined();
      }),
    );
  });
});

describe('a secret for an authenticator app', () => {
  it('has 160 bits by chance', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(newTotpSecret());
  });

  it('goes into the app with issuer, address and its parameters', () => {
    const uri = new URL(totpUri(SECRET, 'somchai+work@example.com'));
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(uri.pathname)).toBe('/Sukoyaka:somchai+work@example.com');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Sukoyaka',
      secret: SECRET,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
