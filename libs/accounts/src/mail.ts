import { randomUUID } from 'node:crypto';
import { addresseeMark, type Keyring, seal } from '@sukoyaka/credentials';
import type { Locale } from '@sukoyaka/kernel';
import { type MailKind, type MailParams, type OutgoingMail, renderMail } from '@sukoyaka/mail';
import type { Transaction } from '@sukoyaka/persistence';

/** Whom a mail goes to, and how they read it. */
export interface Addressee {
  readonly email: string;
  readonly name: string | null;
  readonly language: Locale;
  readonly timeZone: string;
}

/** What mail is written with: where links lead, and the keys under which it waits. */
export interface Sender {
  readonly origin: string;
  readonly keyring: Keyring;
}

/** What waits in the outbox is encrypted under its own id. */
export const mailContext = (id: string) => `mail:${id}`;

/** Writes a mail into the outbox, within the transaction that is the reason for it. */
export async function postMail<K extends MailKind>(
  tx: Transaction,
  { origin, keyring }: Sender,
  kind: K,
  to: Addressee,
  params: Omit<MailParams[K], 'name'>,
): Promise<void> {
  const named = { ...params, ...(to.name === null ? {} : { name: to.name }) } as MailParams[K];
  const context = { origin, timeZone: to.timeZone };
  const rendered = renderMail(kind, named, to.language, context);
  const id = randomUUID();
  const messageId = `<${id}@${new URL(origin).hostname}>`;
  const mail: OutgoingMail = { ...rendered, to: to.email, locale: to.language, messageId };
  const sealed = seal(keyring.key('mail'), JSON.stringify(mail), mailContext(id));
  await tx.outbox.insert(id, kind, sealed, addresseeMark(keyring, to.email));
}
