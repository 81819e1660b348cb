import type { GrantLevel } from '@sukoyaka/access';
import type { EntityManager } from 'typeorm';
import {
  keyset,
  type Page,
  pageOf,
  type PageRequest,
  type Position,
  type SortKey,
} from '../keyset.js';
import { affectedBy, holdAlone, rowOf, rowsOf } from '../rows.js';
import type { OwnerToTell } from './operator-access.repository.js';

/** Where a grant is in its time, by the clock of the database, which also decides what it opens. */
export type GrantState = 'upcoming' | 'active' | 'ended' | 'revoked';

/** The other organisation of a grant. */
export interface CounterpartRow {
  readonly counterpartId: string;
  readonly nameTh: string | null;
  readonly nameJa: string | null;
  readonly nameEn: string | null;
}

export interface GrantRow extends CounterpartRow {
  readonly id: string;
  readonly level: GrantLevel;
  readonly note: string | null;
  readonly state: GrantState;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly givenAt: Date;
  readonly revokedAt: Date | null;
  /** Of a grant that was given: what it names. Of one received: what it opens at this moment. */
  readonly assessments: readonly GrantedAssessmentRow[];
}

export interface GrantedAssessmentRow {
  readonly id: string;
  readonly editionId: string;
  /** ISO dates, both inclusive. */
  readonly periodStart: string;
  readonly periodEnd: string;
}

export interface NewGrant {
  readonly id: string;
  readonly granteeId: string;
  readonly level: GrantLevel;
  readonly note: string | null;
  /** Null: from now. */
  readonly beginsAt: Date | null;
  readonly endsAt: Date;
  readonly givenBy: string;
  readonly assessmentIds: readonly string[];
}

/** How many grants there are that count against the limits. */
export interface GrantCounts {
  readonly all: number;
  readonly toGrantee: number;
}

const STATE = `CASE WHEN g.revoked_at IS NOT NULL THEN 'revoked' WHEN g.ends_at <= now() THEN 'ended'
  WHEN g.begins_at > now() THEN 'upcoming' ELSE 'active' END`;
const COLUMNS = `g.id, g.level, g.note, ${STATE} AS state, g.begins_at AS "beginsAt",
  g.ends_at AS "endsAt", g.given_at AS "givenAt", g.revoked_at AS "revokedAt",
  o.id AS "counterpartId", o.name_th AS "nameTh", o.name_ja AS "nameJa", o.name_en AS "nameEn"`;
/** When the first page of a list was read; it goes along in the positions. */
const BEGUN = 'coalesce($2::timestamptz, now())';
/**
 * Those first that could be used when the list was begun, each the newest first: what ends while
 * it is read keeps its place.
 */
const USABLE_FIRST: SortKey = {
  columns: [
    {
      name: `((g.revoked_at IS NULL OR g.revoked_at > ${BEGUN}) AND g.ends_at > ${BEGUN})::int`,
      type: 'bigint',
    },
    { name: 'g.given_at', type: 'timestamptz' },
    { name: 'g.id', type: 'uuid' },
    { name: BEGUN, type: 'timestamptz' },
  ],
  direction: 'DESC',
};

const listed = (
  alias: string,
) => `coalesce(jsonb_agg(jsonb_build_object('id', ${alias}.id, 'editionId', ${alias}.edition_id,
  'periodStart', ${alias}.period_start, 'periodEnd', ${alias}.period_end)
  ORDER BY ${alias}.period_end DESC, ${alias}.id) FILTER (WHERE ${alias}.id IS NOT NULL), '[]')`;

/** What stands before a statement, the assessments of a grant, and where grants are taken from. */
interface Source {
  readonly before: string;
  readonly assessments: string;
  readonly grants: string;
}

const GIVEN: Source = {
  before: '',
  assessments: `SELECT ${listed('a')} FROM access_grant_assessment ga
    JOIN assessment a ON a.organisation_id = ga.organisation_id AND a.id = ga.assessment_id
    WHERE ga.organisation_id = g.organisation_id AND ga.grant_id = g.id`,
  grants: `access_grant g JOIN grant_counterparts() o ON o.id = g.grantee_id
    WHERE g.organisation_id = $1`,
};

const RECEIVED: Source = {
  before: `WITH readable AS MATERIALIZED (
    SELECT organisation_id, grant_id, assessment_id AS id, edition_id, period_start, period_end
    FROM readable_grants())`,
  assessments: `SELECT ${listed('r')} FROM readable r
    WHERE r.organisation_id = g.organisation_id AND r.grant_id = g.id`,
  grants: `access_grant g JOIN grant_counterparts() o ON o.id = g.organisation_id
    WHERE g.grantee_id = $1`,
};

const selectFrom = ({ before, assessments, grants }: Source, columns = COLUMNS) =>
  `${before} SELECT ${columns}, (${assessments}) AS assessments FROM ${grants}`;

/** The grants that the transaction's tenant has given, and those it has received. */
export class GrantRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  /** Whoever else gives one for the organisation waits until the transaction ends. */
  lock(): Promise<void> {
    return holdAlone(this.manager, `grants of ${this.organisationId}`);
  }

  /** A page of given ones: the newest of those in time, then the newest of the others. */
  page(request: PageRequest): Promise<Page<GrantRow>> {
    return this.#page(GIVEN, request);
  }

  /** One that was given. */
  find(id: string): Promise<GrantRow | null> {
    return rowOf(this.manager, `${selectFrom(GIVEN)} AND g.id = $2`, [this.organisationId, id]);
  }

  /** A page of received ones, in the order of those given. */
  pageReceived(request: PageRequest): Promise<Page<GrantRow>> {
    return this.#page(RECEIVED, request);
  }

  async #page(source: Source, request: PageRequest): Promise<Page<GrantRow>> {
    const { condition, order, position, parameters } = keyset(USABLE_FIRST, request, 3);
    const begun = request.after?.at(-1) ?? null;
    const rows = await rowsOf<GrantRow & { position: Position }>(
      this.manager,
      `${selectFrom(source, `${COLUMNS}, ${position} AS position`)} AND ${condition}
       ORDER BY ${order}`,
      [this.organisationId, begun, ...parameters],
    );
    return pageOf(rows, request, (row) => row.position);
  }

  /** Given ones that are in time or to come, or were given within a day. */
  async count(granteeId: string): Promise<GrantCounts> {
    const counted = await rowOf<GrantCounts>(
      this.manager,
      `SELECT count(*)::int AS "all", (count(*) FILTER (WHERE grantee_id = $2))::int AS "toGrantee"
       FROM access_grant WHERE organisation_id = $1
         AND (given_at > now() - interval '1 day' OR (revoked_at IS NULL AND ends_at > now()))`,
      [this.organisationId, granteeId],
    );
    return counted ?? { all: 0, toGrantee: 0 };
  }

  /** @throws DomainError GRANTEE_NOT_FOUND, GRANTEE_IS_ITSELF, ASSESSMENT_NOT_FOUND. */
  async insert(grant: NewGrant): Promise<void> {
    const { id, granteeId, level, note, beginsAt, endsAt, givenBy, assessmentIds } = grant;
    await affectedBy(
      this.manager,
      `INSERT INTO access_grant
         (organisation_id, id, grantee_id, level, note, begins_at, ends_at, given_by)
       VALUES ($1, $2, $3, $4, $5, coalesce($6, now()), $7, $8)`,
      [this.organisationId, id, granteeId, level, note, beginsAt, endsAt, givenBy],
    );
    await affectedBy(
      this.manager,
      `INSERT INTO access_grant_assessment (organisation_id, grant_id, assessment_id)
       SELECT $1, $2, unnest($3::uuid[])`,
      [this.organisationId, id, assessmentIds],
    );
  }

  /** Ends it at this moment; false for one that is over already. */
  async revoke(id: string, revokedBy: string): Promise<boolean> {
    const affected = await affectedBy(
      this.manager,
      `UPDATE access_grant SET revoked_at = now(), revoked_by = $3
       WHERE organisation_id = $1 AND id = $2 AND revoked_at IS NULL AND ends_at > now()`,
      [this.organisationId, id, revokedBy],
    );
    return affected === 1;
  }

  /** Owners of the other organisation, for who gives or revokes the grant in this transaction. */
  ownersToTell(id: string): Promise<readonly OwnerToTell[]> {
    return rowsOf(
      this.manager,
      'SELECT email, name, language, time_zone AS "timeZone" FROM grant_owners_to_tell($1)',
      [id],
    );
  }
}
