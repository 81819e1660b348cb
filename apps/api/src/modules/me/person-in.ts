import type { PersonRow, Transaction } from '@sukoyaka/persistence';
import { RequestProblem } from '../../platform/problems/request-problem.js';

/** @throws RequestProblem SIGN_IN_REQUIRED for one who has been erased meanwhile. */
export async function personIn(tx: Transaction, personId: string): Promise<PersonRow> {
  const person = await tx.people.find(personId);
  if (person === null || person.erasedAt !== null) throw new RequestProblem('SIGN_IN_REQUIRED');
  return person;
}
