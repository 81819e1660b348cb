import { Injectable } from '@nestjs/common';
import { newToken, seal, tokenHash, unseal } from '@sukoyaka/credentials';
import { Database, serviceActor } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppConfig } from '../config/app-config.js';

/** What a browser keeps from one step of a sign-in to the next. */
export interface OneTimeCookie {
  /** With `__Host-`: of this host alone. */
  readonly name: string;
  readonly lifetimeSeconds: number;
  /** `lax` for what has to come back with a redirect of another site. */
  readonly sameSite: 'strict' | 'lax';
}

interface Kept<T> {
  /** By chance; its hash notes that the cookie has been used. */
  readonly token: string;
  readonly expiresAt: number;
  readonly value: T;
}

/**
 * State that lies with the browser, sealed: it can be neither read nor made nor moved to another
 * cookie, and is bound to the browser that began. A row is written only when it comes back, so that
 * those who merely open a sign-in page (which asks for a passkey's challenge each time) write none;
 * and that row is what makes it serve once, for every process of the service.
 */
@Injectable()
export class OneTimeCookies {
  constructor(
    private readonly config: AppConfig,
    private readonly database: Database,
  ) {}

  keep(reply: FastifyReply, cookie: OneTimeCookie, value: object): void {
    const { name, lifetimeSeconds } = cookie;
    const expiresAt = Date.now() + lifetimeSeconds * 1000;
    const kept: Kept<object> = { token: newToken(), expiresAt, value };
    const sealed = seal(this.config.keyring.key('state'), JSON.stringify(kept), name);
    void reply.setCookie(name, sealed, { ...attributesOf(cookie), maxAge: lifetimeSeconds });
  }

  /** What was kept, once: null when there is nothing, or it is too old or has been used. */
  async take<T extends object>(
    request: FastifyRequest,
    reply: FastifyReply,
    cookie: OneTimeCookie,
  ): Promise<T | null> {
    const { name } = cookie;
    const sealed = request.cookies[name];
    if (sealed === undefined) return null;
    void reply.clearCookie(name, attributesOf(cookie));
    const text = unseal(this.config.keyring.key('state'), sealed, name);
    if (text === undefined) return null;
    // Whatever opens was sealed by `keep`.
    const { token, expiresAt, value } = JSON.parse(text) as Kept<T>;
    if (expiresAt < Date.now()) return null;
    const actor = serviceActor(request.id);
    const isFirst = await this.database.as(actor, (tx) => tx.challenges.use(tokenHash(token)));
    return isFirst ? value : null;
  }
}

function attributesOf({ sameSite }: OneTimeCookie) {
  return { path: '/', httpOnly: true, secure: true, sameSite } as const;
}
