import { newToken, tokenHash } from '@sukoyaka/credentials';
import type { PersonRow, Transaction } from '@sukoyaka/persistence';
import { inSeconds, INVITATION_SECONDS, RESET_SECONDS } from './lifetimes.js';
import { LINKS } from './links.js';
import { postMail, type Sender } from './mail.js';

/** Somebody with an account, and an address to write to. */
export type Reachable = Pick<PersonRow, 'id' | 'name' | 'language' | 'timeZone'> & {
  readonly email: string;
};

/** A link that serves once. The path holds the token, which is kept nowhere. */
export interface SentLink {
  readonly path: string;
  readonly expiresAt: Date;
}

/**
 * Mails a person a link to set a new password. A transaction that is not the owner's presents the
 * hash of the link's token as its key: pass `token` then.
 */
export async function sendPasswordLink(
  tx: Transaction,
  sender: Sender,
  person: Reachable,
  token = newToken(),
): Promise<SentLink> {
  const sent = await keepLink(tx, person, token, RESET_SECONDS);
  const action = 'person.password-reset-asked';
  tx.audit.notePerson(person.id, { action, objectId: person.id });
  await postMail(tx, sender, 'password-reset', person, saidOf(sent));
  return sent;
}

/** Mails the person for whom an account was made a link to set its first password. */
export async function sendFirstPasswordLink(
  tx: Transaction,
  sender: Sender,
  person: Reachable,
): Promise<SentLink> {
  const sent = await keepLink(tx, person, newToken(), INVITATION_SECONDS);
  await postMail(tx, sender, 'account-made', person, saidOf(sent));
  return sent;
}

async function keepLink(
  tx: Transaction,
  { id: personId, email, language }: Reachable,
  token: string,
  seconds: number,
): Promise<SentLink> {
  const of = { purpose: 'password-reset', email, personId, language } as const;
  await tx.links.insert(tokenHash(token), { ...of, name: null, timeZone: null }, seconds);
  return { path: LINKS.passwordReset(token), expiresAt: inSeconds(seconds) };
}

const saidOf = ({ path: link, expiresAt }: SentLink) => ({ link, expiresAt });
