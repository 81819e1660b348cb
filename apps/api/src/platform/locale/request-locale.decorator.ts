import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { negotiateLocale } from './negotiate-locale.js';

/** The language of the reader, by `Accept-Language`. */
export const RequestLocale = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return negotiateLocale(request.headers['accept-language']);
});
