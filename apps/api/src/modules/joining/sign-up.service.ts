import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  DEFAULT_TIME_ZONE,
  emailOf,
  inSeconds,
  LINKS,
  sendPasswordLink,
  SIGN_UP_SECONDS,
} from '@sukoyaka/accounts';
import { hashPassword, newToken, tokenHash } from '@sukoyaka/credentials';
import { lineOf } from '@sukoyaka/kernel';
import {
  Database,
  type LinkPurpose,
  type LinkRow,
  serviceActor,
  type Transaction,
} from '@sukoyaka/persistence';
import { AppConfig } from '../../platform/config/app-config.js';
import { Afterwards } from '../../platform/http/afterwards.js';
import { SignInThrottle } from '../../platform/identity/sign-in-throttle.js';
import { MailThrottle } from '../../platform/mail/mail-throttle.js';
import { Postman } from '../../platform/mail/postman.js';
import { assertPassword } from '../../platform/people/password.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { type OpenedSession, type Origin, SessionOpener } from '../session/session-opener.js';
import { personIn } from '../me/person-in.js';
import type { SignUpInDto } from './dto/joining.dto.js';
import { PeopleService } from './people.service.js';

/** Accounts that people ask for themselves, and passwords that they have forgotten. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
    private readonly throttle: MailThrottle,
    private readonly signIns: SignInThrottle,
    private readonly afterwards: Afterwards,
    private readonly people: PeopleService,
    private readonly postman: Postman,
    private readonly opener: SessionOpener,
  ) {}

  /**
   * Mails a link to the address. The answer is the same whether there is an account or not: which
   * it is, is looked up when the request has been answered.
   * @throws RequestProblem SIGN_UP_CLOSED, TOO_MANY_REQUESTS.
   */
  async ask(dto: SignUpInDto, { address }: Origin, correlationId: string): Promise<void> {
    if (this.config.signUp === 'invited') throw new RequestProblem('SIGN_UP_CLOSED');
    const email = emailOf(dto.email);
    const nobody = serviceActor(correlationId);
    const isAllowed = await this.database.as(nobody, (tx) =>
      this.throttle.allows(tx, 'sign-up', email, address),
    );
    if (isAllowed) {
      this.afterwards.begin(correlationId, () => this.#mailSignUp(dto, email, correlationId));
    }
  }

  async #mailSignUp(dto: SignUpInDto, email: string, correlationId: string): Promise<void> {
    const known = await this.people.findByEmail(email, correlationId);
    const token = newToken();
    const work = (tx: Transaction) =>
      known === null
        ? this.#postLink(tx, dto, email, token)
        : this.postman.post(
            tx,
            'account-exists',
            { ...known, email },
            {
              link: LINKS.account,
              resetLink: LINKS.forgotten,
            },
          );
    await this.database.as(serviceActor(correlationId), work, tokenHash(token));
  }

  async #postLink(tx: Transaction, dto: SignUpInDto, email: string, token: string): Promise<void> {
    const { language } = dto;
    const name = lineOf(dto.name);
    const timeZone = dto.timeZone ?? DEFAULT_TIME_ZONE;
    const link: LinkRow = { purpose: 'sign-up', email, personId: null, language, name, timeZone };
    await tx.links.insert(tokenHash(token), link, SIGN_UP_SECONDS);
    const said = { link: LINKS.signUp(token), expiresAt: inSeconds(SIGN_UP_SECONDS) };
    await this.postman.post(tx, 'sign-up', { email, name, language, timeZone }, said);
  }

  /** Makes the account and signs in. @throws RequestProblem LINK_INVALID, PASSWORD_UNFIT. */
  async confirm(
    token: string,
    password: string,
    origin: Origin,
    correlationId: string,
  ): Promise<OpenedSession> {
    const personId = randomUUID();
    const actor = serviceActor(correlationId, personId);
    assertPassword(password, await this.#linkOf(token, 'sign-up', correlationId));
    const hash = await hashPassword(password);
    return this.database.as(
      actor,
      async (tx) => {
        const link = await tx.links.use(tokenHash(token), 'sign-up');
        if (link === null) throw new RequestProblem('LINK_INVALID');
        const { email, language } = link;
        const facts = {
          name: link.name ?? email,
          language,
          timeZone: link.timeZone ?? DEFAULT_TIME_ZONE,
        };
        await this.people.create(tx, personId, email, facts, hash);
        await this.signIns.noteLink(tx, { personId, email, origin });
        const person = await personIn(tx, personId);
        const proof = { method: 'link', hasSecondFactor: false } as const;
        return this.opener.open(tx, person, proof, origin);
      },
      tokenHash(token),
    );
  }

  /**
   * Mails a link to set a new password, where there is an account. Nothing tells whether: that is
   * looked up when the request has been answered.
   * @throws RequestProblem TOO_MANY_REQUESTS.
   */
  async askForReset(typed: string, { address }: Origin, correlationId: string): Promise<void> {
    const email = emailOf(typed);
    const nobody = serviceActor(correlationId);
    const isAllowed = await this.database.as(nobody, (tx) =>
      this.throttle.allows(tx, 'password-reset', email, address),
    );
    if (isAllowed) {
      this.afterwards.begin(correlationId, () => this.#mailReset(email, correlationId));
    }
  }

  async #mailReset(email: string, correlationId: string): Promise<void> {
    const person = await this.people.findByEmail(email, correlationId);
    if (person === null || !this.opener.isFor(person)) return;
    const [token, actor] = [newToken(), serviceActor(correlationId, person.id)];
    const work = async (tx: Transaction) => {
      await sendPasswordLink(tx, this.config, { ...person, email }, token);
    };
    await this.database.as(actor, work, tokenHash(token));
  }

  /**
   * Sets the password anew and ends every session.
   * @returns the mark by which the browser is known from now on.
   * @throws RequestProblem LINK_INVALID, PASSWORD_UNFIT.
   */
  async reset(
    token: string,
    password: string,
    origin: Origin,
    correlationId: string,
  ): Promise<string> {
    const key = tokenHash(token);
    const { personId } = await this.#linkOf(token, 'password-reset', correlationId);
    if (personId === null) throw new Error('a link for a new password is for somebody');
    const actor = serviceActor(correlationId, personId);
    assertPassword(password, await this.database.as(actor, (tx) => personIn(tx, personId)));
    const hash = await hashPassword(password);
    return this.database.as(
      actor,
      async (tx) => {
        const link = await tx.links.use(key, 'password-reset');
        if (link === null) throw new RequestProblem('LINK_INVALID');
        const person = await personIn(tx, personId);
        await tx.credentials.setPassword(personId, hash);
        await tx.sessions.removeAll(personId);
        tx.audit.notePerson(personId, { action: 'person.password-reset', objectId: personId });
        const said = { at: new Date(), link: LINKS.forgotten };
        await this.postman.post(tx, 'password-changed', { ...person, email: link.email }, said);
        return this.signIns.noteLink(tx, { personId, email: link.email, origin });
      },
      key,
    );
  }

  /** Asked before a password is hashed: nobody has that done without a link that opens something. */
  async #linkOf(token: string, purpose: LinkPurpose, correlationId: string): Promise<LinkRow> {
    const key = tokenHash(token);
    const nobody = serviceActor(correlationId);
    const link = await this.database.as(nobody, (tx) => tx.links.find(key, purpose), key);
    if (link === null) throw new RequestProblem('LINK_INVALID');
    return link;
  }
}
