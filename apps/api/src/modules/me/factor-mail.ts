import type { FactorChange } from '@sukoyaka/mail';
import type { PersonRow, Transaction } from '@sukoyaka/persistence';
import { LINKS } from '../../platform/mail/links.js';
import type { Postman } from '../../platform/mail/postman.js';

/** Tells a person that one of their second factors changed: it may not have been them. */
export async function noteFactorChange(
  postman: Postman,
  tx: Transaction,
  person: PersonRow,
  change: FactorChange,
): Promise<void> {
  if (person.email === null) return;
  const to = { ...person, email: person.email };
  const said = { change, at: new Date(), link: LINKS.account };
  await postman.post(tx, 'second-factor-changed', to, said);
}
