import { InvalidChecksum } from 'stdnum/lib/cjs/exceptions.js';
import { validate as validateJapanese } from 'stdnum/lib/cjs/jp/cn.js';
import { validate as validateSingaporean } from 'stdnum/lib/cjs/sg/uen.js';
import { validate as validateThai } from 'stdnum/lib/cjs/th/moa.js';
import { luhnChecksumValidate, weightedSum } from 'stdnum/lib/cjs/util/checksum.js';
import { validate as validateVietnamese } from 'stdnum/lib/cjs/vn/mst.js';

/** What is wrong with a number of the right length: its parts, or its check digit. */
export type CheckDigitFault = 'format' | 'checksum';
type CheckDigit = (number: string) => CheckDigitFault | undefined;
type Validate = typeof validateThai;

const ofUen = by(validateSingaporean);

/** The validators of `stdnum` that are for companies, and its sums, by the names of the type table. */
const CHECK_DIGITS: Readonly<Record<string, CheckDigit>> = {
  'th-moa': by(validateThai),
  'jp-cn': by(validateJapanese),
  // Singapore's numbers hold a year; stdnum compares it with the clock.
  'sg-uen': (number) =>
    VARIABLE_CAPITAL_COMPANY.test(number) ? faultOfOtherEntity(number) : ofUen(number),
  'vn-mst': by(validateVietnamese),
  'id-npwp': (number) => (luhnChecksumValidate(number.slice(-15, -6)) ? undefined : 'checksum'),
};

/** Since 2020: a kind of entity that stdnum does not know, numbered and lettered like the others. */
const VARIABLE_CAPITAL_COMPANY = /^T[2-9][0-9]VC[0-9]{4}[A-Z]$/;

/** stdnum's parameters for Singaporean entities that are named by their kind. */
const OTHER_ENTITY = {
  weights: [4, 3, 5, 3, 10, 2, 2, 5, 7],
  modulus: 11,
  alphabet: 'ABCDEFGHJKLMNPQRSTUVWX0123456789',
};

function faultOfOtherEntity(number: string): CheckDigitFault | undefined {
  const sum = weightedSum(number.slice(0, -1), OTHER_ENTITY);
  const letter = OTHER_ENTITY.alphabet[(sum + 6) % OTHER_ENTITY.modulus];
  return number.endsWith(letter ?? '-') ? undefined : 'checksum';
}

function by(validate: Validate): CheckDigit {
  return (number) => {
    const { error } = validate(number);
    if (error === undefined) return undefined;
    return error instanceof InvalidChecksum ? 'checksum' : 'format';
  };
}

/**
 * The fault that a check digit shows, if any.
 * @throws Error when the type table names an algorithm that is not here.
 */
export function checkDigitFaultOf(algorithm: string, number: string): CheckDigitFault | undefined {
  const check = CHECK_DIGITS[algorithm];
  if (check === undefined) throw new Error(`No check digit "${algorithm}"`);
  return check(number);
}
