import type { EntityManager } from 'typeorm';
import { affectedBy, rowsOf } from '../rows.js';

export interface WaitingMail {
  readonly id: string;
  readonly kind: string;
  /** Encrypted: it holds contact data, and links that open an account. */
  readonly sealedMessage: string;
  readonly attempts: number;
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

  /** The next ones that are due; no other process takes them until the transaction ends. */
  takeDue(most: number): Promise<readonly WaitingMail[]> {
    return rowsOf(
      this.manager,
      `SELECT id, kind, sealed_message AS "sealedMessage", attempts FROM outbox_mail
       WHERE sent_at IS NULL AND next_attempt_at <= now()
       ORDER BY next_attempt_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [most],
    );
  }

  /** Sent: its content is not needed any more. */
  async markSent(id: string): Promise<void> {
    await affectedBy(
      this.manager,
      `UPDATE outbox_mail SET sent_at = now(), attempts = attempts + 1, sealed_message = ''
       WHERE id = $1`,
      [id],
    );
  }

  /** Not sent: tried again after a while that doubles, at most for hours. */
  async postpone(id: string): Promise<void> {
    await affectedBy(
      this.manager,
      `UPDATE outbox_mail SET attempts = attempts + 1,
         next_attempt_at = now() + make_interval(secs => least(14400, 10 * power(2, attempts)))
       WHERE id = $1`,
      [id],
    );
  }
}
