import { type Right, RIGHTS_OF_OPENED_ACCESS, TOKEN_SCOPES } from '@sukoyaka/access';
import type { Kept } from './marked-company.js';
import type { Operation } from './operations.js';

export const COMPANY = '/api/organisations/{organisationId}';
const ASSESSMENT = `${COMPANY}/assessments/{assessmentId}`;
const SECTION = `${ASSESSMENT}/sections/{sectionId}`;

/** What has to be had in a company, by docs/security/access-rules.md, for each of its routes. */
export const RIGHT_OF_ROUTE: Readonly<Record<string, Right>> = {
  [`get ${COMPANY}`]: 'organisation.read',
  [`put ${COMPANY}`]: 'organisation.write',
  [`get ${COMPANY}/sites`]: 'organisation.read',
  [`post ${COMPANY}/sites`]: 'organisation.write',
  [`get ${COMPANY}/sites/{siteId}`]: 'organisation.read',
  [`put ${COMPANY}/sites/{siteId}`]: 'organisation.write',
  [`delete ${COMPANY}/sites/{siteId}`]: 'organisation.write',
  [`get ${COMPANY}/assessments`]: 'assessment.read',
  [`post ${COMPANY}/assessments`]: 'answers.write',
  [`get ${ASSESSMENT}`]: 'assessment.read',
  [`post ${ASSESSMENT}/validate`]: 'answers.read',
  [`post ${ASSESSMENT}/submit`]: 'answers.write',
  [`get ${SECTION}`]: 'answers.read',
  [`put ${SECTION}`]: 'answers.write',
  [`get ${ASSESSMENT}/result`]: 'result.read',
  [`get ${ASSESSMENT}/trace`]: 'report.read',
  [`get ${ASSESSMENT}/report`]: 'report.read',
  [`get ${COMPANY}/members`]: 'members.read',
  [`put ${COMPANY}/members/{personId}`]: 'members.manage',
  [`delete ${COMPANY}/members/{personId}`]: 'members.manage',
  [`get ${COMPANY}/invitations`]: 'members.manage',
  [`post ${COMPANY}/invitations`]: 'members.manage',
  [`delete ${COMPANY}/invitations/{invitationId}`]: 'members.manage',
  [`get ${COMPANY}/operator-accesses`]: 'members.read',
  [`get ${COMPANY}/tokens`]: 'tokens.manage',
  [`post ${COMPANY}/tokens`]: 'tokens.manage',
  [`delete ${COMPANY}/tokens/{tokenId}`]: 'tokens.manage',
  [`get ${COMPANY}/grants`]: 'grants.read',
  [`post ${COMPANY}/grants`]: 'grants.manage',
  [`get ${COMPANY}/grants/{grantId}`]: 'grants.read',
  [`post ${COMPANY}/grants/{grantId}/revocation`]: 'grants.manage',
  [`get ${COMPANY}/received-grants`]: 'grants.use',
  [`get ${COMPANY}/consents`]: 'consents.read',
  [`post ${COMPANY}/consents`]: 'consents.manage',
  [`get ${COMPANY}/audit`]: 'audit.read',
  [`get ${COMPANY}/audit/export`]: 'audit.read',
};

/** With which rights, any of them, what a company keeps is shown; without one of them nowhere. */
export const SHOWN_BY: Readonly<Record<Kept, readonly Right[]>> = {
  name: ['organisation.read', 'result.read', 'report.read', 'audit.read'],
  group: ['organisation.read', 'audit.read'],
  evidence: ['organisation.read', 'audit.read'],
  site: ['organisation.read', 'report.read', 'audit.read'],
  place: ['organisation.read', 'audit.read'],
  answer: ['answers.read', 'report.read'],
  member: ['members.read'],
  address: ['members.read'],
  reason: ['members.read', 'audit.read'],
  label: ['tokens.manage', 'audit.read'],
  note: ['grants.read'],
  passkey: [],
};

/** Who asks, and what they may do in the company that is asked for. */
export interface Asker {
  readonly kind: 'person' | 'operator' | 'machine' | 'nobody';
  readonly rights: readonly Right[];
}

export const nameOf = ({ method, path }: Pick<Operation, 'method' | 'path'>) => `${method} ${path}`;
export const LET_IN = 'let in';

const OPENED: readonly string[] = RIGHTS_OF_OPENED_ACCESS;
const SCOPES: readonly string[] = TOKEN_SCOPES;

/** How a request to a route of a company has to end that is right in itself. */
export function verdictOn({ kind, rights }: Asker, operation: Operation): string {
  if (kind === 'nobody') return '401 SIGN_IN_REQUIRED';
  const right = RIGHT_OF_ROUTE[nameOf(operation)];
  if (kind === 'machine' && !SCOPES.includes(right ?? '')) return '403 PERSON_ONLY';
  if (right === undefined) return kind === 'operator' ? LET_IN : '403 STAFF_ONLY';
  if (rights.includes(right)) return LET_IN;
  if (rights.length === 0) return '404 ORGANISATION_NOT_FOUND';
  if (kind === 'operator' && rights.length === 1 && OPENED.includes(right)) {
    return '403 ACCESS_REASON_REQUIRED';
  }
  return '403 RIGHT_MISSING';
}
