import type { Findings } from '../problem.js';
import { shorten } from '../problem.js';
import { isRecord } from '../values.js';

/** Checks one value; reports what is wrong, never throws, never changes anything. */
export type Checker = (value: unknown, out: Findings) => void;

/** What JSON calls the value, as `answer-shape.*` names it to the reader. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value;
}

export function wrongShape(out: Findings, expected: string, value: unknown): void {
  out.error('wrong-shape', { expected, found: kindOf(value) });
}

/** Reports keys beyond `allowed`; true when the value is an object at all. */
export function checkKeys(
  value: unknown,
  allowed: readonly string[],
  expected: string,
  out: Findings,
): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) {
    wrongShape(out, expected, value);
    return false;
  }
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) out.error('unknown-key', { key: shorten(key), expected });
  }
  return true;
}
