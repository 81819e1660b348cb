import type { ErasureObstacles } from './repositories/person.repository.js';
import type { Transaction } from './transactions.js';

/** Who asked for an erasure. */
export type ErasureCause = 'own-request' | 'operator-request';

/**
 * Erases a person in the transaction of themself, or of the owner in maintenance: contact data,
 * what they signed in with, memberships, roles and the mail to them. Answers, results, consents and
 * the audit log stay, and name the person by an id that leads to nobody.
 * @param addressee what stands for their address on mail (`addresseeMark`)
 * @param leaving organisations of which the person may be the last member: nobody can open them
 *   until an operator gives them an owner, and their tokens end
 * @returns what is in the way, in which case nothing has been done; undefined when it is done.
 */
export async function erasePerson(
  tx: Transaction,
  personId: string,
  addressee: string,
  cause: ErasureCause,
  leaving: readonly string[],
): Promise<ErasureObstacles | undefined> {
  const obstacles = await tx.people.erasureObstacles(personId);
  const isLeft = obstacles.organisations.every((each) => each.isAlone && leaving.includes(each.id));
  if (obstacles.isLastOperator || !isLeft) return obstacles;
  for (const { organisationId, role } of await tx.memberships.ofPerson(personId)) {
    tx.audit.noteIn(organisationId, {
      action: 'member.left',
      objectId: personId,
      before: { role },
    });
  }
  for (const role of await tx.staff.rolesOf(personId)) {
    const before = { role };
    tx.audit.notePlatform({ action: 'person.role-withdrawn', objectId: personId, before });
  }
  for (const { organisationId, tokenId } of await tx.people.erase(personId, addressee, leaving)) {
    tx.audit.noteIn(organisationId, { action: 'token.revoked', objectId: tokenId });
  }
  tx.audit.notePerson(personId, { action: 'person.erased', objectId: personId, after: { cause } });
  return undefined;
}
