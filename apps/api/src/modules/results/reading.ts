import type { GrantLevel } from '@sukoyaka/access';
import type { TenantTransaction } from '@sukoyaka/persistence';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';

const RIGHT = { result: 'result.read', report: 'report.read' } as const;

/**
 * Makes sure that the actor may read what an assessment came to: as a member, or by a grant of the
 * company, which opens chosen assessments only.
 * @throws RequestProblem ORGANISATION_NOT_FOUND, RIGHT_MISSING.
 */
export async function assertMayRead(
  tx: TenantTransaction,
  assessmentId: string,
  level: GrantLevel,
): Promise<void> {
  if (tx.rights.has(RIGHT[level])) return;
  const granted = await tx.assessments.grantedLevel(assessmentId);
  if (granted === 'report' || granted === level) return;
  if (granted !== null) throw new RequestProblem('RIGHT_MISSING', { right: RIGHT[level] });
  assertRight(tx, RIGHT[level]);
}

type Reading = 'answers.read' | 'result.read' | 'report.read';

/** Has the company see that somebody from outside read something; its own people read unnoted. */
export async function noteReading(
  tx: TenantTransaction,
  action: Reading,
  assessmentId: string,
): Promise<void> {
  const isOwnMachine = tx.rights.size > 0 && tx.actorKind === 'token';
  if (tx.rights.has('members.read') || isOwnMachine) return;
  const access = tx.personId === null ? null : await tx.operatorAccesses.openOf(tx.personId);
  tx.audit.note({
    action,
    objectId: assessmentId,
    ...(access === null ? {} : { after: { access } }),
  });
}
