import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { knownDevice } from '@sukoyaka/credentials';
import type { ThrottleRule, Transaction } from '@sukoyaka/persistence';
import { AppConfig } from '../config/app-config.js';
import { RequestProblem } from '../problems/request-problem.js';

const QUARTER_HOUR = 900;
const DAY = 86_400;

/** An attempt to prove who one is. */
export interface Attempt {
  /** What is tried, in a word: attempts of different kinds are counted apart. */
  readonly kind: 'password' | 'factor' | 'passkey';
  /** Whose account, by what the caller names it: an address, or a person's id. */
  readonly account: string;
  readonly personId: string | null;
  readonly address: string;
  /** What the browser shows of an earlier sign-in. */
  readonly deviceMark: string | undefined;
}

/**
 * Slows guessing down without giving a stranger the means to lock somebody out: a browser that has
 * signed in before is counted by itself, and failures from elsewhere do not touch it.
 */
@Injectable()
export class SignInThrottle {
  constructor(private readonly config: AppConfig) {}

  /**
   * Counts an attempt before it is judged, as a failure until {@link noteSuccess}: many at once
   * would else all be judged before the first of them is counted.
   * @throws RequestProblem SIGN_IN_THROTTLED with the seconds to wait; `tx` has to be undone then.
   */
  async count(tx: Transaction, attempt: Attempt): Promise<void> {
    for (const rule of this.#rules(attempt)) {
      const seconds = await tx.throttle.count(rule);
      if (seconds > 0) throw new RequestProblem('SIGN_IN_THROTTLED', { seconds });
    }
  }

  /** What was right forgives the earlier mistakes of its own account, not those of the address. */
  async noteSuccess(tx: Transaction, attempt: Attempt): Promise<void> {
    const [own, ...others] = this.#rules(attempt);
    await tx.throttle.forget(own.bucket);
    for (const { bucket } of others) await tx.throttle.takeBack(bucket);
  }

  /** The first is of the account alone. Always in this order, in which their rows are locked. */
  #rules(attempt: Attempt): readonly [ThrottleRule, ...ThrottleRule[]] {
    const { kind, account, personId, address, deviceMark } = attempt;
    const device = knownDevice(this.config.keyring.key('device'), deviceMark);
    if (device !== undefined && device.personId === personId) {
      return [this.#rule(kind, 'device', `${device.personId} ${device.nonce}`, 10)];
    }
    return [this.#rule(kind, 'account', account, 10), this.#rule(kind, 'address', address, 100)];
  }

  #rule(kind: string, of: string, value: string, free: number): ThrottleRule {
    const key = this.config.keyring.key('device');
    const text = JSON.stringify([kind, of, value]);
    const bucket = createHmac('sha256', key).update(text).digest('hex');
    return { bucket, free, longestWaitSeconds: QUARTER_HOUR, forgottenAfterSeconds: DAY };
  }
}
