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
   * must not show.
   * @throws RequestProblem TOO_MANY_REQUESTS when the place that asks has asked too often.
   */
  async allows(tx: Transaction, email: string, place: string): Promise<boolean> {
    const [ofPlace, ofAddressee] = [this.#bucket('place', place), this.#bucket('to', email)];
    const rows = await tx.throttle.find([ofPlace, ofAddressee]);
    const waitOf = (bucket: string) => rows.find((row) => row.bucket === bucket)?.waitSeconds ?? 0;
    const seconds = waitOf(ofPlace);
    if (seconds > 0) throw new RequestProblem('TOO_MANY_REQUESTS', { seconds });
    const isPatient = waitOf(ofAddressee) === 0;
    const rule = { longestWaitSeconds: HOUR, forgottenAfterSeconds: DAY };
    await tx.throttle.fail({ bucket: ofPlace, free: FREE_PER_PLACE, ...rule });
    if (isPatient)
      await tx.throttle.fail({ bucket: ofAddressee, free: FREE_PER_ADDRESSEE, ...rule });
    return isPatient;
  }

  #bucket(of: string, value: string): string {
    const key = this.config.keyring.key('device');
    return createHmac('sha256', key)
      .update(JSON.stringify(['mail', of, value]))
      .digest('hex');
  }
}
