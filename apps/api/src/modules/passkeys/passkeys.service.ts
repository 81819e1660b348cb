import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { noteFactorChange } from '@sukoyaka/accounts';
import { lineOf } from '@sukoyaka/kernel';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import {
  type Actor,
  Database,
  type NewPasskey,
  type OpenSession,
  type PersonRow,
  type Transaction,
} from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { assertFresh } from '../../platform/identity/fresh.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { assertWayIn } from '../me/ways-in.js';
import { personIn } from '../me/person-in.js';
import { assertDispensable, makeRecoveryCodes } from '../me/totp.service.js';
import { type OpenedSession, type Origin, SessionOpener } from '../session/session-opener.js';
import type { PasskeyInDto, PasskeyListOutDto } from './dto/passkey.dto.js';
import { RelyingParty } from './relying-party.js';

/** Of a person, so that a list of them needs no pages. */
export const MOST_PASSKEYS = 20;

export interface PasskeyAdded {
  readonly id: string;
  readonly opened: OpenedSession;
  readonly recoveryCodes: readonly string[];
}

/** The passkeys of a person: adds, lists and removes them. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly relyingParty: RelyingParty,
    private readonly opener: SessionOpener,
  ) {}

  /** @throws RequestProblem CONFIRMATION_REQUIRED, TOO_MANY_PASSKEYS. */
  async options(
    actor: Actor,
    session: OpenSession,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    assertFresh(session);
    const { person, known } = await this.database.as(actor, async (tx) => ({
      person: await personIn(tx, session.personId),
      known: await tx.passkeys.list(session.personId),
    }));
    if (known.length >= MOST_PASSKEYS) throw tooMany();
    return this.relyingParty.creationOptions(person, known);
  }

  /**
   * Adds a passkey, which its person has just used: the session goes on as a new one with a second
   * factor. Others end with the first factor, since they have shown none.
   * @throws RequestProblem CONFIRMATION_REQUIRED, PASSKEY_INVALID, PASSKEY_EXISTS, TOO_MANY_PASSKEYS.
   */
  async add(
    actor: Actor,
    session: OpenSession,
    { label, credential }: PasskeyInDto,
    challenge: string,
    origin: Origin,
  ): Promise<PasskeyAdded> {
    assertFresh(session);
    const registered = await this.relyingParty.registered(credential, challenge);
    if (registered === null) throw new RequestProblem('PASSKEY_INVALID');
    const { id: credentialId, publicKey, counter } = registered.credential;
    const passkey: NewPasskey = {
      id: randomUUID(),
      credentialId,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: credential.response.transports ?? [],
      isBackedUp: registered.credentialBackedUp,
      label: lineOf(label),
    };
    return this.database.as(actor, (tx) => this.#insert(tx, session, passkey, origin));
  }

  async #insert(
    tx: Transaction,
    { personId, sessionId, method, authenticatedAt }: OpenSession,
    passkey: NewPasskey,
    origin: Origin,
  ): Promise<PasskeyAdded> {
    await tx.people.hold(personId);
    const person = await personIn(tx, personId);
    const { hasTotp, passkeys, recoveryCodes } = await tx.credentials.summary(personId);
    if (passkeys >= MOST_PASSKEYS) throw tooMany();
    await tx.passkeys.insert(personId, passkey);
    await this.#tell(tx, person, 'passkey-added', passkey.id, passkey.isBackedUp);
    const codes = recoveryCodes > 0 ? [] : await makeRecoveryCodes(tx, personId);
    if (!hasTotp && passkeys === 0) await tx.sessions.removeAll(personId, sessionId);
    await tx.sessions.remove(personId, sessionId);
    const proof = { method, hasSecondFactor: true, authenticatedAt };
    const opened = await this.opener.open(tx, person, proof, origin);
    return { id: passkey.id, opened, recoveryCodes: codes };
  }

  list(actor: Actor, { personId }: OpenSession): Promise<PasskeyListOutDto> {
    return this.database.as(actor, async (tx) => ({
      passkeys: (await tx.passkeys.list(personId)).map((each) => ({
        id: each.id,
        label: each.label,
        synced: each.isBackedUp,
        createdAt: each.createdAt.toISOString(),
        lastUsedAt: each.lastUsedAt?.toISOString() ?? null,
      })),
    }));
  }

  /**
   * @throws RequestProblem CONFIRMATION_REQUIRED, PASSKEY_NOT_FOUND; SECOND_FACTOR_NEEDED for the
   *   last factor of who must have one; LAST_SIGN_IN for the last way to sign in.
   */
  remove(actor: Actor, session: OpenSession, id: string): Promise<void> {
    assertFresh(session);
    const { personId } = session;
    return this.database.as(actor, async (tx) => {
      await tx.people.hold(personId);
      const person = await personIn(tx, personId);
      const removed = await tx.passkeys.remove(personId, id);
      if (removed === null) throw new RequestProblem('PASSKEY_NOT_FOUND');
      const left = await tx.credentials.summary(personId);
      const factors = left.passkeys + (left.hasTotp ? 1 : 0);
      await assertDispensable(tx, personId, factors);
      assertWayIn(left);
      if (factors === 0) await tx.credentials.removeRecoveryCodes(personId);
      await this.#tell(tx, person, 'passkey-removed', id, removed.isBackedUp);
    });
  }

  async #tell(
    tx: Transaction,
    person: PersonRow,
    change: 'passkey-added' | 'passkey-removed',
    id: string,
    synced: boolean,
  ): Promise<void> {
    const facts = { synced };
    const said = change === 'passkey-added' ? { after: facts } : { before: facts };
    tx.audit.notePerson(person.id, { action: `person.${change}`, objectId: id, ...said });
    await noteFactorChange(tx, this.config, person, change);
  }
}

function tooMany(): RequestProblem {
  return new RequestProblem('TOO_MANY_PASSKEYS', { limit: MOST_PASSKEYS });
}
