import { RequestProblem } from '../problems/request-problem.js';

/**
 * The key under which a request is carried out once.
 * @throws RequestProblem IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_INVALID.
 */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined || header === '') throw new RequestProblem('IDEMPOTENCY_KEY_MISSING');
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) throw new RequestProblem('IDEMPOTENCY_KEY_INVALID');
  return header;
}
