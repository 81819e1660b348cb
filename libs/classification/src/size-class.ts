/** Size classes by number of employees: one closed scheme for all benchmarks. */
export const SIZE_CLASSES = ['1-49', '50-299', '300-999', '1000+'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/**
 * The size class of an organisation: sums of the classes that Thailand's labour ministry publishes.
 * @param employees headcount, a whole number from 1.
 * @throws RangeError when it is none: there is no class to put it in.
 */
export function sizeClassOf(employees: number): SizeClass {
  if (!Number.isSafeInteger(employees) || employees < 1) {
    throw new RangeError(`No number of employees: ${employees}`);
  }
  if (employees < 50) return '1-49';
  if (employees < 300) return '50-299';
  return employees < 1000 ? '300-999' : '1000+';
}
