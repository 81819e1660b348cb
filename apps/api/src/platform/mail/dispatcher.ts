import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { unseal } from '@sukoyaka/credentials';
import {
  mailForConsole,
  type MailTransport,
  mailTransportFrom,
  type OutgoingMail,
} from '@sukoyaka/mail';
import { type Actor, Database } from '@sukoyaka/persistence';
import { AppConfig } from '../config/app-config.js';
import { Log } from '../log/log.js';
import { mailContext } from '@sukoyaka/accounts';

const PAUSE_MS = 2_000;
const MOST_AT_ONCE = 20;
const SERVICE: Actor = { kind: 'service', personId: null, correlationId: null };

/**
 * Sends what waits in the outbox. A mail is marked as sent in the transaction that held it: after a
 * crash in between it goes out a second time, and never not at all.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  #transport: MailTransport | undefined;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const { mail, isDemo } = this.config;
    const show = (_file: string, written: OutgoingMail) => {
      if (isDemo) process.stderr.write(`${mailForConsole(written)}\n`);
    };
    this.#transport = mailTransportFrom({ ...mail, onWritten: show });
    this.#timer = setInterval(() => void this.dispatch(), PAUSE_MS);
    this.#timer.unref();
  }

  /** One round at a time: sends what is due. Mail that cannot be sent waits for a later round. */
  dispatch(): Promise<void> {
    this.#round = this.#round.then(() => this.#sendDue()).catch(() => undefined);
    return this.#round;
  }

  /** Looks no more for mail by itself. */
  hold(): void {
    clearInterval(this.#timer);
  }

  async onApplicationShutdown(): Promise<void> {
    this.hold();
    await this.#round;
    await this.#transport?.close();
  }

  async #sendDue(): Promise<void> {
    const transport = this.#transport;
    if (transport === undefined) return;
    await this.database.as(SERVICE, async (tx) => {
      for (const { id, kind, sealedMessage } of await tx.outbox.takeDue(MOST_AT_ONCE)) {
        const isSent = await this.#send(transport, id, sealedMessage);
        if (isSent) await tx.outbox.markSent(id);
        else await tx.outbox.postpone(id);
        if (!isSent) this.log.write('warn', 'mail-postponed', { mail: id, kind });
      }
    });
  }

  async #send(transport: MailTransport, id: string, sealed: string): Promise<boolean> {
    const text = unseal(this.config.keyring.key('mail'), sealed, mailContext(id));
    if (text === undefined) return false;
    try {
      await transport.send(JSON.parse(text) as OutgoingMail);
      return true;
    } catch {
      return false;
    }
  }
}
