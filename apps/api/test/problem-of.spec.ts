import { NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@sukoyaka/kernel';
import { problemOf } from '../src/platform/problems/problem-of.js';

const failure = (members: object) => Object.assign(new Error('x'), members);

describe('problemOf', () => {
  it.each<[string, unknown, string]>([
    ['a database that hangs up', failure({ code: 'ECONNRESET' }), 'DATABASE_UNAVAILABLE'],
    [
      'a client that hangs up',
      failure({ code: 'ECONNRESET', statusCode: 400 }),
      'REQUEST_MALFORMED',
    ],
    ['a body that is too large', failure({ code: 'FST_ERR_CTP_BODY_TOO_LARGE' }), 'BODY_TOO_LARGE'],
    ['a rule of the domain', new DomainError('PERIOD_REVERSED', {}), 'PERIOD_REVERSED'],
    ['a rule that is no problem of the API', new DomainError('ELSEWHERE', {}), 'INTERNAL'],
    ['an address without a route', new NotFoundException(), 'ROUTE_NOT_FOUND'],
    ['a mistake of ours', new TypeError('x'), 'INTERNAL'],
    ['nothing at all', undefined, 'INTERNAL'],
  ])('names %s', (_what, thrown, code) => {
    expect(problemOf(thrown).code).toBe(code);
  });
});
