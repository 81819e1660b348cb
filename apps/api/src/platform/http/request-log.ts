import type { FastifyInstance } from 'fastify';
import type { Log } from '../log/log.js';

/** Names each request to its client, and logs it by its route: never its address or content. */
export function logRequests(server: FastifyInstance, log: Log): void {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      'x-correlation-id': request.id,
      vary: 'Accept-Language',
      // Answers of a company stay out of caches; what anybody may keep says so itself.
      'cache-control': 'no-store',
    });
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    log.write('info', 'request', {
      correlationId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
    done();
  });
}
