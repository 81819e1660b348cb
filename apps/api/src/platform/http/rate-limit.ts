import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityOf } from '../identity/identity.js';
import { RequestProblem } from '../problems/request-problem.js';
import { isHealthCheck } from './health-check.js';
import { networkOf } from './network.js';

const WINDOW_SECONDS = 60;
/** Requests of one address, as a multiple of those of one sender: offices share addresses. */
const SENDERS_PER_ADDRESS = 20;

type Count = Awaited<ReturnType<ReturnType<FastifyRequest['server']['createRateLimit']>>>;

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Counts a request of somebody who has shown who they are: a session or a token.
     * @throws RequestProblem TOO_MANY_REQUESTS.
     */
    countSender: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  }
}

/**
 * Refuses requests beyond what an address and a sender may send, and says in every answer what is
 * left. An address is counted whatever comes from it: what a request merely claims to be could be
 * made up anew each time. Senders are counted once they are known.
 *
 * The counts are of this process: with several, each allows as much.
 */
export async function limitRequests(
  app: NestFastifyApplication,
  requestsPerMinute: number,
): Promise<void> {
  await app.register(rateLimit, { global: false, timeWindow: WINDOW_SECONDS * 1000 });
  const server = app.getHttpAdapter().getInstance();
  const ofAddress = server.createRateLimit({
    max: requestsPerMinute * SENDERS_PER_ADDRESS,
    keyGenerator: ({ ip }) => networkOf(ip),
  });
  const ofSender = server.createRateLimit({ max: requestsPerMinute, keyGenerator: senderOf });
  server.addHook('onRequest', async (request, reply) => {
    if (!isHealthCheck(request.url)) say(reply, 'address', await ofAddress(request));
  });
  server.decorate('countSender', async (request: FastifyRequest, reply: FastifyReply) => {
    say(reply, 'sender', await ofSender(request));
  });
}

function senderOf(request: FastifyRequest): string {
  const { actor, session, token } = identityOf(request);
  if (token !== null) return `token ${token.tokenId}`;
  if (session !== null && actor.kind === 'person') return `session ${actor.sessionHash}`;
  throw new Error('only who is known is counted');
}

/**
 * Adds to the fields of draft-ietf-httpapi-ratelimit-headers-10: the quota, and what is left of it.
 * @throws RequestProblem TOO_MANY_REQUESTS when nothing is.
 */
function say(reply: FastifyReply, name: string, count: Count): void {
  if (count.isAllowed) return;
  const { max, remaining, ttlInSeconds: seconds, isExceeded } = count;
  add(reply, 'ratelimit-policy', `"${name}";q=${max};w=${WINDOW_SECONDS}`);
  add(reply, 'ratelimit', `"${name}";r=${remaining};t=${seconds}`);
  if (isExceeded) throw new RequestProblem('TOO_MANY_REQUESTS', { seconds });
}

function add(reply: FastifyReply, field: string, item: string): void {
  const before = reply.getHeader(field);
  void reply.header(field, before === undefined ? item : `${String(before)}, ${item}`);
}
