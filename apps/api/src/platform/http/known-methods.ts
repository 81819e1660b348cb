import type { FastifyInstance } from 'fastify';
import { RequestProblem } from '../problems/request-problem.js';

interface Route {
  readonly address: RegExp;
  readonly methods: readonly string[];
}

/** Tells an address that is called by another method than its own from one that leads nowhere. */
export function nameMethods(server: FastifyInstance): void {
  const routes: Route[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    routes.push({ address: addressOf(url), methods: [method].flat() });
  });
  server.addHook('onRequest', (request, reply, done) => {
    const known = request.is404 ? methodsAt(routes, request.url) : [];
    if (known.length === 0) return done();
    const methods = known.join(', ');
    void reply.header('allow', methods);
    done(new RequestProblem('METHOD_NOT_ALLOWED', { methods }));
  });
}

/** What addresses of a route look like: each parameter is one part between slashes. */
function addressOf(route: string): RegExp {
  const parts = route.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : literally(part)));
  return new RegExp(`^${parts.join('/')}$`);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function methodsAt(routes: readonly Route[], url: string): readonly string[] {
  const [path = ''] = url.split('?', 1);
  const here = routes.filter(({ address }) => address.test(path));
  return [...new Set(here.flatMap(({ methods }) => methods))].sort();
}
