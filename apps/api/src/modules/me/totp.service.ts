import { Injectable } from '@nestjs/common';
import { noteFactorChange, totpContext } from '@sukoyaka/accounts';
import {
  newRecoveryCodes,
  newTotpSecret,
  recoveryCodeHash,
  seal,
  totpStep,
  totpUri,
  unseal,
} from '@sukoyaka/credentials';
import {
  type Actor,
  Database,
  type OpenSession,
  type PersonRow,
  type Transaction,
} from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { assertFresh } from '../../platform/identity/fresh.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { type OpenedSession, type Origin, SessionOpener } from '../session/session-opener.js';
import { personIn } from './person-in.js';

export interface TotpSetup {
  readonly secret: string;
  readonly uri: string;
}

export interface TotpEnabled {
  readonly opened: OpenedSession;
  readonly recoveryCodes: readonly string[];
}

/** Sets up and removes the codes of an authenticator app, and the codes for when it is lost. */
@Injectable()
export class TotpService {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly opener: SessionOpener,
  ) {}

  /** A new secret, which counts once a code of it has been shown. */
  begin(actor: Actor, session: OpenSession): Promise<TotpSetup> {
    assertFresh(session);
    const { personId } = session;
    return this.database.as(actor, async (tx) => {
      const person = await personIn(tx, personId);
      const secret = newTotpSecret();
      const sealed = seal(this.config.keyring.key('totp'), secret, totpContext(personId));
      const isBegun = await tx.credentials.beginTotp(personId, sealed);
      if (!isBegun) throw new RequestProblem('SECOND_FACTOR_EXISTS');
      return { secret, uri: totpUri(secret, person.email ?? '') };
    });
  }

  /** @throws RequestProblem SECOND_FACTOR_WRONG, SECOND_FACTOR_NOT_BEGUN. */
  confirm(actor: Actor, session: OpenSession, code: string, origin: Origin): Promise<TotpEnabled> {
    const { personId, sessionId, method, authenticatedAt } = session;
    return this.database.as(actor, async (tx) => {
      const person = await personIn(tx, personId);
      await this.#useFirstCode(tx, personId, code);
      const recoveryCodes = await this.#recoveryCodesIfNone(tx, personId);
      tx.audit.notePerson(personId, { action: 'person.totp-enabled', objectId: personId });
      await noteFactorChange(tx, this.config, person, 'totp-added');
      // Whoever else may be signed in has not shown the factor.
      await tx.sessions.removeAll(personId, sessionId);
      await tx.sessions.remove(personId, sessionId);
      const proof = { method, hasSecondFactor: true, authenticatedAt };
      return { opened: await this.opener.open(tx, person, proof, origin), recoveryCodes };
    });
  }

  async #useFirstCode(tx: Transaction, personId: string, code: string): Promise<void> {
    const totp = await tx.credentials.totp(personId);
    if (totp === null || totp.confirmedAt !== null) {
      throw new RequestProblem('SECOND_FACTOR_NOT_BEGUN');
    }
    const key = this.config.keyring.key('totp');
    const secret = unseal(key, totp.sealedSecret, totpContext(personId));
    const step =
      secret === undefined ? undefined : totpStep(secret, code, new Date(), totp.lastStep);
    if (step === undefined) throw new RequestProblem('SECOND_FACTOR_WRONG');
    await tx.credentials.useTotp(personId, step);
  }

  async #recoveryCodesIfNone(tx: Transaction, personId: string): Promise<readonly string[]> {
    const { recoveryCodes } = await tx.credentials.summary(personId);
    return recoveryCodes > 0 ? [] : makeRecoveryCodes(tx, personId);
  }

  /** @throws RequestProblem SECOND_FACTOR_NEEDED for the last one of who must have one. */
  remove(actor: Actor, session: OpenSession): Promise<void> {
    assertFresh(session);
    const { personId } = session;
    return this.database.as(actor, async (tx) => {
      await tx.people.hold(personId);
      const person = await personIn(tx, personId);
      const { passkeys } = await tx.credentials.summary(personId);
      await assertDispensable(tx, personId, passkeys);
      if (!(await tx.credentials.removeTotp(personId))) return;
      if (passkeys === 0) await tx.credentials.removeRecoveryCodes(personId);
      tx.audit.notePerson(personId, { action: 'person.totp-disabled', objectId: personId });
      await noteFactorChange(tx, this.config, person, 'totp-removed');
    });
  }

  /** New recovery codes; the earlier ones are void. */
  renewRecoveryCodes(actor: Actor, session: OpenSession): Promise<readonly string[]> {
    assertFresh(session);
    const { personId } = session;
    return this.database.as(actor, async (tx) => {
      const person: PersonRow = await personIn(tx, personId);
      const { hasTotp, passkeys } = await tx.credentials.summary(personId);
      if (!hasTotp && passkeys === 0) throw new RequestProblem('SECOND_FACTOR_NOT_BEGUN');
      await noteFactorChange(tx, this.config, person, 'recovery-codes-renewed');
      return makeRecoveryCodes(tx, personId);
    });
  }
}

/** Replaces the recovery codes of a person, who gets to see them this once. */
export async function makeRecoveryCodes(
  tx: Transaction,
  personId: string,
): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.flatMap((code) => recoveryCodeHash(code) ?? []);
  await tx.credentials.replaceRecoveryCodes(personId, hashes);
  tx.audit.notePerson(personId, { action: 'person.recovery-codes-made', objectId: personId });
  return codes;
}

/** @throws RequestProblem SECOND_FACTOR_NEEDED when no factor would be left that a role demands. */
export async function assertDispensable(
  tx: Transaction,
  personId: string,
  others: number,
): Promise<void> {
  if (others > 0 || (await tx.staff.rolesOf(personId)).length === 0) return;
  throw new RequestProblem('SECOND_FACTOR_NEEDED');
}
