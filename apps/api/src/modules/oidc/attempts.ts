import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppConfig } from '../../platform/config/app-config.js';
import { type OneTimeCookie, OneTimeCookies } from '../../platform/identity/one-time-cookies.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { Provider, type Secrets } from './provider.js';

/**
 * Sign-ins that one browser may have under way, as in several tabs: each has a cookie of its own,
 * and its state begins with the place of it. A fifth takes the place of another.
 */
const PLACES = 4;
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
    request: FastifyRequest,
    reply: FastifyReply,
    returnTo: string,
    session: OpenSession | null,
    isLink: boolean,
  ): Promise<string> {
    const place = freePlace(request);
    const drawn = this.provider.newSecrets();
    const secrets: Secrets = { ...drawn, state: `${place}${drawn.state}` };
    const maxAge = session === null ? this.config.sessionLifetimeSeconds : AGAIN_SECONDS;
    const address = await this.provider.signInAddress(secrets, maxAge);
    const linkFor = isLink ? (session?.sessionId ?? null) : null;
    const begun: Begun = { ...secrets, returnTo, linkFor };
    this.cookies.keep(reply, cookieAt(place), begun);
    return address.href;
  }

  /** @throws RequestProblem OIDC_STATE_INVALID without one that this browser began and may end. */
  async resume(
    request: FastifyRequest,
    reply: FastifyReply,
    session: OpenSession | null,
  ): Promise<Begun> {
    const place = placeIn(request);
    if (place === undefined) throw new RequestProblem('OIDC_STATE_INVALID');
    const begun = await this.cookies.take<Begun>(request, reply, cookieAt(place));
    const isHere = begun?.linkFor == null || begun.linkFor === session?.sessionId;
    if (begun === null || !isHere) throw new RequestProblem('OIDC_STATE_INVALID');
    return begun;
  }
}

/** Comes back with a redirect of the provider, so it must be lax. */
function cookieAt(place: number): OneTimeCookie {
  return { name: `__Host-sukoyaka-oidc-${place}`, lifetimeSeconds: 600, sameSite: 'lax' };
}

function freePlace({ cookies }: FastifyRequest): number {
  const places = Array.from({ length: PLACES }, (_, place) => place);
  const isFree = (place: number) => cookies[cookieAt(place).name] === undefined;
  return places.find(isFree) ?? randomInt(PLACES);
}

/** Which attempt an answer says it is to. Whether it is, its whole state has to show. */
function placeIn({ query }: FastifyRequest): number | undefined {
  const { state } = query as { readonly state?: unknown };
  const place = typeof state === 'string' ? Number(/^\d/.exec(state)?.[0] ?? NaN) : NaN;
  return place < PLACES ? place : undefined;
}
