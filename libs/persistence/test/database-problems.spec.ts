import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@sukoyaka/kernel';
import { domainErrorOf, loggableFault } from '../src/database-problems.js';

const fault = (members: object, message = 'Key (x)=(an answer) exists') =>
  Object.assign(new Error(message), members);

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
  ])('takes %s as an absent database', (error) => {
    expect(domainErrorOf(error)).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
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
