import { type Right, RIGHTS_OF_OPENED_ACCESS } from '@sukoyaka/access';
import type { TenantTransaction } from '@sukoyaka/persistence';
import { RequestProblem } from '../problems/request-problem.js';

const OPENED: readonly Right[] = RIGHTS_OF_OPENED_ACCESS;

/**
 * Makes sure that the actor has `right` in the organisation. To who has none at all there it does
 * not exist.
 * @throws RequestProblem ORGANISATION_NOT_FOUND, RIGHT_MISSING; ACCESS_REASON_REQUIRED to an operator
 *   who could open an access.
 */
export function assertRight({ rights, actorKind }: TenantTransaction, right: Right): void {
  if (rights.has(right)) return;
  if (rights.size === 0) throw new RequestProblem('ORGANISATION_NOT_FOUND');
  // Operators are no members: what they may know of every company is its profile.
  const isOperator = actorKind === 'person' && rights.size === 1 && rights.has('organisation.read');
  if (isOperator && OPENED.includes(right)) throw new RequestProblem('ACCESS_REASON_REQUIRED');
  throw new RequestProblem('RIGHT_MISSING', { right });
}
