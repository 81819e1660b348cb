import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyRequest } from 'fastify';
import { identityOf } from './identity.js';

/** Who sent the request. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return identityOf(context.switchToHttp().getRequest<FastifyRequest>()).actor;
});

/** The session of the request; on routes for persons there is one. */
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): OpenSession | null =>
    identityOf(context.switchToHttp().getRequest<FastifyRequest>()).session,
);
