/**
 * Rounds half away from zero at `digits` decimals: the one rounding rule of the product.
 * Works on the decimal notation, so that 1.005 rounds to 1.01 as a reader expects.
 * @throws RangeError when `value` is not finite or `digits` is not an integer from 0 to 12.
 */
export function round(value: number, digits = 0): number {
  if (!Number.isFinite(value)) throw new RangeError('round: value must be finite');
  if (!Number.isInteger(digits) || digits < 0 || digits > 12) {
    throw new RangeError('round: digits must be an integer from 0 to 12');
  }
  const magnitude = Math.abs(value);
  if (magnitude >= 1e15) return value;
  const [mantissa, exponent = '0'] = String(magnitude).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  const rounded = Number(`${shifted}e${-digits}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
