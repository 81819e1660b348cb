import { Injectable } from '@nestjs/common';
import type { OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type OneTimeCookie, OneTimeCookies } from '../../platform/identity/one-time-cookies.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { CEREMONY_SECONDS } from './relying-party.js';

const COOKIE: OneTimeCookie = {
  name: '__Host-sukoyaka-challenge',
  lifetimeSeconds: CEREMONY_SECONDS,
  sameSite: 'strict',
};

/** What a challenge is for: one for a sign-in adds no passkey. */
export type Ceremony = 'registration' | 'sign-in';

interface Asked {
  readonly ceremony: Ceremony;
  readonly challenge: string;
  /** In which session, if its person is known. */
  readonly sessionId: string | null;
}

/** The challenge that the next answer of a passkey has to be to: bound to browser and session. */
@Injectable()
export class Challenges {
  constructor(private readonly cookies: OneTimeCookies) {}

  keep(
    reply: FastifyReply,
    ceremony: Ceremony,
    challenge: string,
    session: OpenSession | null,
  ): void {
    const asked: Asked = { ceremony, challenge, sessionId: session?.sessionId ?? null };
    this.cookies.keep(reply, COOKIE, asked);
  }

  /** Serves once, whatever the answer to it is. @throws RequestProblem PASSKEY_CHALLENGE_GONE. */
  async take(
    request: FastifyRequest,
    reply: FastifyReply,
    ceremony: Ceremony,
    session: OpenSession | null,
  ): Promise<string> {
    const asked = await this.cookies.take<Asked>(request, reply, COOKIE);
    const isHere = asked?.sessionId === (session?.sessionId ?? null);
    if (asked === null || asked.ceremony !== ceremony || !isHere) {
      throw new RequestProblem('PASSKEY_CHALLENGE_GONE');
    }
    return asked.challenge;
  }
}
