import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Keyring, type KeyPurpose, newMasterKey, parseMasterKey } from '@sukoyaka/credentials';
import fc from 'fast-check';

const PURPOSES: readonly KeyPurpose[] = ['audit', 'totp', 'mail', 'device', 'state'];
const MASTER = Buffer.alloc(32, 7);

describe('a keyring', () => {
  it('has another key of 32 bytes for each purpose, and none is the master key', () => {
    const ring = new Keyring(MASTER);
    const keys = [...PURPOSES.map((purpose) => ring.key(purpose)), MASTER];
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(6);
    expect(keys.every((key) => key.length === 32)).toBe(true);
  });

  // Computed apart, from RFC 5869 with an empty salt.
  it('derives the same keys for ever: what was sealed years ago has to open', () => {
    expect(new Keyring(MASTER).key('totp').toString('hex')).toBe(
      '9a0e2fb7ef26bcf755183c5d016e67917dbb74f1e49847622f448ba2990963e7',
    );
  });

  it('has other keys with another master key', () => {
    const other = new Keyring(Buffer.alloc(32, 8));
    expect(other.key('mail')).not.toEqual(new Keyring(MASTER).key('mail'));
  });

  it('is not changed by who overwrites the master key afterwards', () => {
    const master = Buffer.from(MASTER);
    const ring = new Keyring(master);
    master.fill(0);
    expect(ring.key('state')).toEqual(new Keyring(MASTER).key('state'));
  });

  it('does not show its keys where objects are printed or written as JSON', () => {
    const ring = new Keyring(MASTER);
    ring.key('audit');
    expect(inspect(ring, { showHidden: true, depth: 9 })).toBe('Keyring {}');
    expect(JSON.stringify(ring)).toBe('{}');
  });

  it.each([0, 16, 31, 33, 64])('refuses a master key of %d bytes', (length) => {
    expect(() => new Keyring(Buffer.alloc(length))).toThrow(RangeError);
  });
});

describe('a master key in a setting', () => {
  it('is read in base64url and base64, padded or not, with spaces around it', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((each) => Buffer.from(each));
    fc.assert(
      fc.property(bytes, (key) => {
        const url = key.toString('base64url');
        const plain = key.toString('base64');
        const spellings = [url, `${url}=`, plain, plain.slice(0, -1), ` ${url}\n`];
        for (const each of spellings) expect(parseMasterKey(each)).toEqual(key);
      }),
    );
  });

  it('is made by chance, so that each installation has its own', () => {
    expect(parseMasterKey(newMasterKey())).toHaveLength(32);
    expect(newMasterKey()).not.toBe(newMasterKey());
  });

  it.each([
    ['nothing', ''],
    ['a word', 'change-me'],
    ['31 bytes', Buffer.alloc(31).toString('base64url')],
    ['33 bytes', Buffer.alloc(33).toString('base64url')],
    ['hex', Buffer.alloc(32).toString('hex')],
    ['43 characters that are no 32 bytes', 'A'.repeat(42) + 'B'],
    ['both alphabets at once', '-/' + 'A'.repeat(41)],
    ['spaces within', `${'A'.repeat(20)} ${'A'.repeat(23)}`],
    ['two paddings', `${'A'.repeat(43)}==`],
  ])('is refused when it is %s', (_, text) => {
    expect(parseMasterKey(text)).toBeUndefined();
  });
});
