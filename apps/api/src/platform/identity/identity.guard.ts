import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isApiToken, isToken, tokenHash } from '@sukoyaka/credentials';
import { Database, type OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppConfig } from '../config/app-config.js';
import { RequestProblem } from '../problems/request-problem.js';
import { type Access, ACCESS_METADATA } from './access.decorator.js';
import { SESSION_COOKIE } from './cookies.js';
import { type Identity, nobody, setIdentity } from './identity.js';

/** Establishes who sends a request, and lets it through to the routes that are for them. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  /** @throws RequestProblem SIGN_IN_REQUIRED, SECOND_FACTOR_REQUIRED, STAFF_ONLY, PERSON_ONLY. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS_METADATA, targets);
    // A route that says nothing is for nobody.
    if (access === undefined) throw new Error('A route does not say whom it is for');
    const isUnknown = access.for === 'anybody' && !access.isRecognised;
    const identity = isUnknown ? nobody(request.id) : await this.#identify(request);
    setIdentity(request, identity);
    if (identity.actor.kind !== 'service') await request.server.countSender(request, reply);
    assertAllowed(identity, access);
    return true;
  }

  async #identify(request: FastifyRequest): Promise<Identity> {
    const bearer = bearerOf(request.headers.authorization);
    if (bearer !== undefined) return this.#machine(bearer, request.id);
    const cookie = request.cookies[SESSION_COOKIE];
    if (!isToken(cookie)) return nobody(request.id);
    const sessionHash = tokenHash(cookie);
    const session = await this.database.openSession(sessionHash, this.config.sessionIdleSeconds);
    if (session === null) return nobody(request.id);
    const { personId } = session;
    const actor = { kind: 'person', personId, sessionHash, correlationId: request.id } as const;
    return { actor, session, token: null };
  }

  /** @throws RequestProblem TOKEN_INVALID: who presents one means it. */
  async #machine(bearer: string, correlationId: string): Promise<Identity> {
    const hash = isApiToken(bearer) ? tokenHash(bearer) : null;
    const token = hash === null ? null : await this.database.openToken(hash);
    if (hash === null || token === null) throw new RequestProblem('TOKEN_INVALID');
    const { tokenId } = token;
    const actor = { kind: 'token', tokenId, tokenHash: hash, correlationId } as const;
    return { actor, session: null, token };
  }
}

function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
}

function assertAllowed({ session, token }: Identity, access: Access): void {
  if (access.for === 'anybody') return;
  if (token !== null) {
    if (access.for === 'member') return;
    throw new RequestProblem('PERSON_ONLY');
  }
  if (session === null) throw new RequestProblem('SIGN_IN_REQUIRED');
  const stages = access.for === 'person' ? access.stages : (['full'] as const);
  assertStage(session, stages);
  if (access.for !== 'staff') return;
  if (!session.roles.includes(access.role)) throw new RequestProblem('STAFF_ONLY');
  if (session.secondFactorAt === null) throw new RequestProblem('SECOND_FACTOR_REQUIRED');
}

function assertStage({ stage }: OpenSession, stages: readonly string[]): void {
  if (stages.includes(stage)) return;
  if (stage === 'second-factor') throw new RequestProblem('SECOND_FACTOR_REQUIRED');
  if (stage === 'enrolment') throw new RequestProblem('SECOND_FACTOR_SETUP_REQUIRED');
  throw new RequestProblem('ALREADY_SIGNED_IN');
}
