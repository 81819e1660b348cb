import { Injectable } from '@nestjs/common';
import { addresseeMark } from '@sukoyaka/credentials';
import type { Locale } from '@sukoyaka/kernel';
import {
  type Actor,
  Database,
  type ErasureObstacles,
  erasePerson,
  type OpenSession,
  type PersonalData,
} from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { assertFresh } from '../../platform/identity/fresh.js';
import { Postman } from '../../platform/mail/postman.js';
import { emailOf, nameIn } from '@sukoyaka/accounts';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { ErasureInDto } from './dto/privacy.dto.js';
import { personIn } from './person-in.js';

/** What a person has of their own data: a copy, and their erasure. */
@Injectable()
export class PrivacyService {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly postman: Postman,
  ) {}

  export(actor: Actor, { personId }: OpenSession): Promise<PersonalData> {
    return this.database.as(actor, async (tx) => {
      const { email } = await personIn(tx, personId);
      const mark = addresseeMark(this.config.keyring, email ?? '');
      const data = await tx.people.personalData(personId, mark);
      if (data === null) throw new RequestProblem('SIGN_IN_REQUIRED');
      const after = { format: 'json' };
      tx.audit.notePerson(personId, { action: 'person.data-exported', objectId: personId, after });
      return data;
    });
  }

  /**
   * @param typed the person's own address, as the sign that they mean it
   * @param leaving organisations of which the person is the last member, named likewise
   * @throws RequestProblem CONFIRMATION_REQUIRED, ERASURE_NOT_CONFIRMED, LAST_OPERATOR, LAST_OWNER
   *   and LAST_MEMBER with the organisations.
   */
  erase(
    actor: Actor,
    session: OpenSession,
    { email: typed, leaving }: ErasureInDto,
    locale: Locale,
  ): Promise<void> {
    assertFresh(session);
    const { personId } = session;
    const left = (leaving ?? []).map((id) => id.toLowerCase());
    return this.database.as(actor, async (tx) => {
      const person = await personIn(tx, personId);
      const email = emailOf(typed);
      if (person.email !== email) throw new RequestProblem('ERASURE_NOT_CONFIRMED');
      const mark = addresseeMark(this.config.keyring, email);
      const obstacles = await erasePerson(tx, personId, mark, 'own-request', left);
      if (obstacles !== undefined) throw refusal(obstacles, locale);
      // Only now: whatever else waited for the address has been removed.
      await this.postman.post(tx, 'account-erased', { ...person, email }, { at: new Date() });
    });
  }
}

function refusal({ organisations }: ErasureObstacles, locale: Locale): RequestProblem {
  if (organisations.length === 0) return new RequestProblem('LAST_OPERATOR');
  const worded = organisations.map((each) => ({
    pointer: `/api/organisations/${each.id}`,
    code: each.isAlone ? 'last-member' : 'last-owner',
    detail: nameIn(each, locale),
  }));
  const isAlone = organisations.every((each) => each.isAlone);
  return new RequestProblem(isAlone ? 'LAST_MEMBER' : 'LAST_OWNER', {}, { worded });
}
