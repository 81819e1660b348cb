import type { PlatformRole } from '@sukoyaka/access';
import type { Locale } from '@sukoyaka/kernel';
import type { EntityManager } from 'typeorm';
import { BY_AGE, keyset, type Page, pageOf, type PageRequest, type Position } from '../keyset.js';
import { affectedBy, holdAlone, rowOf, rowsOf } from '../rows.js';

export interface StaffRow {
  readonly personId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: PlatformRole;
  readonly countries: readonly string[];
}

export interface StaffInvitationRow {
  readonly id: string;
  readonly email: string;
  readonly language: Locale;
  readonly role: PlatformRole;
  readonly countries: readonly string[];
  readonly expiresAt: Date;
}

export type NewStaffInvitation = Omit<StaffInvitationRow, 'expiresAt'> & {
  readonly tokenHash: string;
  readonly invitedBy: string | null;
};

const INVITATION = 'id, email, language, role, countries, expires_at AS "expiresAt"';
const IS_OPEN = 'accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()';
/** One person may be given two roles at the same moment. */
const BY_GIVING = {
  columns: [
    { name: 'r.given_at', type: 'timestamptz' },
    { name: 'r.person_id', type: 'uuid' },
    { name: 'r.role', type: 'text' },
  ],
  direction: 'ASC',
} as const;

/** Who has a role beside organisations, and who is invited to one. */
export class StaffRepository {
  constructor(private readonly manager: EntityManager) {}

  /** A page of the roles, in the order in which they were given. */
  async page(request: PageRequest): Promise<Page<StaffRow>> {
    const { condition, order, position, parameters } = keyset(BY_GIVING, request, 1);
    const rows = await rowsOf<StaffRow & { position: Position }>(
      this.manager,
      `SELECT r.person_id AS "personId", p.name, p.email, r.role, r.countries,
         ${position} AS position
       FROM platform_role r JOIN person p ON p.id = r.person_id
       WHERE ${condition} ORDER BY ${order}`,
      parameters,
    );
    return pageOf(rows, request, (row) => row.position);
  }

  /** The operators who can act, held until the transaction ends: one has to stay. */
  async lockOperators(): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `SELECT r.person_id AS id FROM platform_role r
         JOIN person p ON p.id = r.person_id AND takes_part(p.is_synthetic)
       WHERE r.role = 'operator' ORDER BY r.person_id FOR UPDATE OF r`,
    );
    return rows.map(({ id }) => id);
  }

  async rolesOf(personId: string): Promise<readonly PlatformRole[]> {
    const statement = 'SELECT role FROM platform_role WHERE person_id = $1 ORDER BY role';
    const rows = await rowsOf<{ role: PlatformRole }>(this.manager, statement, [personId]);
    return rows.map(({ role }) => role);
  }

  /** Whether somebody with the address, in the form in which it is kept, has the role. */
  async hasRole(email: string, role: PlatformRole): Promise<boolean> {
    const statement = `SELECT FROM platform_role r JOIN person p ON p.id = r.person_id
      WHERE p.email = $1 AND r.role = $2`;
    return (await rowOf(this.manager, statement, [email, role])) !== null;
  }

  async give(
    personId: string,
    role: PlatformRole,
    countries: readonly string[],
    givenBy: string | null,
  ): Promise<void> {
    await affectedBy(
      this.manager,
      `INSERT INTO platform_role (person_id, role, countries, given_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id, role) DO UPDATE SET countries = excluded.countries`,
      [personId, role, countries, givenBy],
    );
  }

  async withdraw(personId: string, role: PlatformRole): Promise<boolean> {
    const statement = 'DELETE FROM platform_role WHERE person_id = $1 AND role = $2';
    return (await affectedBy(this.manager, statement, [personId, role])) === 1;
  }

  /** Whoever else invites to a role waits until the transaction ends. */
  lockInvitations(): Promise<void> {
    return holdAlone(this.manager, 'invitations to roles');
  }

  async invite(invitation: NewStaffInvitation, lifetimeSeconds: number): Promise<void> {
    const { id, tokenHash, email, language, role, countries, invitedBy } = invitation;
    await affectedBy(
      this.manager,
      `INSERT INTO staff_invitation
         (id, token_hash, email, language, role, countries, invited_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8))`,
      [id, tokenHash, email, language, role, countries, invitedBy, lifetimeSeconds],
    );
  }

  /** The open invitation of a token, held until the transaction ends. */
  findOpenInvitation(tokenHash: string): Promise<StaffInvitationRow | null> {
    return rowOf(
      this.manager,
      `SELECT ${INVITATION} FROM staff_invitation WHERE token_hash = $1 AND ${IS_OPEN} FOR UPDATE`,
      [tokenHash],
    );
  }

  /** A page of those that wait for an answer, oldest first. */
  async pageOpenInvitations(request: PageRequest): Promise<Page<StaffInvitationRow>> {
    const { condition, order, position, parameters } = keyset(BY_AGE, request, 1);
    const rows = await rowsOf<StaffInvitationRow & { position: Position }>(
      this.manager,
      `SELECT ${INVITATION}, ${position} AS position FROM staff_invitation
       WHERE ${IS_OPEN} AND ${condition} ORDER BY ${order}`,
      parameters,
    );
    return pageOf(rows, request, (row) => row.position);
  }

  /** The ids of those to the role that wait for an answer of the address. */
  async openInvitationsOf(email: string, role: PlatformRole): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `SELECT id FROM staff_invitation WHERE email = $1 AND role = $2 AND ${IS_OPEN}
       ORDER BY created_at, id`,
      [email, role],
    );
    return rows.map(({ id }) => id);
  }

  async revokeInvitation(id: string): Promise<boolean> {
    const statement = `UPDATE staff_invitation SET revoked_at = now() WHERE id = $1 AND ${IS_OPEN}`;
    return (await affectedBy(this.manager, statement, [id])) === 1;
  }

  async acceptInvitation(tokenHash: string, personId: string): Promise<void> {
    await affectedBy(
      this.manager,
      'UPDATE staff_invitation SET accepted_at = now(), accepted_by = $2 WHERE token_hash = $1',
      [tokenHash, personId],
    );
  }
}
