import { DomainError } from '@sukoyaka/kernel';

/**
 * The value itself when it lies in a range, both ends included.
 * @throws DomainError `OUTCOME_INPUT_OUT_OF_RANGE` (input, min, max), also for NaN.
 */
export function within(input: string, value: number, min: number, max: number): number {
  if (!(value >= min && value <= max)) {
    throw new DomainError('OUTCOME_INPUT_OUT_OF_RANGE', { input, min, max });
  }
  return value;
}

/**
 * The list itself when it has the expected number of integers, each in a range.
 * @throws DomainError `OUTCOME_INPUT_COUNT` (input, expected), `OUTCOME_INPUT_OUT_OF_RANGE`.
 */
export function integersWithin(
  input: string,
  values: readonly number[],
  expected: number,
  [min, max]: readonly [number, number],
): readonly number[] {
  if (values.length !== expected) throw new DomainError('OUTCOME_INPUT_COUNT', { input, expected });
  values.forEach((value, index) => {
    const name = `${input}${index + 1}`;
    within(name, value, min, max);
    if (!Number.isInteger(value)) {
      throw new DomainError('OUTCOME_INPUT_OUT_OF_RANGE', { input: name, min, max });
    }
  });
  return values;
}

/** Sum of a list. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
