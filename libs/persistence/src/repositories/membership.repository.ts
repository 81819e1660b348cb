import type { OrganisationRole } from '@sukoyaka/access';
import type { EntityManager } from 'typeorm';
import { keyset, type Page, pageOf, type PageRequest, type Position } from '../keyset.js';
import { affectedBy, rowOf, rowsOf } from '../rows.js';

export interface MemberRow {
  readonly personId: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: OrganisationRole;
  readonly joinedAt: Date;
  /** Until when; null for as long as it is not ended. */
  readonly endsAt: Date | null;
  readonly version: number;
}

export interface MembershipKey {
  readonly organisationId: string;
  readonly role: OrganisationRole;
}

/** An organisation to which the acting person belongs. */
export interface OwnOrganisationRow {
  readonly id: string;
  readonly nameTh: string | null;
  readonly nameJa: string | null;
  readonly nameEn: string | null;
  readonly country: string;
  readonly role: OrganisationRole;
  readonly isSynthetic: boolean;
}

const MEMBER = `m.person_id AS "personId", p.name, p.email, m.role, m.joined_at AS "joinedAt",
  m.ends_at AS "endsAt", m.version`;
const BY_JOINING = {
  columns: [
    { name: 'm.joined_at', type: 'timestamptz' },
    { name: 'm.person_id', type: 'uuid' },
  ],
  direction: 'ASC',
} as const;
const BY_FOUNDING = {
  columns: [
    { name: 'o.created_at', type: 'timestamptz' },
    { name: 'o.id', type: 'uuid' },
  ],
  direction: 'ASC',
} as const;

/** Who belongs to an organisation. */
export class MembershipRepository {
  constructor(private readonly manager: EntityManager) {}

  /** A page of them, who joined first before. */
  async page(organisationId: string, request: PageRequest): Promise<Page<MemberRow>> {
    const { condition, order, position, parameters } = keyset(BY_JOINING, request, 2);
    const rows = await rowsOf<MemberRow & { position: Position }>(
      this.manager,
      `SELECT ${MEMBER}, ${position} AS position
       FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.organisation_id = $1 AND ${condition} ORDER BY ${order}`,
      [organisationId, ...parameters],
    );
    return pageOf(rows, request, (row) => row.position);
  }

  find(organisationId: string, personId: string): Promise<MemberRow | null> {
    return rowOf(
      this.manager,
      `SELECT ${MEMBER} FROM membership m JOIN person p ON p.id = m.person_id
       WHERE m.organisation_id = $1 AND m.person_id = $2`,
      [organisationId, personId],
    );
  }

  async insert(
    organisationId: string,
    personId: string,
    role: OrganisationRole,
    { endsAt = null, version = 1 }: { endsAt?: Date | null; version?: number } = {},
  ): Promise<void> {
    await affectedBy(
      this.manager,
      `INSERT INTO membership (organisation_id, person_id, role, ends_at, version)
       VALUES ($1, $2, $3, $4, $5)`,
      [organisationId, personId, role, endsAt, version],
    );
  }

  /** Gives another role if the membership still is of `version`; false when it is not. */
  async setRole(
    organisationId: string,
    personId: string,
    role: OrganisationRole,
    version: number,
  ): Promise<boolean> {
    const affected = await affectedBy(
      this.manager,
      `UPDATE membership SET role = $3, version = version + 1
       WHERE organisation_id = $1 AND person_id = $2 AND version = $4`,
      [organisationId, personId, role, version],
    );
    return affected === 1;
  }

  async remove(organisationId: string, personId: string): Promise<boolean> {
    const statement = 'DELETE FROM membership WHERE organisation_id = $1 AND person_id = $2';
    return (await affectedBy(this.manager, statement, [organisationId, personId])) === 1;
  }

  /** Takes away a membership that has an end, and gives back what it was; one without stays. */
  removeTerm(
    organisationId: string,
    personId: string,
  ): Promise<Pick<MemberRow, 'role' | 'version'> | null> {
    return rowOf(
      this.manager,
      `WITH removed AS (
         DELETE FROM membership
         WHERE organisation_id = $1 AND person_id = $2 AND ends_at IS NOT NULL
         RETURNING role, version)
       SELECT role, version FROM removed`,
      [organisationId, personId],
    );
  }

  /** The owners, held until the transaction ends: of two that leave at once, one has to stay. */
  async lockOwners(organisationId: string): Promise<readonly string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `SELECT person_id AS id FROM membership
       WHERE organisation_id = $1 AND role = 'owner'
       ORDER BY person_id FOR UPDATE`,
      [organisationId],
    );
    return rows.map(({ id }) => id);
  }

  /** All of a person, also those that have ended. */
  ofPerson(personId: string): Promise<readonly MembershipKey[]> {
    return rowsOf(
      this.manager,
      `SELECT organisation_id AS "organisationId", role FROM membership
       WHERE person_id = $1 ORDER BY organisation_id`,
      [personId],
    );
  }

  /** A page of where the acting person belongs, oldest first; outside of any organisation only. */
  async ownOrganisations(
    personId: string,
    request: PageRequest,
  ): Promise<Page<OwnOrganisationRow>> {
    const { condition, order, position, parameters } = keyset(BY_FOUNDING, request, 2);
    const rows = await rowsOf<OwnOrganisationRow & { position: Position }>(
      this.manager,
      `SELECT o.id, o.name_th AS "nameTh", o.name_ja AS "nameJa", o.name_en AS "nameEn", o.country,
         m.role, o.is_synthetic AS "isSynthetic", ${position} AS position
       FROM membership m JOIN organisation o ON o.id = m.organisation_id
       WHERE m.person_id = $1 AND (m.ends_at IS NULL OR m.ends_at > now()) AND ${condition}
       ORDER BY ${order}`,
      [personId, ...parameters],
    );
    return pageOf(rows, request, (row) => row.position);
  }
}
