import { RequestProblem } from '../problems/request-problem.js';
import { DEPTH_LIMIT } from './limits.js';

interface Place {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
}

const RESERVED_KEYS = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Refuses what JSON can say and the database cannot keep: null characters, halves of surrogate
 * pairs, numbers that lose their value, and nesting without end. Without recursion, for any depth.
 * @throws RequestProblem with the place of the first such thing.
 */
export function assertStorable(body: unknown): void {
  const open: Place[] = [{ value: body, pointer: '', depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value, pointer, depth } = place;
    if (typeof value === 'string') assertText(value, pointer);
    else if (typeof value === 'number') assertNumber(value, pointer);
    else if (typeof value === 'object' && value !== null) {
      if (depth >= DEPTH_LIMIT) throw new RequestProblem('BODY_TOO_DEEP', { limit: DEPTH_LIMIT });
      for (const [key, child] of Object.entries(value)) {
        assertKey(key, pointer);
        open.push({ value: child, pointer: `${pointer}/${escape(key)}`, depth: depth + 1 });
      }
    }
  }
}

function assertText(text: string, pointer: string): void {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw new RequestProblem('TEXT_NOT_STORABLE', { pointer: shown(pointer) });
  }
}

function assertNumber(value: number, pointer: string): void {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new RequestProblem('NUMBER_NOT_STORABLE', { pointer: shown(pointer) });
  }
}

/** Keys such as `__proto__` name parts of every object and are no field of anything. */
function assertKey(key: string, pointer: string): void {
  assertText(key, pointer);
  if (!RESERVED_KEYS.has(key)) return;
  const fault = { pointer: `${pointer}/${escape(key)}`, rule: 'unknown-field' } as const;
  throw new RequestProblem('REQUEST_INVALID', {}, { faults: [fault] });
}

function escape(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function shown(pointer: string): string {
  const clean = (pointer || '/').toWellFormed().slice(0, 200).toWellFormed();
  return clean.replaceAll('\0', '\uFFFD');
}
