import { Injectable } from '@nestjs/common';
import { hashPassword, verifyPassword } from '@sukoyaka/credentials';
import { lineOf } from '@sukoyaka/kernel';
import {
  type Actor,
  Database,
  type FactorSummary,
  type OpenSession,
  type Page,
  type PageRequest,
  type PersonFacts,
  type PersonRow,
  serviceActor,
} from '@sukoyaka/persistence';
import { changesOf } from '../../platform/audit/changes.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { assertFresh } from '../../platform/identity/fresh.js';
import { SignInThrottle } from '../../platform/identity/sign-in-throttle.js';
import { LINKS } from '@sukoyaka/accounts';
import { Postman } from '../../platform/mail/postman.js';
import { assertPassword } from '../../platform/people/password.js';
import { conflict } from '../../platform/problems/conflict.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { Origin } from '../session/session-opener.js';
import { attemptOf, isStill, settled } from '../session/sign-in.service.js';
import type { MeInDto, MeOutDto, SessionSummaryOutDto } from './dto/me.dto.js';
import { personIn } from './person-in.js';

/** What a person sees and changes of themself. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly throttle: SignInThrottle,
    private readonly postman: Postman,
  ) {}

  show(actor: Actor, { personId }: OpenSession): Promise<MeOutDto> {
    return this.database.as(actor, async (tx) => {
      const person = await personIn(tx, personId);
      return shownPerson(person, await tx.credentials.summary(personId));
    });
  }

  /** @throws RequestProblem VERSION_CONFLICT when it is no longer of `version`. */
  replace(
    actor: Actor,
    { personId }: OpenSession,
    dto: MeInDto,
    version: number,
  ): Promise<MeOutDto> {
    const { language, timeZone } = dto;
    const facts = { name: lineOf(dto.name), language, timeZone };
    return this.database.as(actor, async (tx) => {
      const before = await personIn(tx, personId);
      const isReplaced = await tx.people.update(personId, facts, version);
      const factors = await tx.credentials.summary(personId);
      const current = shownPerson(await personIn(tx, personId), factors);
      if (!isReplaced) throw conflict(version, current);
      tx.audit.notePerson(personId, profileChange(before, facts));
      return current;
    });
  }

  /** Ends every other session. @throws RequestProblem PASSWORD_WRONG, PASSWORD_UNFIT, CONFIRMATION_REQUIRED. */
  async changePassword(
    session: OpenSession,
    current: string,
    wanted: string,
    origin: Origin,
    correlationId: string,
  ): Promise<void> {
    const { personId, sessionId } = session;
    const actor = serviceActor(correlationId, personId);
    const attempt = attemptOf('password', personId, personId, origin);
    const { person, hash } = await this.database.as(actor, async (tx) => {
      const found = await personIn(tx, personId);
      assertPassword(wanted, found);
      const known = await tx.credentials.passwordHash(personId);
      // Who has none yet must be no stranger at a session that was left open.
      if (known === undefined) assertFresh(session);
      await this.throttle.count(tx, attempt);
      return { person: found, hash: known };
    });
    const isRight = hash === undefined || (await verifyPassword(hash, current));
    const newHash = isRight ? await hashPassword(wanted) : '';
    settled(
      await this.database.as(actor, async (tx) => {
        if (!isRight || !(await isStill(tx, personId, hash))) {
          return new RequestProblem('PASSWORD_WRONG');
        }
        await this.throttle.noteSuccess(tx, attempt);
        await tx.credentials.setPassword(personId, newHash);
        await tx.sessions.removeAll(personId, sessionId);
        tx.audit.notePerson(personId, { action: 'person.password-changed', objectId: personId });
        if (person.email !== null) {
          const said = { at: new Date(), link: LINKS.forgotten };
          await this.postman.post(tx, 'password-changed', { ...person, email: person.email }, said);
        }
        return undefined;
      }),
    );
  }

  listSessions(
    actor: Actor,
    { personId, sessionId }: OpenSession,
    page: PageRequest,
  ): Promise<Page<SessionSummaryOutDto>> {
    const { sessionIdleSeconds } = this.config;
    return this.database.as(actor, async (tx) => {
      const { rows, next } = await tx.sessions.page(personId, sessionIdleSeconds, page);
      const shown = rows.map((each) => ({
        id: each.id,
        isCurrent: each.id === sessionId,
        method: each.method,
        secondFactor: each.secondFactorAt !== null,
        userAgent: each.userAgent,
        createdAt: each.createdAt.toISOString(),
        lastSeenAt: each.lastSeenAt.toISOString(),
        expiresAt: each.expiresAt.toISOString(),
      }));
      return { rows: shown, next };
    });
  }

  /** @throws RequestProblem CONFIRMATION_REQUIRED, SESSION_NOT_FOUND. */
  endSession(actor: Actor, session: OpenSession, id: string): Promise<void> {
    assertFresh(session);
    const { personId } = session;
    return this.database.as(actor, async (tx) => {
      if (!(await tx.sessions.remove(personId, id))) throw new RequestProblem('SESSION_NOT_FOUND');
      tx.audit.notePerson(personId, { action: 'person.session-revoked', objectId: id });
    });
  }

  /** @throws RequestProblem CONFIRMATION_REQUIRED. */
  endOtherSessions(actor: Actor, session: OpenSession): Promise<void> {
    assertFresh(session);
    const { personId, sessionId } = session;
    return this.database.as(actor, async (tx) => {
      const sessions = await tx.sessions.removeAll(personId, sessionId);
      const after = { sessions };
      tx.audit.notePerson(personId, { action: 'person.session-revoked', after });
    });
  }
}

/** What changed; of the name only that it did, since nothing can be erased from the log. */
function profileChange(person: PersonRow, facts: PersonFacts) {
  const { name, language, timeZone } = person;
  const before = { name, language, timeZone };
  const action = 'person.profile-changed' as const;
  const changes = changesOf(action, before, { ...facts });
  const fields = (['name', 'language', 'timeZone'] as const).filter(
    (field) => before[field] !== facts[field],
  );
  const after = { ...changes.after, fields };
  return { action, objectId: person.id, before: changes.before, after };
}

function shownPerson(person: PersonRow, factors: FactorSummary): MeOutDto {
  return {
    id: person.id,
    email: person.email ?? '',
    name: person.name ?? '',
    language: person.language,
    timeZone: person.timeZone,
    synthetic: person.isSynthetic,
    version: person.version,
    createdAt: person.createdAt.toISOString(),
    factors: { ...factors },
  };
}
