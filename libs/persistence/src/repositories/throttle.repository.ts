import type { EntityManager } from 'typeorm';
import { affectedBy, rowOf } from '../rows.js';

/** How a bucket answers to attempts that fail. */
export interface ThrottleRule {
  readonly bucket: string;
  /** Failures without consequence. */
  readonly free: number;
  readonly longestWaitSeconds: number;
  /** After so long without an attempt they are forgotten. */
  readonly forgottenAfterSeconds: number;
}

/** How often attempts have failed, by buckets whose names tell nothing of whom they are about. */
export class ThrottleRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Counts an attempt as failed before it is judged: of many at once each finds the others counted,
   * and waits for them. Beyond the free ones each doubles the wait, from one second on.
   * @returns 0; or the seconds until an attempt is looked at again, and then this one is not counted.
   */
  async count(rule: ThrottleRule): Promise<number> {
    const { bucket, free, longestWaitSeconds, forgottenAfterSeconds } = rule;
    const counted = await affectedBy(
      this.manager,
      `INSERT INTO throttle AS t (bucket, failures, last_failure_at) VALUES ($1, 1, now())
       ON CONFLICT (bucket) DO UPDATE SET
         failures = CASE WHEN t.last_failure_at < now() - make_interval(secs => $4) THEN 1
                         ELSE t.failures + 1 END,
         blocked_until = CASE
           WHEN t.last_failure_at < now() - make_interval(secs => $4) OR t.failures + 1 <= $2 THEN NULL
           ELSE now() + make_interval(secs => least($3, power(2, least(t.failures - $2, 30)))) END,
         last_failure_at = now()
       WHERE t.blocked_until IS NULL OR t.blocked_until <= now()`,
      [bucket, free, longestWaitSeconds, forgottenAfterSeconds],
    );
    return counted === 1 ? 0 : this.#secondsLeft(bucket);
  }

  async #secondsLeft(bucket: string): Promise<number> {
    const row = await rowOf<{ seconds: number }>(
      this.manager,
      `SELECT greatest(1, ceil(extract(epoch FROM blocked_until - now())))::int AS seconds
       FROM throttle WHERE bucket = $1`,
      [bucket],
    );
    return row?.seconds ?? 1;
  }

  /** The attempt that was counted last did not fail. */
  async takeBack(bucket: string): Promise<void> {
    const statement = `UPDATE throttle SET failures = greatest(0, failures - 1), blocked_until = NULL
      WHERE bucket = $1`;
    await affectedBy(this.manager, statement, [bucket]);
  }

  async forget(bucket: string): Promise<void> {
    await affectedBy(this.manager, 'DELETE FROM throttle WHERE bucket = $1', [bucket]);
  }
}
