import { DomainError } from '@sukoyaka/kernel';
import { createTransport } from 'nodemailer';
import { composed, readSender } from './message.js';
import { readSmtpUrl } from './smtp-url.js';
import { type MailTransport } from './transport.js';

/**
 * Sends through a mail server, over at most three connections that are kept for later messages.
 * `timeoutMs` bounds each step: name look-up, connection, greeting, silence during a message, and
 * how long `close` waits for messages under way.
 * @throws DomainError MAIL_URL or MAIL_FROM.
 */
export function smtpTransport(url: string, from: string, timeoutMs = 15_000): MailTransport {
  const sender = readSender(from);
  const pool = poolOf(url, timeoutMs);
  const underWay = new Set<PromiseWithResolvers<unknown>>();
  return {
    async send(mail) {
      const message = composed(mail, sender);
      const outcome = Promise.withResolvers<unknown>();
      underWay.add(outcome);
      pool.sendMail(message).then(outcome.resolve, outcome.reject);
      try {
        await outcome.promise;
      } catch (error) {
        throw notSent(error);
      } finally {
        underWay.delete(outcome);
      }
    },
    async close() {
      await settledWithin(
        timeoutMs,
        [...underWay].map(({ promise }) => promise),
      );
      pool.close();
      // The pool says nothing of a message whose server says nothing.
      for (const { reject } of underWay) reject({ code: 'ECLOSED' });
    },
  };
}

function poolOf(url: string, timeoutMs: number) {
  return createTransport({
    ...readSmtpUrl(url),
    pool: true,
    maxConnections: 3,
    // A message goes again when an idle connection turns out to be closed, but not for ever.
    maxRequeues: 1,
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    logger: false,
  });
}

async function settledWithin(ms: number, promises: readonly Promise<unknown>[]): Promise<void> {
  const time = Promise.withResolvers<unknown>();
  const timer = setTimeout(time.resolve, ms, null);
  await Promise.race([Promise.allSettled(promises), time.promise]);
  clearTimeout(timer);
}

/** What Nodemailer tells of a message that was not accepted. */
interface Refusal {
  readonly code?: unknown;
  readonly responseCode?: unknown;
  /** What was answered so, such as `RCPT TO`, and the answer. */
  readonly command?: unknown;
  readonly response?: unknown;
}

/** Server's answers repeat addresses, and errors get into logs: only the codes are kept. */
function notSent(error: unknown): DomainError {
  const refusal = error as Refusal;
  const { code, responseCode: status } = refusal;
  return new DomainError('MAIL_NOT_SENT', {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    ...(typeof status === 'number' ? { status } : {}),
    isPermanent: isAddressRefused(refusal),
  });
}

/** RFC 3463 and RFC 7505: mailbox, host or form of the address, moved, no mail at all, closed. */
const NO_MAILBOX_ENHANCED = /^5\.(1\.([1236]|10)|2\.1)$/;

/**
 * Whether the server says of the reader's address that nobody gets mail there. It answers the same
 * command with as high a status when it doesn't relay for us, or likes neither sender nor network:
 * that ends once somebody has mended it. Only the enhanced code tells these apart; without one the
 * mail waits for its period.
 */
function isAddressRefused({ code, command, response }: Refusal): boolean {
  if (code !== 'EENVELOPE' || command !== 'RCPT TO') return false;
  const enhanced = /^5\d\d[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response))?.[1];
  return enhanced !== undefined && NO_MAILBOX_ENHANCED.test(enhanced);
}
