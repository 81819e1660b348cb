import type { Right } from '@sukoyaka/access';
import type { Mac } from '@sukoyaka/audit';
import type { EntityManager } from 'typeorm';
import type { Acting, Actor } from './actor.js';
import { AuditTrail } from './audit-trail.js';
import { ApiTokenRepository } from './repositories/api-token.repository.js';
import { AuditRepository } from './repositories/audit.repository.js';
import { AssessmentRepository } from './repositories/assessment.repository.js';
import { ConsentRepository } from './repositories/consent.repository.js';
import { CredentialRepository } from './repositories/credential.repository.js';
import { GrantRepository } from './repositories/grant.repository.js';
import { ChallengeRepository } from './repositories/challenge.repository.js';
import { IdempotencyRepository } from './repositories/idempotency.repository.js';
import { IdentityRepository } from './repositories/identity.repository.js';
import { InvitationRepository } from './repositories/invitation.repository.js';
import { LinkRepository } from './repositories/link.repository.js';
import { MembershipRepository } from './repositories/membership.repository.js';
import { OperatorAccessRepository } from './repositories/operator-access.repository.js';
import { OrganisationDirectoryRepository } from './repositories/organisation-directory.repository.js';
import { OrganisationRepository } from './repositories/organisation.repository.js';
import { OutboxRepository } from './repositories/outbox.repository.js';
import { PasskeyRepository } from './repositories/passkey.repository.js';
import { PersonRepository } from './repositories/person.repository.js';
import { PublicationRepository } from './repositories/publication.repository.js';
import { ResultRepository } from './repositories/result.repository.js';
import { RetentionRepository } from './repositories/retention.repository.js';
import { SectionRepository } from './repositories/section.repository.js';
import { SessionRepository } from './repositories/session.repository.js';
import { SheetRepository } from './repositories/sheet.repository.js';
import { SiteRepository } from './repositories/site.repository.js';
import { StaffRepository } from './repositories/staff.repository.js';
import { ThrottleRepository } from './repositories/throttle.repository.js';
import { VerificationRepository } from './repositories/verification.repository.js';
import { WaveRepository } from './repositories/wave.repository.js';
import { SharedTransaction } from './shared-transaction.js';

/** One transaction in which somebody acts, outside of any organisation. */
export interface Transaction {
  readonly people: PersonRepository;
  readonly credentials: CredentialRepository;
  readonly passkeys: PasskeyRepository;
  readonly identities: IdentityRepository;
  readonly sessions: SessionRepository;
  readonly links: LinkRepository;
  readonly memberships: MembershipRepository;
  readonly invitations: InvitationRepository;
  readonly staff: StaffRepository;
  readonly waves: WaveRepository;
  readonly verifications: VerificationRepository;
  readonly directory: OrganisationDirectoryRepository;
  readonly throttle: ThrottleRepository;
  readonly challenges: ChallengeRepository;
  readonly outbox: OutboxRepository;
  readonly publications: PublicationRepository;
  readonly retention: RetentionRepository;
  readonly audit: AuditTrail;
  /** Of what was written before; `audit` writes. */
  readonly auditLog: AuditRepository;
  /** What belongs to nobody, on the same connection: waiting for a second one could last for ever. */
  readonly shared: SharedTransaction;
}

/** One transaction in which somebody acts on the rows of one organisation. */
export interface TenantTransaction extends Transaction {
  readonly actorKind: Actor['kind'];
  readonly personId: string | null;
  readonly tenantId: string;
  /** What the actor may do there, by the database's own reckoning; nothing for a stranger. */
  readonly rights: ReadonlySet<Right>;
  readonly organisation: OrganisationRepository;
  readonly sites: SiteRepository;
  readonly assessments: AssessmentRepository;
  readonly sections: SectionRepository;
  readonly sheets: SheetRepository;
  readonly results: ResultRepository;
  readonly idempotency: IdempotencyRepository;
  readonly tokens: ApiTokenRepository;
  readonly grants: GrantRepository;
  readonly operatorAccesses: OperatorAccessRepository;
  readonly consents: ConsentRepository;
}

/** The repositories of a transaction. They use its manager, since another would see no rows. */
export function transactionOf(manager: EntityManager, acting: Acting, mac: Mac): Transaction {
  return {
    people: new PersonRepository(manager),
    credentials: new CredentialRepository(manager),
    passkeys: new PasskeyRepository(manager),
    identities: new IdentityRepository(manager),
    sessions: new SessionRepository(manager),
    links: new LinkRepository(manager),
    memberships: new MembershipRepository(manager),
    invitations: new InvitationRepository(manager),
    staff: new StaffRepository(manager),
    waves: new WaveRepository(manager),
    verifications: new VerificationRepository(manager),
    directory: new OrganisationDirectoryRepository(manager),
    throttle: new ThrottleRepository(manager),
    challenges: new ChallengeRepository(manager),
    outbox: new OutboxRepository(manager),
    publications: new PublicationRepository(manager),
    retention: new RetentionRepository(manager),
    audit: new AuditTrail(manager, acting, mac),
    auditLog: new AuditRepository(manager),
    shared: new SharedTransaction(manager),
  };
}

export function tenantTransactionOf(
  manager: EntityManager,
  acting: Acting & { readonly tenantId: string },
  mac: Mac,
  rights: ReadonlySet<Right>,
): TenantTransaction {
  const { tenantId } = acting;
  return {
    ...transactionOf(manager, acting, mac),
    actorKind: acting.actor.kind,
    personId: acting.actor.kind === 'token' ? null : acting.actor.personId,
    tenantId,
    rights,
    organisation: new OrganisationRepository(manager, tenantId),
    sites: new SiteRepository(manager, tenantId),
    assessments: new AssessmentRepository(manager, tenantId),
    sections: new SectionRepository(manager, tenantId),
    sheets: new SheetRepository(manager, tenantId),
    results: new ResultRepository(manager, tenantId),
    idempotency: new IdempotencyRepository(manager, tenantId),
    tokens: new ApiTokenRepository(manager, tenantId),
    grants: new GrantRepository(manager, tenantId),
    operatorAccesses: new OperatorAccessRepository(manager, tenantId),
    consents: new ConsentRepository(manager, tenantId),
  };
}
