export type * from './actor.js';
export { serviceActor } from './actor.js';
export * from './database.js';
export { domainErrorOf, loggableFault } from './database-problems.js';
export * from './entities/index.js';
export { erasePerson, type ErasureCause } from './erasure.js';
export { keyset, pageOf } from './keyset.js';
export type { Keyset, Page, PageRequest, Position, SortKey } from './keyset.js';
export * from './preparation/index.js';
export { productVersion } from './product-version.js';
export type { ApiTokenRow } from './repositories/api-token.repository.js';
export type { AuditFilter, NamedEvent } from './repositories/audit.repository.js';
export type {
  AssessmentLock,
  NewAssessment,
  UsedGrant,
} from './repositories/assessment.repository.js';
export type { ConsentRow, NewConsent } from './repositories/consent.repository.js';
export type { FactorSummary, TotpRow } from './repositories/credential.repository.js';
export type {
  CounterpartRow,
  GrantedAssessmentRow,
  GrantRow,
  GrantState,
  NewGrant,
} from './repositories/grant.repository.js';
export { identityKey, type IdentityRow } from './repositories/identity.repository.js';
export type { InvitationRow, NewInvitation } from './repositories/invitation.repository.js';
export type { LinkPurpose, LinkRow } from './repositories/link.repository.js';
export type {
  MemberRow,
  MembershipKey,
  OwnOrganisationRow,
} from './repositories/membership.repository.js';
export type { NewPasskey, PasskeyRow } from './repositories/passkey.repository.js';
export type {
  ErasureObstacles,
  OwnedAlone,
  PersonalData,
  PersonFacts,
  PersonRow,
} from './repositories/person.repository.js';
export type { WaitingMail } from './repositories/outbox.repository.js';
export type { PublishedQuery, PublishedRow } from './repositories/publication.repository.js';
export type {
  AccessReadingRow,
  OperatorAccessRow,
  OwnerToTell,
} from './repositories/operator-access.repository.js';
export type { DirectoryFilter } from './repositories/organisation-directory.repository.js';
export type {
  NewSession,
  SessionRow,
  SessionStage,
  SignInMethod,
} from './repositories/session.repository.js';
export type {
  NewStaffInvitation,
  StaffInvitationRow,
  StaffRow,
} from './repositories/staff.repository.js';
export type { RateRule, ThrottleRule, WaitRule } from './repositories/throttle.repository.js';
export {
  VERIFICATION_STATES,
  type VerificationDecision,
  type VerificationRow,
  type VerificationState,
} from './repositories/verification.repository.js';
export {
  type NewWave,
  WAVE_STATES,
  type WaveFilter,
  type WaveRow,
  type WaveState,
} from './repositories/wave.repository.js';
export type {
  OrganisationFacts,
  OrganisationNames,
} from './repositories/organisation.repository.js';
export type { SheetRow } from './repositories/sheet.repository.js';
export type { SiteFacts } from './repositories/site.repository.js';
export * from './retention.js';
export type { SharedTransaction } from './shared-transaction.js';
export type { AuditNote, AuditTrail } from './audit-trail.js';
export type { TenantTransaction, Transaction } from './transactions.js';
