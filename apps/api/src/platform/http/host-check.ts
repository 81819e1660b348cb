import type { FastifyInstance } from 'fastify';
import { RequestProblem } from '../problems/request-problem.js';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Answers only to names of this computer. The service has no sign-in yet: without this, a web
 * page could reach it by a name of its own that it lets point here (DNS rebinding).
 */
export function answerToLoopbackOnly(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const [host, ...others] = request.raw.headersDistinct['host'] ?? [];
    if (host === undefined || others.length > 0) done(new RequestProblem('REQUEST_MALFORMED'));
    else if (isLoopback(host)) done();
    else done(new RequestProblem('HOST_NOT_ALLOWED'));
  });
}

function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.has(host.toLowerCase().replace(/:\d+$/, ''));
}
