import type { EntityManager } from 'typeorm';
import { affectedBy, rowsOf } from '../rows.js';

export interface ThrottleRow {
  readonly bucket: string;
  readonly failures: number;
  /** Seconds until the next attempt is looked at; 0 when it is now. */
  readonly waitSeconds: number;
}

/** How a bucket answers to failures. */
export interface ThrottleRule {
  readonly bucket: string;
  /** Failures without consequence. */
  readonly free: number;
  readonly longestWaitSeconds: number;
  /** After so long without a failure they are forgotten. */
  readonly forgottenAfterSeconds: number;
}

/** How often attempts have failed, by buckets whose names tell nothing of whom they are about. */
export class ThrottleRepository {
  constructor(private readonly manager: EntityManager) {}

  find(buckets: readonly string[]): Promise<readonly ThrottleRow[]> {
    return rowsOf(
      this.manager,
      `SELECT bucket, failures,
         greatest(0, ceil(extract(epoch FROM blocked_until - now())))::int AS "waitSeconds"
       FROM throttle WHERE bucket = ANY ($1)`,
      [buckets],
    );
  }

  /** Counts a failure. Beyond the free ones each doubles the wait, from one second on. */
  async fail({
    bucket,
    free,
    longestWaitSeconds,
    forgottenAfterSeconds,
  }: ThrottleRule): Promise<void> {
    await affectedBy(
      this.manager,
      `INSERT INTO throttle AS t (bucket, failures, last_failure_at) VALUES ($1, 1, now())
       ON CONFLICT (bucket) DO UPDATE SET
         failures = CASE WHEN t.last_failure_at < now() - make_interval(secs => $4) THEN 1
                         ELSE t.failures + 1 END,
         blocked_until = CASE
           WHEN t.last_failure_at < now() - make_interval(secs => $4) OR t.failures + 1 <= $2 THEN NULL
           ELSE now() + make_interval(secs => least($3, power(2, least(t.failures - $2, 30)))) END,
         last_failure_at = now()`,
      [bucket, free, longestWaitSeconds, forgottenAfterSeconds],
    );
  }

  async forget(bucket: string): Promise<void> {
    await affectedBy(this.manager, 'DELETE FROM throttle WHERE bucket = $1', [bucket]);
  }
}
