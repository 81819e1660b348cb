import { Injectable } from '@nestjs/common';
import { emailOf, noteFactorChange, totpContext } from '@sukoyaka/accounts';
import {
  hashPassword,
  needsRehash,
  recoveryCodeHash,
  totpStep,
  unseal,
  verifyPassword,
} from '@sukoyaka/credentials';
import {
  type Actor,
  Database,
  type OpenSession,
  type PersonRow,
  serviceActor,
  type Transaction,
} from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { Afterwards } from '../../platform/http/afterwards.js';
import { type Attempt, SignInThrottle } from '../../platform/identity/sign-in-throttle.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { type OpenedSession, type Origin, SessionOpener } from './session-opener.js';

/** An id that no person has: where an address is unknown, the same is asked for nobody. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What was found out about an attempt, before anything is answered. */
type Verdict = OpenedSession | RequestProblem;

/** Signs people in with a password, and with a second factor where there is one. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly throttle: SignInThrottle,
    private readonly opener: SessionOpener,
    private readonly afterwards: Afterwards,
  ) {}

  /**
   * Ends the session that the person had in this browser until then.
   * @throws RequestProblem SIGN_IN_FAILED, whatever of the two was wrong; SIGN_IN_THROTTLED.
   */
  async withPassword(
    { email: typed, password }: { readonly email: string; readonly password: string },
    session: OpenSession | null,
    origin: Origin,
    correlationId: string,
  ): Promise<OpenedSession> {
    const email = emailOf(typed);
    const nobody = serviceActor(correlationId);
    const found = await this.database.as(nobody, (tx) => tx.people.findByEmail(email), email);
    // Who cannot have a session is as unknown as an address that nobody has.
    const person = found !== null && this.opener.isFor(found) ? found : null;
    const actor = serviceActor(correlationId, person?.id);
    const attempt = attemptOf('password', email, person?.id ?? null, origin);
    const hash = await this.database.as(actor, async (tx) => {
      await this.throttle.count(tx, attempt);
      return tx.credentials.passwordHash(person?.id ?? NOBODY);
    });
    // Outside of any transaction: it takes long on purpose.
    const isRight = await verifyPassword(hash, password);
    if (!isRight || person === null) {
      // Noted later: that takes time, which would tell whose address there is.
      if (person !== null) this.#noteLater(correlationId, actor, attempt);
      throw new RequestProblem('SIGN_IN_FAILED');
    }
    const renewed = hash !== undefined && needsRehash(hash);
    const newHash = renewed ? await hashPassword(password) : undefined;
    return settled(
      await this.database.as(actor, async (tx): Promise<Verdict> => {
        if (!(await isStill(tx, person.id, hash))) return refused(tx, attempt, 'SIGN_IN_FAILED');
        if (newHash !== undefined) await tx.credentials.setPassword(person.id, newHash);
        await this.throttle.noteSuccess(tx, attempt);
        if (session?.personId === person.id) await tx.sessions.remove(person.id, session.sessionId);
        const proof = { method: 'password', hasSecondFactor: false } as const;
        return this.opener.open(tx, person, proof, origin);
      }),
    );
  }

  #noteLater(correlationId: string, actor: Actor, attempt: Attempt): void {
    this.afterwards.begin(correlationId, () =>
      this.database.as(actor, (tx) => Promise.resolve(noteFailure(tx, attempt))),
    );
  }

  /** @throws RequestProblem SECOND_FACTOR_WRONG, SIGN_IN_THROTTLED. */
  async withCode(
    { personId, sessionId, method }: OpenSession,
    code: string,
    origin: Origin,
    correlationId: string,
  ): Promise<OpenedSession> {
    const actor = serviceActor(correlationId, personId);
    return settled(
      await this.database.as(actor, async (tx): Promise<Verdict> => {
        const person = await tx.people.find(personId);
        if (person === null) throw new RequestProblem('SIGN_IN_REQUIRED');
        const refusal = await this.judgeCode(tx, person, code, origin);
        if (refusal !== undefined) return refusal;
        // It may have been ended meanwhile, as by a new password.
        const isOpen = await tx.sessions.remove(personId, sessionId);
        if (!isOpen) throw new RequestProblem('SIGN_IN_REQUIRED');
        return this.opener.open(tx, person, { method, hasSecondFactor: true }, origin);
      }),
    );
  }

  /**
   * Uses a code of the app or a recovery code up. A refusal is handed back, for its count to stay.
   * @throws RequestProblem SIGN_IN_THROTTLED.
   */
  async judgeCode(
    tx: Transaction,
    person: PersonRow,
    code: string,
    origin: Origin,
  ): Promise<RequestProblem | undefined> {
    const { id } = person;
    const attempt = attemptOf('factor', id, id, origin);
    await this.throttle.count(tx, attempt);
    const isRight =
      (await this.#isTotp(tx, id, code)) || (await this.#isRecovery(tx, person, code));
    if (!isRight) return refused(tx, attempt, 'SECOND_FACTOR_WRONG');
    await this.throttle.noteSuccess(tx, attempt);
    return undefined;
  }

  /** Whether the code is of the person's authenticator, and has not been used. Uses it up. */
  async #isTotp(tx: Transaction, personId: string, code: string): Promise<boolean> {
    const totp = await tx.credentials.totp(personId);
    if (totp?.confirmedAt == null) return false;
    const key = this.config.keyring.key('totp');
    const secret = unseal(key, totp.sealedSecret, totpContext(personId));
    if (secret === undefined) return false;
    const step = totpStep(secret, code, new Date(), totp.lastStep);
    if (step === undefined) return false;
    await tx.credentials.useTotp(personId, step);
    return true;
  }

  async #isRecovery(tx: Transaction, person: PersonRow, code: string): Promise<boolean> {
    const hash = recoveryCodeHash(code);
    if (hash === undefined) return false;
    if (!(await tx.credentials.useRecoveryCode(person.id, hash))) return false;
    const action = 'person.recovery-code-used';
    tx.audit.notePerson(person.id, { action, objectId: person.id });
    await noteFactorChange(tx, this.config, person, 'recovery-code-used');
    return true;
  }
}

/** Notes a failure; handed back, since throwing would take the count and the note back. */
function refused(
  tx: Transaction,
  attempt: Attempt,
  code: 'SIGN_IN_FAILED' | 'SECOND_FACTOR_WRONG',
): RequestProblem {
  noteFailure(tx, attempt);
  return new RequestProblem(code);
}

function noteFailure(tx: Transaction, { personId, kind }: Attempt): void {
  if (personId === null) return;
  const action = 'person.sign-in-failed';
  tx.audit.notePerson(personId, { action, objectId: personId, after: { method: kind } });
}

/**
 * Whether the password that was checked still holds: while that took its time, a new one may have
 * been set, and every session ended, against whoever knows the old one. Held until `tx` ends.
 */
export async function isStill(
  tx: Transaction,
  personId: string,
  hash: string | undefined,
): Promise<boolean> {
  return (await tx.credentials.holdPasswordHash(personId)) === hash;
}

export function attemptOf(
  kind: Attempt['kind'],
  account: string,
  personId: string | null,
  { address, deviceMark }: Origin,
): Attempt {
  return { kind, account, personId, address, deviceMark };
}

/** @throws RequestProblem for a verdict that is one. */
export function settled<T>(verdict: T | RequestProblem): T {
  if (verdict instanceof RequestProblem) throw verdict;
  return verdict;
}
