import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ThrottleRule, Transaction } from '@sukoyaka/persistence';
import { AppConfig } from '../config/app-config.js';
import { RequestProblem } from '../problems/request-problem.js';

const FREE_PER_PLACE = 30;
const FREE_PER_ADDRESSEE = 3;
const FREE_PER_INVITER = 200;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** Keeps people from filling somebody's mailbox, or the service's queue, with links. */
@Injectable()
export class MailThrottle {
  constructor(private readonly config: AppConfig) {}

  /**
   * Counts what a stranger asks to be mailed. False when the addressee has had enough of it, which
   * the answer must not show. Mails of each kind are counted apart: somebody who is signed up by
   * strangers again and again must still get the link that lets them in.
   * @throws RequestProblem TOO_MANY_REQUESTS when the place that asks has asked too often.
   */
  async allows(
    tx: Transaction,
    wanted: 'sign-up' | 'password-reset',
    email: string,
    place: string,
  ): Promise<boolean> {
    await this.#assertFew(tx, this.#rule(FREE_PER_PLACE, 'place', place));
    return (await tx.throttle.count(this.#rule(FREE_PER_ADDRESSEE, wanted, email))) === 0;
  }

  /**
   * Counts an invitation, whatever it is to: who may invite may not fill somebody's mailbox either.
   * @throws RequestProblem TOO_MANY_REQUESTS when the inviter has written too often, to the address
   *   or in all; `tx` has to be undone then.
   */
  async assertFewInvitations(tx: Transaction, inviter: string, email: string): Promise<void> {
    await this.#assertFew(tx, this.#rule(FREE_PER_INVITER, 'inviter', inviter));
    await this.#assertFew(tx, this.#rule(FREE_PER_ADDRESSEE, 'invitation', inviter, email));
  }

  async #assertFew(tx: Transaction, rule: ThrottleRule): Promise<void> {
    const seconds = await tx.throttle.count(rule);
    if (seconds > 0) throw new RequestProblem('TOO_MANY_REQUESTS', { seconds });
  }

  #rule(free: number, ...of: readonly string[]): ThrottleRule {
    const bucket = createHmac('sha256', this.config.keyring.key('device'))
      .update(JSON.stringify(['mail', ...of]))
      .digest('hex');
    return { bucket, free, longestWaitSeconds: HOUR, forgottenAfterSeconds: DAY };
  }
}
