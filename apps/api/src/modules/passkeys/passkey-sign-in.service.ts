import { Injectable } from '@nestjs/common';
import { LINKS } from '@sukoyaka/accounts';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import {
  type Actor,
  Database,
  type OpenSession,
  type PasskeyRow,
  type PersonRow,
  serviceActor,
  type Transaction,
} from '@sukoyaka/persistence';
import { type Attempt, SignInThrottle } from '../../platform/identity/sign-in-throttle.js';
import { Postman } from '../../platform/mail/postman.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { type OpenedSession, type Origin, SessionOpener } from '../session/session-opener.js';
import { attemptOf, settled } from '../session/sign-in.service.js';
import { RelyingParty, userHandle } from './relying-party.js';

type Verdict = OpenedSession | RequestProblem;
type Cause = 'answer' | 'counter';

/** One use of a passkey, as far as it is known before it is judged. */
interface Use {
  readonly passkey: PasskeyRow | null;
  readonly session: OpenSession | null;
  readonly attempt: Attempt;
  readonly origin: Origin;
}

/** Signs people in with a passkey: by itself, or as the second step after a password. */
@Injectable()
export class PasskeySignInService {
  constructor(
    private readonly database: Database,
    private readonly relyingParty: RelyingParty,
    private readonly throttle: SignInThrottle,
    private readonly opener: SessionOpener,
    private readonly postman: Postman,
  ) {}

  /** Names the person's passkeys in a second step; to anybody else, none. */
  async options(
    actor: Actor,
    session: OpenSession | null,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const half = halfDone(session);
    if (half === null) return this.relyingParty.requestOptions([]);
    const known = await this.database.as(actor, (tx) => tx.passkeys.list(half.personId));
    return this.relyingParty.requestOptions(known);
  }

  /** @throws RequestProblem PASSKEY_REFUSED, whatever was wrong; PASSKEY_CLONED; SIGN_IN_THROTTLED. */
  async signIn(
    response: AuthenticationResponseJSON,
    challenge: string,
    session: OpenSession | null,
    origin: Origin,
    correlationId: string,
  ): Promise<OpenedSession> {
    const nobody = serviceActor(correlationId);
    const find = (tx: Transaction) => tx.passkeys.findByCredential(response.id);
    const passkey = await this.database.as(nobody, find, response.id);
    const personId = halfDone(session)?.personId ?? passkey?.personId ?? null;
    const account = personId ?? response.id;
    const attempt = attemptOf('passkey', account, personId, origin);
    const actor = serviceActor(correlationId, personId);
    await this.database.as(actor, (tx) => this.throttle.count(tx, attempt));
    const isMeant = passkey !== null && isForPerson(response, passkey, session);
    const used = isMeant ? await this.relyingParty.used(response, challenge, passkey) : null;
    const use: Use = { passkey, session, attempt, origin };
    return settled(
      await this.database.as(actor, async (tx): Promise<Verdict> => {
        if (used === null || passkey === null) return refused(tx, attempt, 'answer');
        return this.#open(tx, passkey, { ...used, ...use });
      }),
    );
  }

  async #open(
    tx: Transaction,
    { personId, id }: PasskeyRow,
    use: Use & { readonly newCounter: number; readonly credentialBackedUp: boolean },
  ): Promise<Verdict> {
    const { session, attempt, origin, newCounter, credentialBackedUp } = use;
    const person = await tx.people.find(personId);
    const isThere = person !== null && person.erasedAt === null && this.opener.isFor(person);
    if (!isThere) return refused(tx, attempt, 'answer');
    if (!(await tx.passkeys.use(personId, id, newCounter, credentialBackedUp))) {
      await this.#tellOfCopy(tx, person);
      return refused(tx, attempt, 'counter');
    }
    await this.throttle.noteSuccess(tx, attempt);
    // The session until now ends, so that a token never gains in worth.
    const isOpen =
      session?.personId === personId && (await tx.sessions.remove(personId, session.sessionId));
    const half = halfDone(session);
    // It may have been ended meanwhile, as by a new password.
    if (half !== null && !isOpen) throw new RequestProblem('SIGN_IN_REQUIRED');
    const method = half?.method ?? 'passkey';
    return this.opener.open(tx, person, { method, hasSecondFactor: true }, origin);
  }

  async #tellOfCopy(tx: Transaction, person: PersonRow): Promise<void> {
    if (person.email === null) return;
    const said = { at: new Date(), link: LINKS.account };
    await this.postman.post(tx, 'passkey-copied', { ...person, email: person.email }, said);
  }
}

/** Notes a failure; handed back, since throwing would take the count and the note back. */
function refused(tx: Transaction, { personId }: Attempt, cause: Cause): RequestProblem {
  if (personId !== null) {
    const action = 'person.sign-in-failed';
    const after = { method: 'passkey', cause };
    tx.audit.notePerson(personId, { action, objectId: personId, after });
  }
  return new RequestProblem(cause === 'counter' ? 'PASSKEY_CLONED' : 'PASSKEY_REFUSED');
}

/** A sign-in that waits for its second factor; whoever is signed in already may begin anew. */
export function halfDone(session: OpenSession | null): OpenSession | null {
  return session?.stage === 'second-factor' ? session : null;
}

/** Whether a passkey is of the person whom its answer, and the first step if any, is about. */
function isForPerson(
  { response }: AuthenticationResponseJSON,
  { personId }: PasskeyRow,
  session: OpenSession | null,
): boolean {
  const half = halfDone(session);
  if (half !== null && half.personId !== personId) return false;
  // Where passkeys have been named, an authenticator may leave out whom it means.
  const isNamed = response.userHandle != null;
  return isNamed ? response.userHandle === userHandle(personId) : half !== null;
}
