import { Injectable } from '@nestjs/common';
import type { OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppConfig } from '../../platform/config/app-config.js';
import { type OneTimeCookie, OneTimeCookies } from '../../platform/identity/one-time-cookies.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { Provider, type Secrets } from './provider.js';

/** Comes back with a redirect of the provider, so it must be lax. */
const COOKIE: OneTimeCookie = {
  name: '__Host-sukoyaka-oidc',
  lifetimeSeconds: 600,
  sameSite: 'lax',
};
/** Who is signed in already and comes again shows anew who they are, within this time. */
const AGAIN_SECONDS = 300;

/** A sign-in with the provider that this browser has begun. */
export interface Begun extends Secrets {
  /** Where the browser goes in the end: a path of this service. */
  readonly returnTo: string;
  /** The session that asked for a link; null for a sign-in. */
  readonly linkFor: string | null;
}

/** Begins sign-ins with the provider, and takes them up again when the browser comes back. */
@Injectable()
export class Attempts {
  constructor(
    private readonly config: AppConfig,
    private readonly provider: Provider,
    private readonly cookies: OneTimeCookies,
  ) {}

  /** The provider's address to go to. @throws RequestProblem OIDC_NOT_OFFERED, OIDC_UNAVAILABLE. */
  async begin(
    reply: FastifyReply,
    returnTo: string,
    session: OpenSession | null,
    isLink: boolean,
  ): Promise<string> {
    const secrets = this.provider.newSecrets();
    const maxAge = session === null ? this.config.sessionLifetimeSeconds : AGAIN_SECONDS;
    const address = await this.provider.signInAddress(secrets, maxAge);
    const linkFor = isLink ? (session?.sessionId ?? null) : null;
    const begun: Begun = { ...secrets, returnTo, linkFor };
    this.cookies.keep(reply, COOKIE, begun);
    return address.href;
  }

  /** @throws RequestProblem OIDC_STATE_INVALID without one that this browser began and may end. */
  async resume(
    request: FastifyRequest,
    reply: FastifyReply,
    session: OpenSession | null,
  ): Promise<Begun> {
    const begun = await this.cookies.take<Begun>(request, reply, COOKIE);
    const isHere = begun?.linkFor == null || begun.linkFor === session?.sessionId;
    if (begun === null || !isHere) throw new RequestProblem('OIDC_STATE_INVALID');
    return begun;
  }
}
