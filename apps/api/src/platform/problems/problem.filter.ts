import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { loggableFault } from '@sukoyaka/persistence';
import { RETRY_AFTER_SECONDS } from '../http/limits.js';
import { negotiateLocale } from '../locale/negotiate-locale.js';
import type { Log } from '../log/log.js';
import { problemDetails } from './problem-details.js';
import { problemOf } from './problem-of.js';

/** Turns whatever was thrown into `application/problem+json` in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(exception, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for what the HTTP server refuses before the framework sees it. */
  answer(exception: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = problemOf(exception);
    const locale = negotiateLocale(request.headers['accept-language']);
    const details = problemDetails(problem, locale, request.id);
    if (details.status >= 500) this.#record(exception, details.code, request.id);
    if (reply.sent) {
      reply.raw.destroy();
      return;
    }
    if (details.status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    void reply
      .status(details.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', locale)
      .header('cache-control', 'no-store')
      .send(JSON.stringify(details));
  }

  /** The stack without its message, which may quote what was sent. */
  #record(exception: unknown, code: string, correlationId: string): void {
    const stack = exception instanceof Error ? (exception.stack ?? '') : '';
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
    const level = code === 'INTERNAL' ? 'error' : 'warn';
    const fault = loggableFault(exception);
    this.log.write(level, code, { correlationId, ...fault, at: frames.slice(0, 8) });
  }
}
