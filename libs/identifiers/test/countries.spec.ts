import { describe, expect, it } from '@jest/globals';
import { isCountry, REGISTRATION_TYPES, registrationRuleOf } from '@sukoyaka/identifiers';

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));

describe('isCountry', () => {
  it.each(['TH', 'JP', 'VN', 'MY', 'SG', 'ID', 'PH', 'LA', 'KH', 'MM', 'BN', 'TL', 'HK', 'SS'])(
    'takes %s',
    (code) => {
      expect(isCountry(code)).toBe(true);
    },
  );

  it.each([
    ['ZZ', 'of users'],
    ['XK', 'of users'],
    ['AA', 'of users'],
    ['UK', 'reserved'],
    ['EU', 'reserved'],
    ['SU', 'former'],
    ['AN', 'former'],
    ['th', 'not in capitals'],
    ['THA', 'of three letters'],
    [' TH', 'with a space'],
    ['ＴＨ', 'in full width'],
    ['', 'nothing'],
    [null, 'nothing'],
    [66, 'a number'],
  ])('refuses %j, which is %s', (value, _kind) => {
    expect(isCountry(value)).toBe(false);
  });

  it('takes exactly as many as are assigned', () => {
    expect(PAIRS.filter(isCountry)).toHaveLength(249);
  });

  it('takes the country of every type of registration', () => {
    const countries = REGISTRATION_TYPES.map((type) => registrationRuleOf(type).country);
    const named = countries.filter((each) => each !== null);
    expect(named.filter((each) => !isCountry(each))).toEqual([]);
  });
});
