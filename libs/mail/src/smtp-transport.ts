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

/** Server's answers repeat addresses, and errors get into logs: only the codes are kept. */
function notSent(error: unknown): DomainError {
  const { code, responseCode: status } = error as { code?: unknown; responseCode?: unknown };
  return new DomainError('MAIL_NOT_SENT', {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    ...(typeof status === 'number' ? { status } : {}),
    isPermanent: code === 'EENVELOPE' && typeof status === 'number' && status >= 500,
  });
}
