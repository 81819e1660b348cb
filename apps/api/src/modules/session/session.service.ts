import { Injectable } from '@nestjs/common';
import { newToken, tokenHash, verifyPassword } from '@sukoyaka/credentials';
import { type Actor, Database, type OpenSession, serviceActor } from '@sukoyaka/persistence';
import { nextLink, pageRequest } from '../../platform/http/cursor.js';
import { SignInThrottle } from '../../platform/identity/sign-in-throttle.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { personIn } from '../me/person-in.js';
import { shownOwnOrganisation } from '../organisations/organisations.mapper.js';
import type { ConfirmationInDto, SessionOutDto } from './dto/session.dto.js';
import type { Origin } from './session-opener.js';
import { attemptOf, isStill, settled, SignInService } from './sign-in.service.js';

/** Shows, confirms and ends the session of a request. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly throttle: SignInThrottle,
    private readonly signIn: SignInService,
  ) {}

  async show(actor: Actor, session: OpenSession): Promise<SessionOutDto> {
    const { personId, stage, language, roles, countries, secondFactorAt } = session;
    const isFull = stage === 'full';
    return this.database.as(actor, async (tx) => {
      const person = await tx.people.find(personId);
      const own = isFull
        ? await tx.memberships.ownOrganisations(personId, pageRequest({}))
        : { rows: [], next: null };
      return {
        stage,
        personId,
        name: person?.name ?? null,
        language,
        roles,
        countries,
        secondFactor: secondFactorAt !== null,
        organisations: own.rows.map(shownOwnOrganisation),
        furtherOrganisations: nextLink('/api/organisations', own.next),
      };
    });
  }

  close(actor: Actor, { personId, sessionId }: OpenSession): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await tx.sessions.remove(personId, sessionId);
      tx.audit.notePerson(personId, { action: 'person.signed-out', objectId: sessionId });
    });
  }

  /**
   * Shows with all factors again who it is; the session goes on under the token that comes back.
   * @throws RequestProblem PASSWORD_WRONG, SECOND_FACTOR_WRONG, SIGN_IN_THROTTLED;
   *   SECOND_FACTOR_REQUIRED without a code of who has one.
   */
  async confirm(
    { personId, sessionId }: OpenSession,
    { password, code }: ConfirmationInDto,
    origin: Origin,
    correlationId: string,
  ): Promise<string> {
    const actor = serviceActor(correlationId, personId);
    const attempt = attemptOf('password', personId, personId, origin);
    const { hash, needsCode } = await this.database.as(actor, async (tx) => {
      const { hasTotp, passkeys } = await tx.credentials.summary(personId);
      const needsCode = hasTotp || passkeys > 0;
      if (needsCode && code == null) throw new RequestProblem('SECOND_FACTOR_REQUIRED');
      await this.throttle.count(tx, attempt);
      return { hash: await tx.credentials.passwordHash(personId), needsCode };
    });
    const isRight = await verifyPassword(hash, password);
    return settled(
      await this.database.as(actor, async (tx) => {
        if (!isRight || !(await isStill(tx, personId, hash))) {
          return new RequestProblem('PASSWORD_WRONG');
        }
        await this.throttle.noteSuccess(tx, attempt);
        const person = await personIn(tx, personId);
        const refusal = needsCode && (await this.signIn.judgeCode(tx, person, code ?? '', origin));
        if (refusal) return refusal;
        const token = newToken();
        await tx.sessions.renew(personId, sessionId, tokenHash(token));
        return token;
      }),
    );
  }
}
