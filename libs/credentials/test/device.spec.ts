import { describe, expect, it } from '@jest/globals';
import { deviceMark, knownDevice, mailedDeviceMark, newToken } from '@sukoyaka/credentials';
import fc from 'fast-check';

const KEY = Buffer.alloc(32, 3);
const PERSON = '0190a1b2-0000-7000-8000-000000000001';
const OTHER = '0190a1b2-0000-7000-8000-000000000002';
const MARK = deviceMark(KEY, PERSON, 'nonce-1');

describe('the mark of a browser', () => {
  it('says who has signed in there before', () => {
    const nonce = newToken();
    expect(knownDevice(KEY, deviceMark(KEY, PERSON, nonce))).toEqual({
      personId: PERSON,
      nonce,
      hasSignedIn: true,
    });
  });

  it('is the same wherever a person has only used a mailed link', () => {
    const mark = mailedDeviceMark(KEY, PERSON);
    expect(knownDevice(KEY, mark)).toMatchObject({ personId: PERSON, hasSignedIn: false });
    expect(mailedDeviceMark(KEY, PERSON)).toBe(mark);
    expect(mailedDeviceMark(KEY, OTHER)).not.toBe(mark);
  });

  it('fits into a cookie as it is', () => {
    expect(deviceMark(KEY, PERSON, newToken())).toMatch(/^[\w.-]{1,200}$/);
  });

  it('is another one for each person, nonce and key', () => {
    const marks = [
      MARK,
      deviceMark(KEY, OTHER, 'nonce-1'),
      deviceMark(KEY, PERSON, 'nonce-2'),
      deviceMark(Buffer.alloc(32, 4), PERSON, 'nonce-1'),
    ];
    expect(new Set(marks.map((each) => each.split('.').at(-1))).size).toBe(4);
  });

  it('is not known with another key, person, nonce or version', () => {
    expect(knownDevice(Buffer.alloc(32, 4), MARK)).toBeUndefined();
    expect(knownDevice(KEY, MARK.replace(PERSON, OTHER))).toBeUndefined();
    expect(knownDevice(KEY, MARK.replace('nonce-1', 'nonce-2'))).toBeUndefined();
    expect(knownDevice(KEY, MARK.replace('v1', 'v2'))).toBeUndefined();
  });

  it('is not known with any one character changed, left out or added', () => {
    for (let at = 0; at < MARK.length; at += 1) {
      const [before, after] = [MARK.slice(0, at), MARK.slice(at + 1)];
      const changed = MARK[at] === 'A' ? 'B' : 'A';
      for (const each of [
        before + changed + after,
        before + after,
        `${before}A${MARK.slice(at)}`,
      ]) {
        expect(knownDevice(KEY, each)).toBeUndefined();
      }
    }
    expect(knownDevice(KEY, `${MARK}\n`)).toBeUndefined();
  });

  it('is undefined, and never an error, for whatever a browser sends', () => {
    expect(knownDevice(KEY, undefined)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        expect(knownDevice(KEY, junk)).toBeUndefined();
        expect(knownDevice(KEY, `v1.${PERSON}.nonce-1.${junk}`)).toBeUndefined();
      }),
    );
  });

  it.each(['', 'a.b', 'a;b', 'é', 'x'.repeat(65)])('is not made of %j', (part) => {
    expect(() => deviceMark(KEY, part, 'nonce-1')).toThrow(RangeError);
    expect(() => deviceMark(KEY, PERSON, part)).toThrow(RangeError);
  });
});
