import { describe, expect, it } from '@jest/globals';
import {
  checkRegistration,
  REGISTRATION_TYPES,
  registrationCheckOf,
  registrationRuleOf,
  registrationTypesOf,
  type RegistrationType,
} from '@sukoyaka/identifiers';
import fc from 'fast-check';

/** Thailand's published formula, over the first twelve digits from the left. */
function thaiNumber(twelve: string): string {
  const sum = Array.from(twelve, Number).reduce(
    (total, digit, index) => total + digit * (13 - index),
    0,
  );
  return `${twelve}${(11 - (sum % 11)) % 10}`;
}

/** Numbers as people type them, and as they are kept. */
const VALID: readonly (readonly [RegistrationType, string, string])[] = [
  ['th-juristic', thaiNumber('010553600031'), thaiNumber('010553600031')],
  ['th-community-enterprise', '1-2345-67890-1', '12345678901'],
  ['jp-corporate', '4011001098993', '4011001098993'],
  ['jp-corporate', '7010705000725', '7010705000725'],
  ['jp-corporate', '7000 0120 50002', '7000012050002'],
  ['sg-uen', '00192200M', '00192200M'],
  ['sg-uen', '197401143c', '197401143C'],
  ['sg-uen', 'S16FC0121D', 'S16FC0121D'],
  ['sg-uen', 'Ｔ０１ＦＣ６１３２Ｄ', 'T01FC6132D'],
  ['sg-uen', 'T20VC0010J', 'T20VC0010J'],
  ['vn-enterprise', '0100233488', '0100233488'],
  ['vn-enterprise', '01.00.112.437', '0100112437'],
  ['vn-enterprise', '0314409058-002', '0314409058002'],
  ['my-company', '201901000005', '201901000005'],
  ['my-company', '1312525-A', '1312525A'],
  ['my-company', 'LLP0012345-LGN', 'LLP0012345LGN'],
  ['my-company', 'LLP0012345', 'LLP0012345'],
  ['my-company', '001234567-X', '001234567X'],
  ['my-company', 'SA0123456-K', 'SA0123456K'],
  ['my-company', '202004000123', '202004000123'],
  ['id-nib', '9120 0012 34567', '9120001234567'],
  ['id-npwp', '01.312.166.0-091.000', '0013121660091000'],
  ['id-npwp', '0016090524017000', '0016090524017000'],
  ['ph-sec', 'CS201912345', 'CS201912345'],
  ['ph-sec', '2023060103838-20', '202306010383820'],
  ['ph-sec', '0000077487', '0000077487'],
  ['ph-tin', '123-456-789', '123456789'],
  ['ph-tin', '123-456-789-000', '123456789000'],
  ['ph-tin', '123-456-789-00000', '12345678900000'],
  ['mm-company', '123 456 789', '123456789'],
  ['bn-company', 'RC/20001234', 'RC20001234'],
  ['other', ' Co. 0123E/2015 ', 'Co. 0123E/2015'],
  ['other', 'Ｃｏ．　๐๑２３Ｅ／２０１５', 'Co. 0123E/2015'],
  ['other', '０１２３−๔๕\u200b', '0123-45'],
];

/** A well-formed number of each type. */
const ONE_OF_EACH = REGISTRATION_TYPES.map(
  (type) => [type, VALID.find(([of]) => of === type)?.[2] ?? ''] as const,
);

const inThai = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
const fullWidth = (text: string) =>
  text.replace(/[0-9A-Za-z]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
/** With a mark in two places, as numbers are printed in groups. */
const spaced = (text: string, mark: string) =>
  `${text.slice(0, 1)}${mark}${text.slice(1, 6)}${mark}${text.slice(6)}`;
const kept = (type: RegistrationType, typed: string) => checkRegistration(type, typed).normalised;
/** Numbers of another register keep the grouping in which they were typed. */
const ungrouped = (type: RegistrationType, text: string) =>
  type === 'other' ? text.replace(/[ -]/g, '') : text;

const INVALID: readonly (readonly [RegistrationType, string, string])[] = [
  ['th-community-enterprise', '123', 'length'],
  ['sg-uen', '', 'empty'],
  ['sg-uen', '00192200', 'length'],
  ['sg-uen', '00192200N', 'checksum'],
  ['sg-uen', '197401143D', 'checksum'],
  ['sg-uen', 'S16FC0121E', 'checksum'],
  ['sg-uen', 'X16FC0121D', 'format'],
  ['sg-uen', 'S16ZZ0121D', 'format'],
  ['sg-uen', 'T20VC0010K', 'checksum'],
  ['sg-uen', 'T19VC0010J', 'format'],
  ['sg-uen', 'S20VC0010J', 'format'],
  ['sg-uen', 'T20VCOO10J', 'format'],
  ['sg-uen', '00192200_M', 'characters'],
  ['vn-enterprise', '0100233480', 'checksum'],
  ['vn-enterprise', '0000233488', 'format'],
  ['vn-enterprise', '0314409058-000', 'format'],
  ['vn-enterprise', '010023348', 'length'],
  ['vn-enterprise', '01..00233488', 'characters'],
  ['my-company', '171801000005', 'format'],
  ['my-company', '850101-14-5678', 'format'],
  ['my-company', '1312525', 'format'],
  ['my-company', 'LLP012345-LGN', 'format'],
  ['my-company', 'LLP0012345-L', 'format'],
  ['my-company', '01234567-X', 'format'],
  ['my-company', '0012345678-X', 'format'],
  ['id-nib', '912000123456', 'length'],
  ['id-npwp', '21.609.052.4-017.001', 'checksum'],
  ['id-npwp', '1016090524017000', 'format'],
  ['ph-sec', 'CS12', 'format'],
  ['ph-tin', '1234567890', 'length'],
  ['mm-company', '12345678', 'length'],
  ['mm-company', '12345678A', 'characters'],
  ['bn-company', '20001234', 'format'],
  ['other', 'เลขที่ 5', 'characters'],
];

describe('checkRegistration', () => {
  it.each(VALID)('%s takes %s', (type, typed, normalised) => {
    expect(checkRegistration(type, typed)).toEqual({
      valid: true,
      normalised,
      check: registrationCheckOf(type),
    });
  });

  it.each(INVALID)('%s refuses "%s" for its %s', (type, typed, reason) => {
    expect(checkRegistration(type, typed)).toMatchObject({
      valid: false,
      reason,
      check: registrationCheckOf(type),
    });
  });

  it('takes what it keeps: a kept number is valid and kept the same', () => {
    for (const [type, , normalised] of VALID) {
      expect(checkRegistration(type, normalised)).toMatchObject({ valid: true, normalised });
    }
  });

  it.each(ONE_OF_EACH)('%s reads %s in every way that people write it', (type, number) => {
    const ways: Readonly<Record<string, string>> = {
      'Thai digits': inThai(number),
      'full width': fullWidth(number),
      'spaces between': spaced(number, ' '),
      'wide spaces between': spaced(fullWidth(number), '\u3000'),
      'hyphens between': spaced(number, '-'),
      'wide hyphens between': spaced(fullWidth(number), '－'),
      'dashes with spaces around them': spaced(inThai(number), ' – '),
      'unseen marks between': spaced(number, '\u200b'),
      'spaces around it': `\u3000${number} `,
    };
    const read = Object.entries(ways).map(([way, typed]) => [way, kept(type, typed)]);
    const expected = Object.keys(ways).map((way) => [way, ungrouped(type, number)]);
    expect(read.map(([way, text]) => [way, ungrouped(type, text ?? '')])).toEqual(expected);
  });

  it('reads a Thai number in the grouping of the certificate, in any digits', () => {
    const number = thaiNumber('010553600031');
    const printed = number.replace(/^(.)(....)(.....)(..)(.)$/, '$1-$2-$3-$4-$5');
    for (const typed of [
      printed,
      inThai(printed),
      fullWidth(printed),
      printed.replace(/-/g, ' '),
    ]) {
      expect(kept('th-juristic', typed)).toBe(number);
    }
  });

  it.each([
    ['vn-enterprise', '０１．００．１１２．４３７', '0100112437'],
    ['id-npwp', '０１．３１２．１６６．０－０９１．０００', '0013121660091000'],
    ['bn-company', 'ＲＣ／２０００１２３４', 'RC20001234'],
  ] as const)('%s reads the full-width points and slashes of %s', (type, typed, number) => {
    expect(kept(type, typed)).toBe(number);
  });

  it('keeps both ways of writing an Indonesian tax number as one', () => {
    const [short, long] = ['013121660091000', '0013121660091000'].map((typed) =>
      checkRegistration('id-npwp', typed),
    );
    expect(short).toEqual(long);
  });

  it.each([
    ['sg-uen', '197401143C', 9],
    ['vn-enterprise', '0100233488', 10],
    ['id-npwp', '013121660091000', 9],
  ] as const)('%s %s notices a mistyped digit among its first %d', (type, number, guarded) => {
    for (let at = 0; at < guarded; at += 1) {
      const other = (Number(number.charAt(at)) + 1) % 10;
      const typed = `${number.slice(0, at)}${other}${number.slice(at + 1)}`;
      expect(checkRegistration(type, typed)).toMatchObject({ valid: false, reason: 'checksum' });
    }
  });

  it('judges any text of any type without throwing', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9A-Z./ -]{0,18}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...REGISTRATION_TYPES), typed, (type, text) => {
        const { valid, normalised, reason } = checkRegistration(type, text);
        expect(valid).toBe(reason === undefined);
        if (valid) expect(checkRegistration(type, normalised ?? '').valid).toBe(true);
      }),
    );
  });
});

describe('what is known of the types', () => {
  it('says how far each is checked', () => {
    expect(Object.fromEntries(REGISTRATION_TYPES.map((t) => [t, registrationCheckOf(t)]))).toEqual({
      'th-juristic': 'check-digit',
      'th-community-enterprise': 'format',
      'jp-corporate': 'check-digit',
      'sg-uen': 'check-digit',
      'vn-enterprise': 'check-digit',
      'my-company': 'format',
      'id-nib': 'format',
      'id-npwp': 'check-digit',
      'ph-sec': 'format',
      'ph-tin': 'format',
      'mm-company': 'format',
      'bn-company': 'format',
      other: 'none',
    });
  });

  it.each(REGISTRATION_TYPES)('says whence it knows %s', (type) => {
    expect(registrationRuleOf(type).provenance).toMatch(/^(published|stdnum|believed|taken)/);
  });

  it('offers each country its own types and other', () => {
    expect(registrationTypesOf('TH')).toEqual(['th-juristic', 'th-community-enterprise', 'other']);
    expect(registrationTypesOf('id')).toEqual(['id-nib', 'id-npwp', 'other']);
    for (const country of ['KH', 'LA', 'FR', '']) {
      expect(registrationTypesOf(country)).toEqual(['other']);
    }
    expect(registrationTypesOf('PH')).toEqual(['ph-sec', 'ph-tin', 'other']);
    for (const country of ['JP', 'SG', 'VN', 'MY', 'MM', 'BN']) {
      expect(registrationTypesOf(country)).toHaveLength(2);
    }
  });
});
