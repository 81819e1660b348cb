import type { ProblemCode } from '@sukoyaka/contract';
import type { FastifyRequest } from 'fastify';
import { identityOf } from '../identity/identity.js';
import type { Log } from '../log/log.js';

/**
 * Problems by which somebody is kept from what is not theirs, or from guessing. Floods of requests
 * are not among them: the log of requests tells of those, and they should not fill the disk.
 */
const REFUSALS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'HOST_NOT_ALLOWED',
  'CROSS_SITE_REQUEST',
  'SIGN_IN_FAILED',
  'SIGN_IN_THROTTLED',
  'PASSWORD_WRONG',
  'SECOND_FACTOR_WRONG',
  'PASSKEY_REFUSED',
  'PASSKEY_CLONED',
  'OIDC_STATE_INVALID',
  'OIDC_REFUSED',
  'OIDC_EMAIL_UNVERIFIED',
  'OIDC_ACCOUNT_EXISTS',
  'LINK_INVALID',
  'INVITATION_FOR_OTHER',
  'TOKEN_INVALID',
  'PERSON_ONLY',
  'STAFF_ONLY',
  'ORGANISATION_NOT_FOUND',
  'RIGHT_MISSING',
  'ACCESS_REASON_REQUIRED',
]);

/** Logs who was refused what, and why, if it is a refusal of that kind: ids and codes alone. */
export function logRefusal(log: Log, request: FastifyRequest, code: ProblemCode): void {
  if (!REFUSALS.has(code)) return;
  const { actor } = identityOf(request);
  log.write('warn', 'refused', {
    code,
    correlationId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    ...(actor.kind === 'person' ? { person: actor.personId } : {}),
    ...(actor.kind === 'token' ? { token: actor.tokenId } : {}),
  });
}
