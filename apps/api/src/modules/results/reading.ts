import type { GrantLevel } from '@sukoyaka/access';
import type { TenantTransaction, UsedGrant } from '@sukoyaka/persistence';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';

const RIGHT = { result: 'result.read', report: 'report.read' } as const;

/**
 * Makes sure that the actor may read what an assessment came to: as a member, or by a grant of the
 * company, which opens chosen assessments only. Gives the grant that it is read by, if it is one.
 * @throws RequestProblem ORGANISATION_NOT_FOUND, RIGHT_MISSING.
 */
export async function assertMayRead(
  tx: TenantTransaction,
  assessmentId: string,
  level: GrantLevel,
): Promise<UsedGrant | null> {
  if (tx.rights.has(RIGHT[level])) return null;
  const grant = await tx.assessments.grantOf(assessmentId);
  if (grant === null) assertRight(tx, RIGHT[level]);
  else if (grant.level === 'result' && level === 'report') {
    throw new RequestProblem('RIGHT_MISSING', { right: RIGHT[level] });
  }
  return grant;
}

type Reading = 'answers.read' | 'result.read' | 'report.read';

/** Has the company see that somebody from outside read something; its own people read unnoted. */
export async function noteReading(
  tx: TenantTransaction,
  action: Reading,
  assessmentId: string,
  grant: UsedGrant | null = null,
): Promise<void> {
  const isOwnMachine = tx.rights.size > 0 && tx.actorKind === 'token';
  if (tx.rights.has('members.read') || isOwnMachine) return;
  const after = grant === null ? await openedAccess(tx) : { grant: grant.grantId };
  tx.audit.note({ action, objectId: assessmentId, ...(after === null ? {} : { after }) });
}

/** The access with a reason, by which an operator reads. */
async function openedAccess({ personId, operatorAccesses }: TenantTransaction) {
  const access = personId === null ? null : await operatorAccesses.openOf(personId);
  return access === null ? null : { access };
}
