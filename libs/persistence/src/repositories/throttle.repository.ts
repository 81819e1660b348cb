import type { EntityManager } from 'typeorm';
import { affectedBy, rowOf } from '../rows.js';

/** Failures of one after another: beyond the free ones each doubles the wait, from one second on. */
export interface WaitRule {
  readonly bucket: string;
  /** Failures without consequence. */
  readonly free: number;
  readonly longestWaitSeconds: number;
  /** After so long without an attempt they are forgotten. */
  readonly forgottenAfterSeconds: number;
}

/**
 * Failures of many: so many are free at once, and one more after each time. Those of a day do not
 * add up with those of the next, however few are without any.
 */
export interface RateRule {
  readonly bucket: string;
  readonly free: number;
  readonly secondsForOneMore: number;
}

/** How a bucket answers to attempts that fail. */
export type ThrottleRule = WaitRule | RateRule;

/** How often attempts have failed, by buckets whose names tell nothing of whom they are about. */
export class ThrottleRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Counts an attempt as failed before it is judged: of many at once each finds the others counted,
   * and waits for them.
   * @returns 0; or the seconds until an attempt is looked at again, and then this one is not counted.
   */
  async count(rule: ThrottleRule): Promise<number> {
    const isCounted =
      'secondsForOneMore' in rule ? await this.#countRate(rule) : await this.#countWait(rule);
    return isCounted ? 0 : this.#secondsLeft(rule.bucket);
  }

  async #countWait(rule: WaitRule): Promise<boolean> {
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
    return counted === 1;
  }

  /** `blocked_until` lies in the past by as many steps as are free, and each failure moves it by one. */
  async #countRate({ bucket, free, secondsForOneMore }: RateRule): Promise<boolean> {
    const allFree = 'now() - make_interval(secs => $2)';
    const counted = await affectedBy(
      this.manager,
      `INSERT INTO throttle AS t (bucket, failures, last_failure_at, blocked_until)
       VALUES ($1, 1, now(), ${allFree} + make_interval(secs => $3))
       ON CONFLICT (bucket) DO UPDATE SET
         failures = CASE WHEN t.blocked_until > ${allFree} THEN t.failures + 1 ELSE 1 END,
         blocked_until = greatest(t.blocked_until, ${allFree}) + make_interval(secs => $3),
         last_failure_at = now()
       WHERE t.blocked_until IS NULL OR t.blocked_until <= now()`,
      [bucket, (free - 1) * secondsForOneMore, secondsForOneMore],
    );
    return counted === 1;
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

  /** The attempt that was counted did not fail; of an only one nothing is left. */
  async takeBack({ bucket, secondsForOneMore }: RateRule): Promise<void> {
    const only = 'DELETE FROM throttle WHERE bucket = $1 AND failures <= 1';
    if ((await affectedBy(this.manager, only, [bucket])) > 0) return;
    const statement = `UPDATE throttle SET failures = failures - 1,
      blocked_until = blocked_until - make_interval(secs => $2) WHERE bucket = $1`;
    await affectedBy(this.manager, statement, [bucket, secondsForOneMore]);
  }

  async forget(bucket: string): Promise<void> {
    await affectedBy(this.manager, 'DELETE FROM throttle WHERE bucket = $1', [bucket]);
  }
}
