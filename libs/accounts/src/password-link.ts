import { newToken, tokenHash } from '@sukoyaka/credentials';
import type { PersonRow, Transaction } from '@sukoyaka/persistence';
import { inSeconds } from './lifetimes.js';
import { LINKS } from './links.js';
import { postMail, type Sender } from './mail.js';

/**
 * Mails a person a link to set a password; the token of the link. The transaction has to present
 * its hash where it is not the owner's: pass `token` then.
 */
export async function sendPasswordLink(
  tx: Transaction,
  sender: Sender,
  person: PersonRow & { readonly email: string },
  seconds: number,
  token = newToken(),
): Promise<string> {
  const { id: personId, email, language } = person;
  const link = {
    purpose: 'password-reset',
    email,
    personId,
    language,
    name: null,
    timeZone: null,
  } as const;
  await tx.links.insert(tokenHash(token), link, seconds);
  const action = 'person.password-reset-asked';
  tx.audit.notePerson(personId, { action, objectId: personId });
  const said = { link: LINKS.passwordReset(token), expiresAt: inSeconds(seconds) };
  await postMail(tx, sender, 'password-reset', person, said);
  return token;
}
