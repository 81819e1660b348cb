import type { EntityManager } from 'typeorm';
import { rowOf, rowsOf } from '../rows.js';

/** Held by the process that removes what has been kept long enough. */
const LOCK = 7_358_102_932;

/** An assessment that has been kept long enough. */
export interface KeptAssessment {
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

  /** Assessments of the kind that are over; nobody changes them until the transaction ends. */
  assessmentsKept(
    kind: 'drafts' | 'assessments',
    days: number,
  ): Promise<readonly KeptAssessment[]> {
    return rowsOf(
      this.manager,
      `SELECT organisation_id AS "organisationId", id, edition_id AS edition,
         edition_version AS "editionVersion", period_start::text AS "periodStart",
         period_end::text AS "periodEnd", status
       FROM assessments_kept($1, $2)`,
      [kind, days],
    );
  }

  /** Removes it, or only counts it; how many rows. */
  async carryOut(kind: string, days: number, isTrial: boolean): Promise<number> {
    const statement = 'SELECT carry_out_retention($1, $2, $3) AS rows';
    const row = await rowOf<{ rows: string }>(this.manager, statement, [kind, days, isTrial]);
    return Number(row?.rows);
  }
}
