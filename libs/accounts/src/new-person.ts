import type { PersonFacts, Transaction } from '@sukoyaka/persistence';

/**
 * Makes a person's account. The platform's log names it by its id, so that the person's own cannot
 * disappear unnoticed.
 * @param origin where that is not the service itself
 * @throws DomainError EMAIL_TAKEN.
 */
export async function addPerson(
  tx: Transaction,
  personId: string,
  email: string,
  facts: PersonFacts,
  origin?: 'command-line',
): Promise<void> {
  await tx.people.insert(personId, email, facts);
  const { language, timeZone } = facts;
  const after = { language, timeZone, ...(origin === undefined ? {} : { origin }) };
  tx.audit.notePerson(personId, { action: 'person.created', objectId: personId, after });
  tx.audit.notePlatform({ action: 'person.registered', objectId: personId });
}
