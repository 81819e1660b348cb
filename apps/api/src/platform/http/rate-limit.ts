import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isToken, tokenHash } from '@sukoyaka/credentials';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../identity/cookies.js';
import { RequestProblem } from '../problems/request-problem.js';

const WINDOW_MS = 60_000;
/** Requests of one address, as a multiple of those of one session: offices share addresses. */
const SESSIONS_PER_ADDRESS = 20;

/** Says in every answer how many requests are left, and refuses those beyond. */
export async function limitRequests(
  app: NestFastifyApplication,
  requestsPerMinute: number,
): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    timeWindow: WINDOW_MS,
    max: (request: FastifyRequest) =>
      bearerOf(request) === undefined
        ? requestsPerMinute * SESSIONS_PER_ADDRESS
        : requestsPerMinute,
    keyGenerator: (request: FastifyRequest) => bearerOf(request) ?? request.ip,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) =>
      new RequestProblem('TOO_MANY_REQUESTS', { seconds: Math.ceil(ttl / 1000) }),
  });
}

/** What stands for who asks; its hash, so that no secret is kept here. */
function bearerOf(request: FastifyRequest): string | undefined {
  const cookie = request.cookies[SESSION_COOKIE];
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const secret = bearer ?? (isToken(cookie) ? cookie : undefined);
  return secret === undefined ? undefined : tokenHash(secret);
}
