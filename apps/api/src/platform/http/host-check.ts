import type { FastifyInstance } from 'fastify';
import { RequestProblem } from '../problems/request-problem.js';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Answers only to names of this computer. The service has no sign-in yet: without this, a web
 * page could reach it by a name of its own that it lets point here (DNS rebinding).
 */
export function answerToLoopbackOnly(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const name = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    if (LOOPBACK_NAMES.has(name)) done();
    else done(new RequestProblem('HOST_NOT_ALLOWED'));
  });
}
