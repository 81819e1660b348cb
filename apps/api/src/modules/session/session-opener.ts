import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { deviceMark, knownDevice, newToken, tokenHash } from '@sukoyaka/credentials';
import type { PersonRow, SessionStage, SignInMethod, Transaction } from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { LINKS } from '@sukoyaka/accounts';
import { Postman } from '../../platform/mail/postman.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';

/** Where a sign-in comes from. */
export interface Origin {
  readonly address: string;
  readonly userAgent: string;
  readonly deviceMark: string | undefined;
}

/** What the browser is to keep. */
export interface OpenedSession {
  readonly token: string;
  readonly stage: SessionStage;
  /** Present once the sign-in is complete. */
  readonly deviceMark?: string;
}

/** How somebody has shown who they are. */
export interface Proof {
  readonly method: SignInMethod;
  readonly hasSecondFactor: boolean;
  /** When, where that was not just now: a provider may have known them for hours. */
  readonly authenticatedAt?: Date | undefined;
}

/** A sign-in that waits for its second factor, or for one to be set up, ends after this. */
const UNFINISHED_SECONDS = 900;
const LONGEST_USER_AGENT = 200;

/** Opens sessions. Each step of a sign-in opens a new one: a token never gains in worth. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly config: AppConfig,
    private readonly postman: Postman,
  ) {}

  /** Whether somebody can have a session at all: who is made up, only in a demonstration. */
  isFor({ isSynthetic }: PersonRow): boolean {
    return !isSynthetic || this.config.isDemo;
  }

  /**
   * Opens the session that the proof is enough for. `tx` acts for the person.
   * @throws RequestProblem SIGN_IN_FAILED for who can have none.
   */
  async open(
    tx: Transaction,
    person: PersonRow,
    proof: Proof,
    origin: Origin,
  ): Promise<OpenedSession> {
    if (!this.isFor(person)) throw new RequestProblem('SIGN_IN_FAILED');
    const stage = await this.#stageOf(tx, person.id, proof);
    const [id, token] = [randomUUID(), newToken()];
    const isComplete = stage === 'full';
    const { sessionLifetimeSeconds } = this.config;
    await tx.sessions.insert(person.id, {
      id,
      tokenHash: tokenHash(token),
      stage,
      ...proof,
      userAgent: plain(origin.userAgent),
      lifetimeSeconds: isComplete ? sessionLifetimeSeconds : UNFINISHED_SECONDS,
    });
    if (!isComplete) return { token, stage };
    tx.audit.notePerson(person.id, {
      action: 'person.signed-in',
      objectId: id,
      after: { method: proof.method, secondFactor: proof.hasSecondFactor },
    });
    return { token, stage, deviceMark: await this.#deviceOf(tx, person, origin) };
  }

  async #stageOf(tx: Transaction, personId: string, proof: Proof): Promise<SessionStage> {
    if (proof.hasSecondFactor) return 'full';
    const { hasTotp, passkeys } = await tx.credentials.summary(personId);
    if (hasTotp || passkeys > 0) return 'second-factor';
    return (await tx.staff.rolesOf(personId)).length > 0 ? 'enrolment' : 'full';
  }

  /** The mark of a browser that is known; of a new one, about which the person is told. */
  async #deviceOf(tx: Transaction, person: PersonRow, origin: Origin): Promise<string> {
    const key = this.config.keyring.key('device');
    const known = knownDevice(key, origin.deviceMark);
    if (known?.personId === person.id && known.hasSignedIn)
      return deviceMark(key, person.id, known.nonce);
    if (person.email !== null) {
      await this.postman.post(
        tx,
        'sign-in-from-new-device',
        { ...person, email: person.email },
        {
          at: new Date(),
          device: plain(origin.userAgent) || '–',
          link: LINKS.account,
        },
      );
    }
    return deviceMark(key, person.id, randomUUID());
  }
}

function plain(userAgent: string): string {
  return userAgent.replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST_USER_AGENT);
}
