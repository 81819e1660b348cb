import { DomainError } from '@sukoyaka/kernel';
import { domainErrorOf } from '@sukoyaka/persistence';
import { StartError, systemCode } from '@sukoyaka/persistence/embedded';
import { Refusal } from '../io/refusal.js';

/** What the SQLSTATEs mean to who runs a command; the others are looked at by their class. */
const REFUSAL_OF_STATE: Readonly<Record<string, string>> = {
  '28000': 'DATABASE_SIGN_IN',
  '28P01': 'DATABASE_SIGN_IN',
  '3D000': 'DATABASE_NOT_PREPARED',
  '42P01': 'DATABASE_NOT_PREPARED',
  '42703': 'DATABASE_NOT_PREPARED',
  '42501': 'DATABASE_PRIVILEGE',
  '55P03': 'DATABASE_BUSY',
};
const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * An error of the database as what the user of a command can do about it. What is no such error
 * comes back as it is. The server's own words are left out: they may repeat values of rows.
 */
export function databaseRefusal(error: unknown): unknown {
  if (error instanceof Refusal || error instanceof DomainError) return error;
  if (error instanceof StartError) {
    return new Refusal('DATABASE_UNUSABLE', { reason: error.message }, undefined, { cause: error });
  }
  const state = systemCode(error) ?? '';
  const known = REFUSAL_OF_STATE[state] ?? domainErrorOf(error)?.code;
  if (known !== undefined) return new Refusal(known, {}, undefined, { cause: error });
  // Codes of Node (EPERM, EPIPE …) may look alike; only the server gives a severity.
  const isOfServer = SQLSTATE.test(state) && error instanceof Error && 'severity' in error;
  if (!isOfServer) return error;
  return new Refusal('DATABASE_REFUSED', { code: state }, undefined, { cause: error });
}
