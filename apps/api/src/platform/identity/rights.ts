import type { Right } from '@sukoyaka/access';
import type { TenantTransaction } from '@sukoyaka/persistence';
import { RequestProblem } from '../problems/request-problem.js';

/**
 * Makes sure that the actor has `right` in the organisation. To who has none at all there it does
 * not exist.
 * @throws RequestProblem ORGANISATION_NOT_FOUND, RIGHT_MISSING.
 */
export function assertRight({ rights }: TenantTransaction, right: Right): void {
  if (rights.has(right)) return;
  if (rights.size === 0) throw new RequestProblem('ORGANISATION_NOT_FOUND');
  // Operators are no members: what they may know of every company is its profile.
  const isOperator = rights.size === 1 && rights.has('organisation.read');
  throw new RequestProblem(isOperator ? 'ACCESS_REASON_REQUIRED' : 'RIGHT_MISSING', { right });
}
