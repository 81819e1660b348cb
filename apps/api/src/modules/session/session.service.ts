import { Injectable } from '@nestjs/common';
import { verifyPassword } from '@sukoyaka/credentials';
import { type Actor, Database, type OpenSession } from '@sukoyaka/persistence';
import { type Attempt, SignInThrottle } from '../../platform/identity/sign-in-throttle.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { shownNames } from '../organisations/organisations.mapper.js';
import type { SessionOutDto } from './dto/session.dto.js';
import type { Origin } from './session-opener.js';
import { settled } from './sign-in.service.js';

/** Shows, confirms and ends the session of a request. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly throttle: SignInThrottle,
  ) {}

  async show(actor: Actor, session: OpenSession): Promise<SessionOutDto> {
    const { personId, stage, language, roles, countries, secondFactorAt } = session;
    const isFull = stage === 'full';
    return this.database.as(actor, async (tx) => {
      const person = await tx.people.find(personId);
      const own = isFull ? await tx.memberships.ownOrganisations(personId) : [];
      return {
        stage,
        personId,
        name: person?.name ?? null,
        language,
        roles,
        countries,
        secondFactor: secondFactorAt !== null,
        organisations: own.map(({ id, country, role, isSynthetic, ...names }) => ({
          id,
          names: shownNames(names),
          country,
          role,
          synthetic: isSynthetic,
        })),
      };
    });
  }

  close(actor: Actor, { personId, sessionId }: OpenSession): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await tx.sessions.remove(personId, sessionId);
      tx.audit.notePerson(personId, { action: 'person.signed-out', objectId: sessionId });
    });
  }

  /** @throws RequestProblem PASSWORD_WRONG, SIGN_IN_THROTTLED. */
  async confirm(
    { personId, sessionId }: OpenSession,
    password: string,
    { address, deviceMark }: Origin,
    correlationId: string,
  ): Promise<void> {
    const actor: Actor = { kind: 'service', personId, correlationId };
    const account = personId;
    const attempt: Attempt = { kind: 'password', account, personId, address, deviceMark };
    const hash = await this.database.as(actor, async (tx) => {
      await this.throttle.assertFree(tx, attempt);
      return tx.credentials.passwordHash(personId);
    });
    const isRight = await verifyPassword(hash, password);
    settled(
      await this.database.as(actor, async (tx) => {
        if (isRight) {
          await this.throttle.noteSuccess(tx, attempt);
          return tx.sessions.renewAuthentication(personId, sessionId);
        }
        await this.throttle.noteFailure(tx, attempt);
        return new RequestProblem('PASSWORD_WRONG');
      }),
    );
  }
}
