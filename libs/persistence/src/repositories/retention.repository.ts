import type { EntityManager } from 'typeorm';
import { rowOf, rowsOf } from '../rows.js';

/** Held by the process that removes what has been kept long enough. */
const LOCK = 7_358_102_932;

/** An assessment that had been kept long enough. */
export interface ErasedAssessment {
  readonly organisationId: string;
  readonly id: string;
  readonly edition: string;
  readonly editionVersion: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly status: string;
}

/** What has been kept long enough, of everybody. */
export class RetentionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whether no other process is at it; none is then, until the transaction ends. */
  async isAlone(): Promise<boolean> {
    const statement = 'SELECT pg_try_advisory_xact_lock($1) AS "isAlone"';
    return (await rowOf<{ isAlone: boolean }>(this.manager, statement, [LOCK]))?.isAlone === true;
  }

  /** Removes assessments of the kind that are over; which. */
  eraseAssessments(
    kind: 'drafts' | 'assessments',
    days: number,
    most: number,
  ): Promise<readonly ErasedAssessment[]> {
    return rowsOf(
      this.manager,
      `SELECT organisation_id AS "organisationId", id, edition_id AS edition,
         edition_version AS "editionVersion", period_start::text AS "periodStart",
         period_end::text AS "periodEnd", status
       FROM erase_assessments($1, $2, $3)`,
      [kind, days, most],
    );
  }

  /** Erases accounts that nobody has used for so long; whose. */
  async eraseUnusedAccounts(days: number, most: number): Promise<readonly string[]> {
    const statement = 'SELECT id FROM erase_unused_accounts($1, $2) AS id';
    const rows = await rowsOf<{ id: string }>(this.manager, statement, [days, most]);
    return rows.map(({ id }) => id);
  }

  /** Removes `most` rows of it, or fewer where there are no more; how many. */
  remove(kind: string, days: number, most: number): Promise<number> {
    return this.#carryOut(kind, days, false, most);
  }

  /** How many rows of it are over. */
  count(kind: string, days: number): Promise<number> {
    return this.#carryOut(kind, days, true, 1);
  }

  async #carryOut(kind: string, days: number, isTrial: boolean, most: number): Promise<number> {
    const statement = 'SELECT carry_out_retention($1, $2, $3, $4) AS rows';
    const row = await rowOf<{ rows: string }>(this.manager, statement, [kind, days, isTrial, most]);
    return Number(row?.rows);
  }
}
