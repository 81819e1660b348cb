import type { OpenSession } from '@sukoyaka/persistence';
import { RequestProblem } from '../problems/request-problem.js';

const FRESH_MS = 15 * 60_000;

/**
 * Makes sure that the person has lately shown who they are: a session that was left open must not
 * be enough to take an account over.
 * @throws RequestProblem CONFIRMATION_REQUIRED.
 */
export function assertFresh({ authenticatedAt }: OpenSession): void {
  if (Date.now() - authenticatedAt.getTime() <= FRESH_MS) return;
  throw new RequestProblem('CONFIRMATION_REQUIRED');
}
