import { DomainError } from '@sukoyaka/kernel';
import { type OutgoingMail } from './message.js';

/** A way out for messages. */
export interface MailTransport {
  /**
   * Resolves when the message has been accepted, and not before.
   * @throws DomainError MAIL_RECIPIENT, MAIL_MESSAGE_ID for a message that cannot be sent at all;
   * MAIL_NOT_SENT (`code`, `status`, `isPermanent`) when it has not been accepted.
   */
  send(mail: OutgoingMail): Promise<void>;
  /** Waits a while for messages under way, rejects those that remain, and ends connections. */
  close(): Promise<void>;
}

const UNSENDABLE = new Set(['MAIL_RECIPIENT', 'MAIL_MESSAGE_ID']);

/** Whether what `send` has thrown stays so, however often the message is sent. */
export function isForGood(error: unknown): boolean {
  if (!(error instanceof DomainError)) return false;
  return UNSENDABLE.has(error.code) || error.params['isPermanent'] === true;
}
