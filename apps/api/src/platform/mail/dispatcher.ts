import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { mailContext } from '@sukoyaka/accounts';
import { unseal } from '@sukoyaka/credentials';
import { DomainError } from '@sukoyaka/kernel';
import {
  isForGood,
  mailForConsole,
  type MailTransport,
  mailTransportFrom,
  type OutgoingMail,
} from '@sukoyaka/mail';
import { Database, loggableFault, serviceActor, type WaitingMail } from '@sukoyaka/persistence';
import { AppConfig } from '../config/app-config.js';
import { Log } from '../log/log.js';

const PAUSE_MS = 2_000;
const MOST_AT_ONCE = 20;

/**
 * Sends what waits in the outbox, one mail after the other. An attempt is counted before it is made,
 * and nothing in the database is held while a mail server is waited for. A mail is marked as sent
 * once it has been accepted: after a crash in between it goes out a second time, and never not at
 * all. What no repetition mends is given up.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnApplicationShutdown {
  #transport: MailTransport | undefined;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isEnding = false;
  #lastFault: string | undefined;

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
    this.#round = this.#round.then(() => this.#sendDue()).then(this.#succeeded, this.#failed);
    return this.#round;
  }

  /** Looks no more for mail by itself. */
  hold(): void {
    clearInterval(this.#timer);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#isEnding = true;
    this.hold();
    await this.#round;
    await this.#transport?.close();
  }

  /** A fault that lasts is told once, not in every round. */
  #failed = (error: unknown): void => {
    const fault = loggableFault(error);
    const key = JSON.stringify(fault);
    if (key !== this.#lastFault) this.log.write('warn', 'mail-round-failed', fault);
    this.#lastFault = key;
  };

  #succeeded = (): void => {
    this.#lastFault = undefined;
  };

  async #sendDue(): Promise<void> {
    const transport = this.#transport;
    if (transport === undefined) return;
    for (let taken = 0; taken < MOST_AT_ONCE && !this.#isEnding; taken += 1) {
      const mail = await this.database.as(serviceActor(null), (tx) => tx.outbox.takeDue());
      if (mail === null) return;
      await this.#deliver(transport, mail);
    }
  }

  async #deliver(transport: MailTransport, mail: WaitingMail): Promise<void> {
    try {
      await transport.send(this.#opened(mail));
    } catch (error) {
      await this.#noteNotSent(mail, error);
      return;
    }
    await this.database.as(serviceActor(null), (tx) => tx.outbox.markSent(mail.id));
  }

  /** @throws DomainError MAIL_SEALED for what another key, or none, opens; it waits for that key. */
  #opened({ id, sealedMessage }: WaitingMail): OutgoingMail {
    const text = unseal(this.config.keyring.key('mail'), sealedMessage, mailContext(id));
    if (text === undefined) throw new DomainError('MAIL_SEALED');
    return JSON.parse(text) as OutgoingMail;
  }

  async #noteNotSent({ id, kind }: WaitingMail, error: unknown): Promise<void> {
    const isOver = isForGood(error);
    await this.database.as(serviceActor(null), ({ outbox }) =>
      isOver ? outbox.giveUp(id) : outbox.postpone(id),
    );
    const event = isOver ? 'mail-given-up' : 'mail-postponed';
    this.log.write('warn', event, { mail: id, kind, ...loggableFault(error), ...causeOf(error) });
  }
}

/** What a mail server, or the way to it, answered: codes, never words. */
function causeOf(error: unknown): Readonly<Record<string, string | number | boolean>> {
  const { code: cause, status } = error instanceof DomainError ? error.params : {};
  return { ...(cause === undefined ? {} : { cause }), ...(status === undefined ? {} : { status }) };
}
