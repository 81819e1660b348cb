import { HttpException } from '@nestjs/common';
import { isProblemCode, type ProblemCode } from '@sukoyaka/contract';
import { DomainError } from '@sukoyaka/kernel';
import { domainErrorOf } from '@sukoyaka/persistence';
import { BODY_LIMIT_BYTES } from '../http/limits.js';
import { RequestProblem } from './request-problem.js';

/** What the HTTP server refuses by itself, by its own codes. */
const PROBLEM_OF_SERVER_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
  FST_ERR_CTP_EMPTY_TYPE: 'MEDIA_TYPE_UNSUPPORTED',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_BAD_URL: 'REQUEST_MALFORMED',
  FST_ERR_MAX_PARAM_LENGTH: 'ADDRESS_TOO_LONG',
};

/** And what the framework refuses, by status. */
const PROBLEM_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  403: 'CROSS_SITE_REQUEST',
  404: 'ROUTE_NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  414: 'ADDRESS_TOO_LONG',
  415: 'MEDIA_TYPE_UNSUPPORTED',
};

/** The problem of the registry that an exception stands for; INTERNAL when it is a mistake of ours. */
export function problemOf(exception: unknown): RequestProblem {
  if (exception instanceof RequestProblem) return exception;
  if (exception instanceof HttpException) return refused(exception.getStatus());
  // Errors of the HTTP server have a status, as when a client hangs up; a database's have none.
  const { code, statusCode } = (exception ?? {}) as { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? PROBLEM_OF_SERVER_CODE[code] : undefined;
  if (known !== undefined) return new RequestProblem(known, { limit: BODY_LIMIT_BYTES });
  if (typeof statusCode === 'number') return refused(statusCode);
  const error = domainErrorOf(exception) ?? exception;
  if (error instanceof DomainError && isProblemCode(error.code)) {
    return new RequestProblem(error.code, error.params);
  }
  return new RequestProblem('INTERNAL');
}

function refused(status: number): RequestProblem {
  const fallback = status >= 400 && status < 500 ? 'REQUEST_MALFORMED' : 'INTERNAL';
  return new RequestProblem(PROBLEM_OF_STATUS[status] ?? fallback, { limit: BODY_LIMIT_BYTES });
}
