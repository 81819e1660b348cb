import type {
  TenantTransaction,
  VerificationDecision,
  VerificationRow,
} from '@sukoyaka/persistence';
import type { VerificationOutDto } from './dto/verification.out.dto.js';

/** Whether an organisation is who it says: only while it says what an operator has checked. */
export function shownVerification(row: VerificationRow | null): VerificationOutDto {
  if (row === null) {
    const undecided = { decidedAt: null, decidedBy: null, evidence: null };
    return { state: 'unverified', reason: 'not-checked', ...undecided };
  }
  const { state, isOfPresentFacts, decidedAt, decidedBy, evidence } = row;
  const isVerified = state === 'verified' && isOfPresentFacts;
  const failure = state === 'verified' ? 'facts-changed' : 'refused';
  return {
    state: isVerified ? 'verified' : 'unverified',
    reason: isVerified ? null : failure,
    decidedAt: decidedAt.toISOString(),
    decidedBy,
    evidence,
  };
}

export function noteVerification(
  tx: TenantTransaction,
  { state, evidence, decidedBy }: VerificationDecision,
): void {
  const isVerified = state === 'verified';
  const action = isVerified ? 'organisation.verified' : 'organisation.verification-withdrawn';
  tx.audit.note({
    action,
    objectId: tx.tenantId,
    after: { state, verifiedBy: decidedBy, evidence },
  });
}
