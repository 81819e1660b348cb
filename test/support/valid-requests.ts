import { randomUUID } from 'node:crypto';
import { currentConsentText } from '@sukoyaka/consent';
import type { Response } from 'supertest';
import { EXAMPLES } from '../../apps/api/src/platform/openapi/examples.js';
import type { Http } from './api.js';
import { EDITION, ORGANISATION } from './builders.js';
import { exampleBody } from './example-body.js';
import { inDays } from './grants.js';
import type { Ids } from './marked-company.js';
import type { Description, Operation } from './operations.js';
import { COMPANY, nameOf } from './rights-of-routes.js';

const ASSESSMENT = `${COMPANY}/assessments/{assessmentId}`;

/** What parts of addresses are that name nothing of anybody's. */
const [programme = '', year = ''] = EDITION.split('/');
const CONSTANTS = {
  programme,
  year,
  code: 'VERSION_CONFLICT',
  kind: 'participation',
  role: 'operator',
};

/** Bodies of which the description's example would not do. */
const BODIES: Readonly<Record<string, (ids: Ids) => object>> = {
  [`put ${COMPANY}`]: () => ORGANISATION,
  [`post ${ASSESSMENT}/submit`]: () => ({}),
  [`post ${COMPANY}/tokens`]: () => ({
    label: 'Payroll',
    scopes: ['answers.read'],
    expiresOn: inDays(30).slice(0, 10),
  }),
  [`post ${COMPANY}/grants`]: ({ granteeId, assessmentId }) => ({
    granteeId,
    level: 'result',
    assessmentIds: [assessmentId],
    endsAt: inDays(30),
  }),
  [`post ${COMPANY}/invitations`]: ({ email }) => ({ email, role: 'reviewer', language: 'th' }),
  [`post ${COMPANY}/consents`]: () => ({
    kind: 'participation',
    decision: 'given',
    textVersion: currentConsentText('participation').version,
    language: 'en',
  }),
};
const QUERIES: Readonly<Record<string, (ids: Ids) => string>> = {
  [`get ${COMPANY}/audit`]: ({ personId }) => `?actorId=${personId ?? ''}`,
  [`get ${COMPANY}/audit/export`]: ({ assessmentId }) =>
    `?format=csv&objectId=${assessmentId ?? ''}`,
  [`get ${ASSESSMENT}/report`]: () => '?format=json',
};
/** These are for what is still being answered. */
const OF_DRAFTS = [`post ${ASSESSMENT}/submit`, `put ${ASSESSMENT}/sections/{sectionId}`];
/** After it was changed once. */
const VERSIONS: Readonly<Record<string, string>> = {
  [`delete ${COMPANY}/sites/{siteId}`]: '"2"',
};

export interface ValidRequest {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly ifMatch: string;
  readonly body: object | undefined;
}

/** A request that names these ids, and has nothing about it for which it would be refused. */
export function validRequest(
  description: Description,
  operation: Operation,
  given: Ids,
): ValidRequest {
  const name = nameOf(operation);
  const ids = OF_DRAFTS.includes(name) ? { ...given, assessmentId: given['draftId'] ?? '' } : given;
  const body = BODIES[name]?.(ids) ?? exampleWith(description, operation, ids);
  return {
    method: operation.method as ValidRequest['method'],
    path: addressWith(operation, ids) + (QUERIES[name]?.(ids) ?? ''),
    ifMatch: VERSIONS[name] ?? '"1"',
    body: operation.method === 'get' ? undefined : body,
  };
}

function addressWith({ path }: Operation, ids: Ids): string {
  // What is the platform's, no company has: ids of another kind stand there.
  const { personId: staffId = '', organisationId: waveId = '' } = ids;
  const all: Ids = { ...CONSTANTS, staffId, waveId, ...ids };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const part = all[name];
    if (part === undefined) throw new Error(`${path}: give the companies of the tests a ${name}`);
    return part;
  });
}

/** The example of the description, with ids and an address that there are. */
function exampleWith(description: Description, { body }: Operation, ids: Ids) {
  const example = exampleBody(description, body);
  if (example === undefined) return undefined;
  const named = Object.entries(EXAMPLES).flatMap(([name, value]) => {
    const id = ids[name];
    return typeof value === 'string' && id !== undefined ? [[value, id] as const] : [];
  });
  const replaced = [...named, ['name@example.com', ids['email'] ?? ''] as const].reduce(
    (text, [value, id]) => text.replaceAll(value, id),
    JSON.stringify(example),
  );
  return JSON.parse(replaced) as object;
}

/** What an answer tells. */
export interface Told {
  readonly status: number;
  /** As an outcome: that it was let in, or status and code of the refusal. */
  readonly verdict: string;
  /** All of it, headers too. */
  readonly text: string;
}

export async function ask(http: Http, { method, path, ifMatch, body }: ValidRequest) {
  const response = await http[method](path)
    .set('If-Match', ifMatch)
    .set('Idempotency-Key', randomUUID())
    .buffer(true)
    .send(body);
  return toldBy(response);
}

function toldBy(response: Response): Told {
  const { status } = response;
  const code = (response.body as { code?: string } | null)?.code ?? '';
  const headers = response.headers as Readonly<Record<string, string | string[]>>;
  const lines = Object.keys(headers)
    .filter((name) => !OF_EACH_ANSWER.has(name))
    .sort()
    .map((name) => `${name}: ${String(headers[name])}`);
  const verdict = status < 400 ? 'let in' : `${status} ${code}`;
  return { status, verdict, text: [status, ...lines, '', response.text].join('\n') };
}

/** What counts requests, and follows from the body, tells nothing beside it. */
const OF_EACH_ANSWER = new Set(['date', 'content-length', 'x-correlation-id', 'ratelimit']);

/** What is told, without what is of one request: ids, the address that was sent, moments, secrets. */
export function comparable({ text }: Told, { email = '' }: Ids): string {
  return text
    .replaceAll(email, '…')
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…')
    .replace(/\d{4}-?\d\d-?\d\dT[\d:.]+Z/g, '…')
    .replace(/(__Host-[\w-]+)=[^;]*/g, '$1=…');
}
