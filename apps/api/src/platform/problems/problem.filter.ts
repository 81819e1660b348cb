import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '@sukoyaka/kernel';
import { loggableFault } from '@sukoyaka/persistence';
import { RETRY_AFTER_SECONDS } from '../http/limits.js';
import { negotiateLocale } from '../locale/negotiate-locale.js';
import type { Log } from '../log/log.js';
import { problemDetails } from './problem-details.js';
import { problemOf } from './problem-of.js';
import { logRefusal } from './refusals.js';
import type { RequestProblem } from './request-problem.js';

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
    logRefusal(this.log, request, problem.code);
    if (reply.sent) {
      reply.raw.destroy();
      return;
    }
    const seconds = secondsToWait(problem, details.status);
    if (seconds !== undefined) void reply.header('retry-after', seconds);
    void reply
      .status(details.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', locale)
      .header('vary', 'Accept-Language')
      .header('x-correlation-id', request.id)
      .header('cache-control', 'no-store')
      .send(JSON.stringify(details));
  }

  /** What failed and where; never a message, which may quote what was sent. */
  #record(exception: unknown, code: string, correlationId: string): void {
    const cause = exception instanceof DomainError ? exception.cause : exception;
    const fault = { correlationId, ...loggableFault(cause) };
    if (code !== 'INTERNAL') this.log.write('warn', code, fault);
    else this.log.write('error', code, { ...fault, at: framesOf(exception) });
  }
}

/** For the client's machine: what the detail says to its reader. */
function secondsToWait({ params }: RequestProblem, status: number): number | undefined {
  if (status === 503) return RETRY_AFTER_SECONDS;
  const { seconds } = params;
  return status === 429 && typeof seconds === 'number' ? seconds : undefined;
}

function framesOf(exception: unknown): readonly string[] {
  const stack = exception instanceof Error ? (exception.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 8).map((line) => line.trim());
}
