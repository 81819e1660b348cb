import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@sukoyaka/kernel';
import { QueryFailedError } from 'typeorm';
import { domainErrorOf, loggableFault } from '../src/database-problems.js';

const fault = (members: object, message = 'Key (x)=(an answer) exists') =>
  Object.assign(new Error(message), members);

/** The sources of what may say them: other words after an update would not be known. */
function wordsOfDriver(): string {
  const { resolve } = createRequire(import.meta.url);
  const files = ['pg/lib/client.js', 'pg-pool'].map((name) => resolve(name));
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

describe('domainErrorOf', () => {
  it('names what a constraint guards against, also out of the wrapping of the ORM', () => {
    const refused = fault({ code: '23505', constraint: 'assessment_once_per_period' });
    expect(domainErrorOf(refused)).toMatchObject({ code: 'ASSESSMENT_EXISTS' });
    const wrapped = fault({ driverError: refused });
    expect(domainErrorOf(wrapped)).toMatchObject({ code: 'ASSESSMENT_EXISTS' });
  });

  it.each([
    fault({ code: 'ECONNREFUSED' }),
    fault({ code: '57P01' }),
    fault({ code: '08006' }),
    fault({ code: '53300' }),
    fault({}, 'Connection terminated unexpectedly'),
    fault({ name: 'QueryRunnerProviderAlreadyReleasedError' }),
    new AggregateError([fault({ code: 'ECONNREFUSED' })]),
    new QueryFailedError('SELECT 1', [], new Error('Query read timeout')),
  ])('takes %s as an absent database', (error) => {
    expect(domainErrorOf(error)).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });

  it.each([
    'Cannot use a pool after calling end on the pool',
    'Client has encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'Connection terminated',
    'Connection terminated due to connection timeout',
    'Connection terminated unexpectedly',
    'Query read timeout',
    'timeout exceeded when trying to connect',
    'timeout expired',
  ])('knows the words of the driver: %s', (message) => {
    expect(wordsOfDriver()).toContain(`'${message}'`);
    expect(domainErrorOf(new Error(message))).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });

  it.each([
    new TypeError("Cannot read properties of undefined (reading 'pool')"),
    new TypeError('transport.timeout is not a function'),
    new Error('a report was ended by its reader'),
    new Error('the pool of workers is full'),
    new Error('Query read timeout of the browser'),
    new AggregateError([new Error('timeout')]),
    new QueryFailedError('SELECT', [], new Error('bind message has 1 result pool')),
  ])('does not take %s for an absent database', (error) => {
    expect(domainErrorOf(error)).toBeUndefined();
  });

  it('leaves mistakes of the product what they are', () => {
    expect(domainErrorOf(fault({ code: '42601' }))).toBeUndefined();
    expect(domainErrorOf(fault({ code: '23514', constraint: 'unheard_of' }))).toBeUndefined();
    expect(domainErrorOf('x')).toBeUndefined();
    const own = new DomainError('X');
    expect(domainErrorOf(own)).toBe(own);
  });
});

describe('loggableFault', () => {
  it('says kind and place, never the message', () => {
    const error = fault({ code: '23505', constraint: 'c', detail: 'an answer' });
    expect(loggableFault(error)).toEqual({ fault: 'Error', code: '23505', constraint: 'c' });
  });
});
