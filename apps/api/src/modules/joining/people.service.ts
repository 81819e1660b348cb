import { Injectable } from '@nestjs/common';
import { addPerson } from '@sukoyaka/accounts';
import {
  Database,
  type PersonFacts,
  type PersonRow,
  serviceActor,
  type Transaction,
} from '@sukoyaka/persistence';

/** Finds and makes people's accounts. */
@Injectable()
export class PeopleService {
  constructor(private readonly database: Database) {}

  /** By an address in the form in which it is kept; null where nobody has it. */
  findByEmail(email: string, correlationId: string | null): Promise<PersonRow | null> {
    const actor = serviceActor(correlationId);
    return this.database.as(actor, (tx) => tx.people.findByEmail(email), email);
  }

  /**
   * In a transaction that acts for the new person.
   * @param passwordHash null for one who signs in with a provider
   * @throws DomainError EMAIL_TAKEN.
   */
  async create(
    tx: Transaction,
    personId: string,
    email: string,
    facts: PersonFacts,
    passwordHash: string | null,
  ): Promise<void> {
    await addPerson(tx, personId, email, facts);
    if (passwordHash !== null) await tx.credentials.setPassword(personId, passwordHash);
  }
}
