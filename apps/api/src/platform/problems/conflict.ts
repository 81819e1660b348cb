import { RequestProblem } from './request-problem.js';

/** Somebody else was first: both versions, and what there is now. */
export function conflict<T extends { readonly version: number }>(
  yours: number,
  current: T,
): RequestProblem {
  const params = { yours, current: current.version };
  return new RequestProblem('VERSION_CONFLICT', params, {
    conflict: { yours: { version: yours }, current: { ...current } },
  });
}
