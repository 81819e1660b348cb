import type { OrganisationRole } from '@sukoyaka/access';
import type { Locale } from '@sukoyaka/kernel';
import type { EntityManager } from 'typeorm';
import { BY_AGE, keyset, type Page, pageOf, type PageRequest, type Position } from '../keyset.js';
import { affectedBy, holdAlone, rowOf, rowsOf } from '../rows.js';
import type { OrganisationNames } from './organisation.repository.js';

export interface InvitationRow {
  readonly organisationId: string;
  readonly id: string;
  readonly email: string;
  readonly role: OrganisationRole;
  readonly language: Locale;
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When the membership that follows will end. */
  readonly membershipEndsAt: Date | null;
  /** Why an operator invited it; null where the organisation itself did. */
  readonly reason: string | null;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

export type NewInvitation = Pick<
  InvitationRow,
  'id' | 'email' | 'role' | 'language' | 'invitedBy' | 'membershipEndsAt' | 'reason'
> & { readonly tokenHash: string };

const COLUMNS = `organisation_id AS "organisationId", id, email, role, language,
  invited_by AS "invitedBy", created_at AS "createdAt", expires_at AS "expiresAt",
  membership_ends_at AS "membershipEndsAt", reason, accepted_at AS "acceptedAt", revoked_at AS "revokedAt"`;
const IS_OPEN = 'accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()';

/** Invitations of an organisation, or the one whose token is presented. */
export class InvitationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whoever else invites to the organisation waits until the transaction ends. */
  lock(organisationId: string): Promise<void> {
    return holdAlone(this.manager, `invitations of ${organisationId}`);
  }

  async insert(
    organisationId: string,
    invitation: NewInvitation,
    lifetimeSeconds: number,
  ): Promise<void> {
    const { id, tokenHash, email, role, language, invitedBy, membershipEndsAt, reason } =
      invitation;
    await affectedBy(
      this.manager,
      `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, invited_by,
         membership_ends_at, reason, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(secs => $10))`,
      [
        organisationId,
        id,
        tokenHash,
        email,
        role,
        language,
        invitedBy,
        membershipEndsAt,
        reason,
        lifetimeSeconds,
      ],
    );
  }

  find(organisationId: string, id: string): Promise<InvitationRow | null> {
    return rowOf(
      this.manager,
      `SELECT ${COLUMNS} FROM invitation WHERE organisation_id = $1 AND id = $2`,
      [organisationId, id],
    );
  }

  /** A page of those that wait for an answer, oldest first. */
  async pageOpen(organisationId: string, request: PageRequest): Promise<Page<InvitationRow>> {
    const { condition, order, position, parameters } = keyset(BY_AGE, request, 2);
    const rows = await rowsOf<InvitationRow & { position: Position }>(
      this.manager,
      `SELECT ${COLUMNS}, ${position} AS position FROM invitation
       WHERE organisation_id = $1 AND ${IS_OPEN} AND ${condition} ORDER BY ${order}`,
      [organisationId, ...parameters],
    );
    return pageOf(rows, request, (row) => row.position);
  }

  /** All that wait for an answer: as many as may at once. */
  listOpen(organisationId: string): Promise<readonly InvitationRow[]> {
    return rowsOf(
      this.manager,
      `SELECT ${COLUMNS} FROM invitation WHERE organisation_id = $1 AND ${IS_OPEN}
       ORDER BY created_at, id`,
      [organisationId],
    );
  }

  /** The open invitation of a token, held until the transaction ends. */
  findOpen(tokenHash: string): Promise<InvitationRow | null> {
    return rowOf(
      this.manager,
      `SELECT ${COLUMNS} FROM invitation WHERE token_hash = $1 AND ${IS_OPEN} FOR UPDATE`,
      [tokenHash],
    );
  }

  /** What the organisation is called to which the presented token invites; null without one. */
  invitingNames(): Promise<OrganisationNames | null> {
    return rowOf(
      this.manager,
      `SELECT name_th AS "nameTh", name_ja AS "nameJa", name_en AS "nameEn"
       FROM inviting_organisations()`,
    );
  }

  async accept(tokenHash: string, personId: string): Promise<void> {
    await affectedBy(
      this.manager,
      `UPDATE invitation SET accepted_at = now(), accepted_by = $2 WHERE token_hash = $1`,
      [tokenHash, personId],
    );
  }

  async revoke(organisationId: string, id: string): Promise<boolean> {
    const affected = await affectedBy(
      this.manager,
      `UPDATE invitation SET revoked_at = now()
       WHERE organisation_id = $1 AND id = $2 AND ${IS_OPEN}`,
      [organisationId, id],
    );
    return affected === 1;
  }
}
