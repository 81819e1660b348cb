import { describe, expect, it } from '@jest/globals';
import { checkIdentifier, checkRegistration } from '@sukoyaka/identifiers';
import fc from 'fast-check';

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count });

/** Thailand's published formula, over the first twelve digits from the left. */
function thaiCheckDigit(twelve: readonly number[]): number {
  const sum = twelve.reduce((total, digit, index) => total + digit * (13 - index), 0);
  return (11 - (sum % 11)) % 10;
}

/** Japan's published formula, over the last twelve digits from the right. */
function japaneseCheckDigit(twelve: readonly number[]): number {
  const sum = twelve
    .toReversed()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
}

describe('checkIdentifier', () => {
  it.each(['4011001098993', '7010705000725', '7000012050002'])(
    'accepts the Japanese corporate number %s',
    (number) => {
      expect(checkIdentifier('jp', number)).toEqual({ valid: true, normalised: number });
    },
  );

  it.each([
    ['4011 0010 98993', '4011001098993'],
    ['4-0110-0109-8993', '4011001098993'],
    ['４０１１００１０９８９９３', '4011001098993'],
    ['４‐０１１０‐０１０９‐８９９３', '4011001098993'],
    ['　4011001098993 ', '4011001098993'],
    ['4 - 0110 - 0109 - 8993', '4011001098993'],
    ['4011\u2009001\u202f098  993', '4011001098993'],
    ['\u202d4011001098993\u202c', '4011001098993'],
    ['\u200b4011\u200b001098993\ufeff', '4011001098993'],
  ])('reads %s as it was meant', (typed, normalised) => {
    expect(checkIdentifier('jp', typed)).toEqual({ valid: true, normalised });
  });

  it('reads Thai digits and the usual Thai grouping', () => {
    const number = `010553600031${thaiCheckDigit([0, 1, 0, 5, 5, 3, 6, 0, 0, 0, 3, 1])}`;
    const grouped = number.replace(/^(.)(..)(.)(...)(.....)(.)$/, '$1-$2-$3-$4-$5-$6');
    const thai = number.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
    for (const typed of [number, grouped, thai]) {
      expect(checkIdentifier('th', typed)).toEqual({ valid: true, normalised: number });
    }
  });

  it.each([
    ['', 'empty'],
    [' \u3000', 'empty'],
    ['\u200b\u2060', 'empty'],
    ['4011 - - 001098993', 'characters'],
    ['T4011001098993', 'characters'],
    ['401100109899３x', 'characters'],
    ['4011--001098993', 'characters'],
    ['-4011001098993', 'characters'],
    ['401100109899③', 'characters'],
    ['٤011001098993', 'characters'],
    ['4011001098993\u0000', 'characters'],
    ['401100109899', 'length'],
    ['40110010989933', 'length'],
    ['0011001098993', 'first-digit'],
    ['4011001098994', 'checksum'],
    ['4011001099893', 'checksum'],
  ])('refuses the Japanese number "%s" for its %s', (typed, reason) => {
    expect(checkIdentifier('jp', typed)).toMatchObject({ valid: false, reason });
  });

  it('refuses a Thai number that does not begin with 0', () => {
    expect(checkIdentifier('th', '4011001098993')).toMatchObject({ reason: 'first-digit' });
  });

  it('accepts exactly the check digit of the published formulas', () => {
    fc.assert(
      fc.property(digits(11), fc.integer({ min: 0, max: 9 }), (rest, last) => {
        const body = [0, ...rest];
        const { valid } = checkIdentifier('th', [...body, last].join(''));
        expect(valid).toBe(last === thaiCheckDigit(body));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), digits(12), (first, body) => {
        const { valid } = checkIdentifier('jp', [first, ...body].join(''));
        expect(valid).toBe(first === japaneseCheckDigit(body));
      }),
    );
  });

  it('judges any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const { valid, normalised } = checkIdentifier('th', typed);
        expect(valid ? /^0\d{12}$/.test(normalised ?? '') : true).toBe(true);
      }),
    );
  });
});

describe('checkRegistration', () => {
  it('takes 11 digits for a Thai community enterprise', () => {
    expect(checkRegistration('th-community-enterprise', '1-2345-67890-1')).toEqual({
      valid: true,
      normalised: '12345678901',
      check: 'format',
    });
    expect(checkRegistration('th-community-enterprise', '123')).toMatchObject({ valid: false });
  });

  it('takes a number of another register as it is', () => {
    expect(checkRegistration('other', ' ROC 2011-33 ')).toEqual({
      valid: true,
      normalised: 'ROC 2011-33',
      check: 'none',
    });
    expect(checkRegistration('other', ' ')).toMatchObject({ reason: 'empty' });
    expect(checkRegistration('other', 'เลขที่ 5')).toMatchObject({ reason: 'characters' });
  });
});
