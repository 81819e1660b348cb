import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';

const FREE_PER_PLACE = 30;
const FREE_PER_ADDRESSEE = 3;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** Keeps strangers from filling somebody's mailbox, or the service's queue, with links. */
@Injectable()
export class MailThrottle {
  constructor(private readonly config: AppConfig) {}

  /**
   * Counts a request for mail. False when the addressee has had enough of them, which the answer
   * must not show. Mails of each kind are counted apart: somebody who is signed up by strangers
   * again and again must still get the link that lets them in.
   * @throws RequestProblem TOO_MANY_REQUESTS when the place that asks has asked too often.
   */
  async allows(
    tx: Transaction,
    wanted: 'sign-up' | 'password-reset',
    email: string,
    place: string,
  ): Promise<boolean> {
    const rule = { longestWaitSeconds: HOUR, forgottenAfterSeconds: DAY };
    const ofPlace = { bucket: this.#bucket('place', place), free: FREE_PER_PLACE, ...rule };
    const seconds = await tx.throttle.count(ofPlace);
    if (seconds > 0) throw new RequestProblem('TOO_MANY_REQUESTS', { seconds });
    const ofAddressee = { bucket: this.#bucket(wanted, email), free: FREE_PER_ADDRESSEE, ...rule };
    return (await tx.throttle.count(ofAddressee)) === 0;
  }

  #bucket(of: string, value: string): string {
    const key = this.config.keyring.key('device');
    return createHmac('sha256', key)
      .update(JSON.stringify(['mail', of, value]))
      .digest('hex');
  }
}
