import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DEFAULT_TIME_ZONE, emailOf, isEmail, LONGEST_PERSON_NAME } from '@sukoyaka/accounts';
import { lineOf, type Locale } from '@sukoyaka/kernel';
import {
  Database,
  identityKey,
  type IdentityRow,
  type OpenSession,
  serviceActor,
  type Transaction,
} from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { PeopleService } from '../joining/people.service.js';
import { personIn } from '../me/person-in.js';
import { type OpenedSession, type Origin, SessionOpener } from '../session/session-opener.js';
import { Provider, type Subject, type SubjectFacts } from './provider.js';

/** How a sign-in with the provider came here. */
export interface Arrival {
  readonly session: OpenSession | null;
  readonly origin: Origin;
  readonly locale: Locale;
  readonly correlationId: string;
}

/**
 * Signs people in whom the provider has signed in. They are known by issuer and subject alone: an
 * e-mail address that the provider names never opens an account that there is, since a provider, or
 * whoever gets an address of it, could take over any account so. The account's person links it.
 */
@Injectable()
export class OidcService {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
    private readonly provider: Provider,
    private readonly people: PeopleService,
    private readonly opener: SessionOpener,
  ) {}

  /**
   * @throws RequestProblem for who is not known yet: OIDC_EMAIL_UNVERIFIED, OIDC_ACCOUNT_EXISTS,
   *   SIGN_UP_CLOSED.
   */
  async signIn(subject: Subject, arrival: Arrival): Promise<OpenedSession> {
    const { issuer, subject: id } = subject;
    const { correlationId } = arrival;
    const nobody = serviceActor(correlationId);
    const find = (tx: Transaction) => tx.identities.find(issuer, id);
    const known = await this.database.as(nobody, find, identityKey(issuer, id));
    return known === null ? this.#join(subject, arrival) : this.#open(known, subject, arrival);
  }

  #open(known: IdentityRow, subject: Subject, arrival: Arrival): Promise<OpenedSession> {
    const { personId } = known;
    const { session, origin, correlationId } = arrival;
    return this.database.as(serviceActor(correlationId, personId), async (tx) => {
      const person = await personIn(tx, personId);
      await tx.identities.noteUse(personId, known.id);
      if (session?.personId === personId) await tx.sessions.remove(personId, session.sessionId);
      return this.opener.open(tx, person, this.#proofOf(subject), origin);
    });
  }

  /** Makes an account for an address that the provider has verified and nobody has here. */
  async #join(subject: Subject, arrival: Arrival): Promise<OpenedSession> {
    const facts = await subject.facts();
    const email = this.#verifiedEmail(facts);
    const { locale, origin, correlationId } = arrival;
    const known = await this.people.findByEmail(email, correlationId);
    if (known !== null) throw new RequestProblem('OIDC_ACCOUNT_EXISTS');
    const personId = randomUUID();
    const actor = serviceActor(correlationId, personId);
    const work = async (tx: Transaction) => {
      if (this.config.signUp === 'invited' && !(await tx.people.isAwaited())) {
        throw new RequestProblem('SIGN_UP_CLOSED');
      }
      const about = {
        name: shownName(facts, email),
        language: locale,
        timeZone: DEFAULT_TIME_ZONE,
      };
      await this.people.create(tx, personId, email, about, null);
      await link(tx, personId, subject);
      const person = await personIn(tx, personId);
      return this.opener.open(tx, person, this.#proofOf(subject), origin);
    };
    return this.database.as(actor, work, email);
  }

  /** As it is kept; one that would have to be rewritten for that was not verified in that form. */
  #verifiedEmail({ email, isEmailVerified }: SubjectFacts): string {
    const { emailDomains } = this.provider.settings;
    const kept = emailOf(email ?? '');
    const isUnaltered = kept === email?.toLowerCase() && isEmail(kept);
    const domain = kept.slice(kept.lastIndexOf('@') + 1);
    const isVouchedFor = emailDomains.length === 0 || emailDomains.includes(domain);
    if (isEmailVerified && isUnaltered && isVouchedFor) return kept;
    throw new RequestProblem('OIDC_EMAIL_UNVERIFIED');
  }

  #proofOf({ hasMfa, authenticatedAt = new Date(0) }: Subject) {
    const hasSecondFactor = hasMfa && this.provider.settings.trustsMfa;
    // A provider that does not say when counts as long ago: changing the account takes more.
    return { method: 'oidc', hasSecondFactor, authenticatedAt } as const;
  }
}

/** Links the subject to a person's account. @throws DomainError IDENTITY_TAKEN. */
export async function link(tx: Transaction, personId: string, subject: Subject): Promise<void> {
  const { issuer } = subject;
  const id = randomUUID();
  await tx.identities.insert(personId, id, issuer, subject.subject);
  const after = { issuer };
  tx.audit.notePerson(personId, { action: 'person.identity-linked', objectId: id, after });
}

/** The name as the provider has it, on one line; the address where it has none. */
function shownName({ name = '' }: SubjectFacts, email: string): string {
  const line = lineOf(name.toWellFormed().replace(/[\p{Cc}\u2028\u2029]/gu, ' '));
  const shown = Array.from(line).slice(0, LONGEST_PERSON_NAME).join('').trim();
  return shown === '' ? email : shown;
}
