import { describe, expect, it } from '@jest/globals';
import { isApiToken, isToken, newApiToken, newToken, tokenHash } from '@sukoyaka/credentials';

const TOKEN = 'A'.repeat(43);

describe('a token', () => {
  it('has 256 bits and is never made twice', () => {
    const tokens = Array.from({ length: 1_000 }, newToken);
    expect(new Set(tokens).size).toBe(1_000);
    expect(tokens.every((each) => Buffer.from(each, 'base64url').length === 32)).toBe(true);
    expect(tokens.every(isToken)).toBe(true);
  });

  it('is kept as its SHA-256 in hex (vector of FIPS 180-4)', () => {
    expect(tokenHash('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it.each([
    ['no text', 42],
    ['nothing', undefined],
    ['a list that holds one', [TOKEN]],
    ['empty', ''],
    ['too short', TOKEN.slice(1)],
    ['too long', `${TOKEN}A`],
    ['followed by a line break', `${TOKEN}\n`],
    ['in base64', `+${TOKEN.slice(1)}`],
    ['no spelling of 32 bytes', `${TOKEN.slice(1)}B`],
    ['an API token', newApiToken()],
  ])('is not what is %s', (_, text) => {
    expect(isToken(text)).toBe(false);
  });
});

describe('an API token', () => {
  it('can be recognised, by people and by scanners for secrets', () => {
    expect(newApiToken()).toMatch(/^sky_[\w-]{43}$/);
    expect(isApiToken(newApiToken())).toBe(true);
    expect(newApiToken()).not.toBe(newApiToken());
  });

  it.each([[TOKEN], [`SKY_${TOKEN}`], ['sky_'], [`sky_${TOKEN}A`], [`xsky_${TOKEN}`], [null]])(
    'is not %s',
    (text) => {
      expect(isApiToken(text)).toBe(false);
    },
  );
});
