import type { Locale } from '@sukoyaka/kernel';
import type { EntityManager } from 'typeorm';
import { keyset, type Page, pageOf, type PageRequest, type Position } from '../keyset.js';
import { affectedBy, rowOf, rowsOf } from '../rows.js';

/** A time in which an operator may read a company's answers, and why. */
export interface OperatorAccessRow {
  readonly id: string;
  readonly personId: string;
  /** Null once erased. */
  readonly operator: string | null;
  readonly reason: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly closedAt: Date | null;
  /** At this moment, by the database's clock. */
  readonly isOpen: boolean;
}

/** What was read under an access, how often and when. */
export interface AccessReadingRow {
  readonly accessId: string;
  readonly action: 'answers.read' | 'result.read' | 'report.read';
  readonly assessmentId: string;
  readonly times: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** An owner who is told of an access. */
export interface OwnerToTell {
  readonly email: string;
  readonly name: string;
  readonly language: Locale;
  readonly timeZone: string;
}

const IS_OPEN = 'a.closed_at IS NULL AND a.expires_at > now()';
const COLUMNS = `a.id, a.person_id AS "personId", p.name AS operator, a.reason,
  a.opened_at AS "openedAt", a.expires_at AS "expiresAt", a.closed_at AS "closedAt",
  ${IS_OPEN} AS "isOpen"`;
const SORT_KEY = {
  columns: [
    { name: 'a.opened_at', type: 'timestamptz' },
    { name: 'a.id', type: 'uuid' },
  ],
  direction: 'DESC',
} as const;

/** Operators' accesses to the organisation of the transaction: an operator sees their own. */
export class OperatorAccessRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  async open(
    id: string,
    { personId, reason }: { readonly personId: string; readonly reason: string },
    minutes: number,
  ): Promise<void> {
    await affectedBy(
      this.manager,
      `INSERT INTO operator_access (organisation_id, id, person_id, reason, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
      [this.organisationId, id, personId, reason, minutes],
    );
  }

  find(id: string): Promise<OperatorAccessRow | null> {
    return rowOf(
      this.manager,
      `SELECT ${COLUMNS} FROM operator_access a LEFT JOIN access_operators() p ON p.id = a.person_id
       WHERE a.organisation_id = $1 AND a.id = $2`,
      [this.organisationId, id],
    );
  }

  /** A page of them, of one person or of all, the latest first. */
  async page(
    request: PageRequest,
    personId: string | null = null,
  ): Promise<Page<OperatorAccessRow>> {
    const { condition, order, position, parameters } = keyset(SORT_KEY, request, 3);
    const rows = await rowsOf<OperatorAccessRow & { position: Position }>(
      this.manager,
      `SELECT ${COLUMNS}, ${position} AS position
       FROM operator_access a LEFT JOIN access_operators() p ON p.id = a.person_id
       WHERE a.organisation_id = $1 AND ($2::uuid IS NULL OR a.person_id = $2) AND ${condition}
       ORDER BY ${order}`,
      [this.organisationId, personId, ...parameters],
    );
    return pageOf(rows, request, (row) => row.position);
  }

  /** The one under which this person reads at this moment: the latest that is open. */
  async openOf(personId: string): Promise<string | null> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `SELECT a.id FROM operator_access a
       WHERE a.organisation_id = $1 AND a.person_id = $2 AND ${IS_OPEN}
       ORDER BY a.opened_at DESC, a.id LIMIT 1`,
      [this.organisationId, personId],
    );
    return row?.id ?? null;
  }

  /** False when it had ended. */
  async close(id: string): Promise<boolean> {
    const affected = await affectedBy(
      this.manager,
      `UPDATE operator_access a SET closed_at = now()
       WHERE a.organisation_id = $1 AND a.id = $2 AND ${IS_OPEN}`,
      [this.organisationId, id],
    );
    return affected === 1;
  }

  /** What was read under these accesses, as the organisation's log has it. */
  readings(accessIds: readonly string[]): Promise<readonly AccessReadingRow[]> {
    return rowsOf(
      this.manager,
      `SELECT facts_after->>'access' AS "accessId", action, object_id AS "assessmentId",
         count(*)::int AS times, min(occurred_at) AS "firstAt", max(occurred_at) AS "lastAt"
       FROM audit_event
       WHERE chain_id = $1 AND action IN ('answers.read', 'result.read', 'report.read')
         AND facts_after->>'access' = ANY ($2)
       GROUP BY 1, 2, 3 ORDER BY "firstAt", action, "assessmentId"`,
      [this.organisationId, accessIds],
    );
  }

  /** The owners, for the operator who opens an access in this very transaction. */
  ownersToTell(): Promise<readonly OwnerToTell[]> {
    const statement = 'SELECT email, name, language, time_zone AS "timeZone" FROM owners_to_tell()';
    return rowsOf(this.manager, statement);
  }
}
