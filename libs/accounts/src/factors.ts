import type { FactorChange } from '@sukoyaka/mail';
import type { PersonRow, Transaction } from '@sukoyaka/persistence';
import { LINKS } from './links.js';
import { postMail, type Sender } from './mail.js';

/** Binds a sealed secret to its person: it opens in no other row. */
export const totpContext = (personId: string) => `totp:${personId}`;

/** Takes every second factor of a person away, for whom all are lost, and ends their sessions. */
export async function removeSecondFactors(
  tx: Transaction,
  sender: Sender,
  person: PersonRow,
  reason: string,
): Promise<void> {
  const { hasTotp: totp, passkeys, recoveryCodes } = await tx.credentials.summary(person.id);
  await tx.credentials.removeFactors(person.id);
  await tx.sessions.removeAll(person.id);
  const after = { totp, passkeys, recoveryCodes, reason };
  const action = 'person.second-factors-removed';
  tx.audit.notePerson(person.id, { action, objectId: person.id, after });
  await noteFactorChange(tx, sender, person, 'factors-removed');
}

/** Tells a person that one of their second factors changed: it may not have been them. */
export async function noteFactorChange(
  tx: Transaction,
  sender: Sender,
  person: PersonRow,
  change: FactorChange,
): Promise<void> {
  if (person.email === null) return;
  const to = { ...person, email: person.email };
  const said = { change, at: new Date(), link: LINKS.account };
  await postMail(tx, sender, 'second-factor-changed', to, said);
}
