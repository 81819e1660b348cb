import type { FactorChange } from '@sukoyaka/mail';
import type { PersonRow, Transaction } from '@sukoyaka/persistence';
import { LINKS } from './links.js';
import { postMail, type Sender } from './mail.js';

/** Binds a sealed secret to its person: it opens in no other row. */
export const totpContext = (personId: string) => `totp:${personId}`;

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
