import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addresseeMark, seal } from '@sukoyaka/credentials';
import type { Locale } from '@sukoyaka/kernel';
import { type MailKind, type MailParams, type OutgoingMail, renderMail } from '@sukoyaka/mail';
import type { Transaction } from '@sukoyaka/persistence';
import { AppConfig } from '../config/app-config.js';

/** Whom a mail goes to, and how they read it. */
export interface Addressee {
  readonly email: string;
  readonly name: string | null;
  readonly language: Locale;
  readonly timeZone: string;
}

/** What waits in the outbox is encrypted under its own id. */
export const mailContext = (id: string) => `mail:${id}`;

/** Writes mail into the outbox, within the transaction that is the reason for it. */
@Injectable()
export class Postman {
  constructor(private readonly config: AppConfig) {}

  async post<K extends MailKind>(
    tx: Transaction,
    kind: K,
    to: Addressee,
    params: Omit<MailParams[K], 'name'>,
  ): Promise<void> {
    const { origin, keyring } = this.config;
    const named = { ...params, ...(to.name === null ? {} : { name: to.name }) } as MailParams[K];
    const context = { origin, timeZone: to.timeZone };
    const rendered = renderMail(kind, named, to.language, context);
    const id = randomUUID();
    const mail: OutgoingMail = {
      ...rendered,
      to: to.email,
      locale: to.language,
      messageId: `<${id}@${new URL(origin).hostname}>`,
    };
    const sealed = seal(keyring.key('mail'), JSON.stringify(mail), mailContext(id));
    await tx.outbox.insert(id, kind, sealed, addresseeMark(keyring, to.email));
  }
}
