import type { EntityManager } from 'typeorm';
import { rowOf } from '../rows.js';

/** Held by the process that removes what has been kept long enough. */
const LOCK = 7_358_102_932;

/** What has been kept long enough, of everybody. */
export class RetentionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Whether no other process is at it; none is then, until the transaction ends. */
  async isAlone(): Promise<boolean> {
    const statement = 'SELECT pg_try_advisory_xact_lock($1) AS "isAlone"';
    return (await rowOf<{ isAlone: boolean }>(this.manager, statement, [LOCK]))?.isAlone === true;
  }

  /** Removes it, or only counts it; how many rows. */
  async carryOut(kind: string, days: number, isTrial: boolean): Promise<number> {
    const statement = 'SELECT carry_out_retention($1, $2, $3) AS rows';
    const row = await rowOf<{ rows: string }>(this.manager, statement, [kind, days, isTrial]);
    return Number(row?.rows);
  }
}
