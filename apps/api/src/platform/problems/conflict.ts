import { RequestProblem } from './request-problem.js';

/**
 * Somebody else was first: both versions, and what there is now.
 * @param sent what was to be kept, where its sender may have nothing else of it left
 */
export function conflict<T extends { readonly version: number }>(
  yours: number,
  current: T,
  sent: object = {},
): RequestProblem {
  const params = { yours, current: current.version };
  return new RequestProblem('VERSION_CONFLICT', params, {
    conflict: { yours: { version: yours, ...sent }, current: { ...current } },
  });
}
