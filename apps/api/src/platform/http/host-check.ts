import type { FastifyInstance } from 'fastify';
import { RequestProblem } from '../problems/request-problem.js';
import { isHealthCheck } from './health-check.js';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Answers only to the name of `origin`; on this computer, to all of its own names. A web page could
 * else reach the service by a name of its own that it lets point here (DNS rebinding).
 */
export function answerToOwnName(server: FastifyInstance, origin: string): void {
  const own = new URL(origin);
  const isLocal = LOOPBACK_NAMES.has(own.hostname);
  server.addHook('onRequest', (request, _reply, done) => {
    const [host, ...others] = request.raw.headersDistinct['host'] ?? [];
    if (host === undefined || others.length > 0) done(new RequestProblem('REQUEST_MALFORMED'));
    else if (!isTargetAt(request.url, host)) done(new RequestProblem('REQUEST_MALFORMED'));
    else if (isLocal ? isLoopback(host) : host.toLowerCase() === own.host) done();
    else if (isHealthCheck(request.url) && isLoopback(host)) done();
    else done(new RequestProblem('HOST_NOT_ALLOWED', { origin }));
  });
}

/** Whether a target in absolute form (RFC 9112, section 3.2.2) names the host that the header does. */
function isTargetAt(target: string, host: string): boolean {
  const [, named] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(target) ?? [];
  return named === undefined || named.toLowerCase() === host.toLowerCase();
}

function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.has(host.toLowerCase().replace(/:\d+$/, ''));
}
