import type { EntityManager } from 'typeorm';
import { affectedBy, rowOf } from '../rows.js';

export interface WaitingMail {
  readonly id: string;
  readonly kind: string;
  /** Encrypted: it holds contact data, and links that open an account. */
  readonly sealedMessage: string;
}

/** Mail that is to be sent because of what the same transaction did. */
export class OutboxRepository {
  constructor(private readonly manager: EntityManager) {}

  /** @param addressee stands for whom it is to, of use to nobody without the key */
  async insert(id: string, kind: string, sealedMessage: string, addressee: string): Promise<void> {
    await affectedBy(
      this.manager,
      'INSERT INTO outbox_mail (id, kind, sealed_message, addressee) VALUES ($1, $2, $3, $4)',
      [id, kind, sealedMessage, addressee],
    );
  }

  /**
   * The next one that is due, as an attempt that is counted before it is made. It is due again
   * after 5 minutes, should its sender be killed meanwhile: longer than a mail server that answers at
   * all can take over one mail, so that nobody takes it who could send it at the same time.
   */
  takeDue(): Promise<WaitingMail | null> {
    return rowOf(
      this.manager,
      `UPDATE outbox_mail SET attempts = attempts + 1,
         next_attempt_at = now() + interval '5 minutes'
       WHERE id = (
         SELECT id FROM outbox_mail WHERE sent_at IS NULL AND next_attempt_at <= now()
         ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, kind, sealed_message AS "sealedMessage"`,
    );
  }

  /** Sent: its content is not needed any more. */
  async markSent(id: string): Promise<void> {
    await affectedBy(
      this.manager,
      `UPDATE outbox_mail SET sent_at = now(), sealed_message = '' WHERE id = $1`,
      [id],
    );
  }

  /** Not sent: tried again after a while that doubles from 20 seconds to 4 hours. */
  async postpone(id: string): Promise<void> {
    await affectedBy(
      this.manager,
      `UPDATE outbox_mail
       SET next_attempt_at = now() + least(interval '4 hours', interval '10 seconds' * 2 ^ least(attempts, 12))
       WHERE id = $1`,
      [id],
    );
  }

  /** Not sent, and never to be: nor is its content needed. */
  async giveUp(id: string): Promise<void> {
    await affectedBy(
      this.manager,
      `UPDATE outbox_mail SET next_attempt_at = 'infinity', sealed_message = '' WHERE id = $1`,
      [id],
    );
  }
}
