import type { FactorSummary } from '@sukoyaka/persistence';
import { RequestProblem } from '../../platform/problems/request-problem.js';

/** @throws RequestProblem LAST_SIGN_IN when what is left does not open the account. */
export function assertWayIn({ hasPassword, passkeys, identities }: FactorSummary): void {
  if (!hasPassword && passkeys + identities === 0) throw new RequestProblem('LAST_SIGN_IN');
}
