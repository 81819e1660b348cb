import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDetails } from '@sukoyaka/contract';
import { withClient } from '@sukoyaka/testing';
import fc from 'fast-check';
import { EXAMPLES } from '../../apps/api/src/platform/openapi/examples.js';
import { negotiateLocale } from '../../apps/api/src/platform/locale/negotiate-locale.js';
import { bodyOf, type RunningApi, type SignedIn, startApi } from '../support/api.js';
import { arbitraryRequest, type Foreign } from '../support/arbitrary-requests.js';
import {
  EDITION,
  NOBODY,
  type SavedAssessment,
  saveAssessment,
  saveOrganisation,
  SITE,
  submit,
} from '../support/builders.js';
import { give, newOwner } from '../support/grants.js';
import { type Kept, keptIn, type MarkedCompany, markedCompany } from '../support/marked-company.js';
import { operatorThings } from '../support/operator-things.js';
import { IdentityProvider } from '../support/identity-provider.js';
import { makePerson, makeSession } from '../support/people.js';
import { Description, type Operation } from '../support/operations.js';
import { type RawAnswer, type RawRequest, sendRaw } from '../support/raw-request.js';
import { rowsOfCompany } from '../support/rows-of-company.js';

/** The same requests each time; a failure names it with the path to its counterexample. */
const SEED = 20_260_401;
/** Enough that some are left at their first version when others have been changed. */
const SITES = 40;
/** And that some assessments are drafts still when others have been submitted. */
const YEARS = [2011, 2012, 2013, 2014, 2015, 2016];
const REQUESTS_PER_OPERATION = 80;
const SCRIPT = { th: /\p{Script=Thai}/u, ja: /[\p{Script=Hiragana}\p{Script=Han}]/u, en: /[a-z]/ };
const MEMBERS = ['type', 'title', 'status', 'detail', 'code', 'correlationId'] as const;

/** Succeed only with a password, a code or the token of a mail, which chance does not find. */
const NEEDS_A_SECRET = new Set([
  'post /api/session',
  'post /api/session/second-factor',
  'post /api/session/confirmation',
  'post /api/sign-ups/confirmation',
  'post /api/password-resets/confirmation',
  'post /api/invitations/lookup',
  'post /api/invitations/acceptance',
  'put /api/me/password',
  'post /api/me/totp/confirmation',
  'post /api/me/recovery-codes',
  'post /api/me/passkeys',
  'post /api/session/passkey',
  'get /api/oidc/callback',
  // Leads elsewhere when it succeeds.
  'get /api/oidc/start',
  // And with one's own address.
  'delete /api/me',
  // With several values that fit each other, which chance seldom draws: they have specs of their own.
  'put /api/organisations/{organisationId}',
  'delete /api/organisations/{organisationId}/tokens/{tokenId}',
  'post /api/operator/waves/{waveId}/extension',
]);

type Known = Readonly<Record<string, readonly string[]>>;

let api: RunningApi;
let provider: IdentityProvider;
let description: Description;
let operator: SignedIn;
let analyst: SignedIn;
let known: Known;
/** Of somebody else, who is asked nothing and tells nothing. */
let foreign: MarkedCompany;
/** With what of it was put into the own company, where it is found again. */
const ownNow = new Set<string>();

beforeAll(async () => {
  provider = await IdentityProvider.create('http://localhost/api/oidc/callback');
  await provider.listen();
  api = await startApi({ oidc: provider.settings });
  description = new Description(bodyOf(await api.http.get('/api/openapi.json')) as never);
  operator = await api.signIn({ role: 'operator' });
  analyst = await api.signIn({ role: 'ministry-analyst' });
  known = await somethingOfEach();
  const { organisation: grantee } = await newOwner(api);
  // Under a key that the requests use too: the answer to it is for nobody else.
  foreign = await markedCompany(api, { grantee, operator, key: 'key' });
});
afterAll(async () => {
  await api.stop();
  await provider.close();
});

/** Ids to put into addresses: of an organisation, of another one of its owner, and of nobody. */
async function somethingOfEach() {
  const organisation = await saveOrganisation(api);
  const drafts = await Promise.all(YEARS.map((year) => beginAssessment(organisation, year)));
  const scored = await saveAssessment(api, await saveOrganisation(api));
  await submit(api, scored).expect(200);
  const sites = `/api/organisations/${organisation}/sites`;
  const made = await Promise.all(
    Array.from({ length: SITES }, () => api.http.post(sites).send(SITE)),
  );
  const { staffInvitationIds, ...ofOperators } = await operatorThings(api, operator, organisation);
  const [programme = '', year = ''] = EDITION.split('/');
  return {
    organisationId: [...repeated(4, organisation), ...repeated(3, scored.organisation), NOBODY],
    assessmentId: [...drafts, ...repeated(4, scored.id), NOBODY],
    siteId: made.map((response) => String(bodyOf(response)['id'])),
    personId: await membersOf(organisation),
    ...ofOperators,
    role: ['ministry-analyst', 'ministry-analyst', 'operator', 'x'],
    invitationId: [...(await invitationsOf(organisation)), ...staffInvitationIds],
    sessionId: await sessionsOf(api.person.id),
    ...(await waysInOf(api.person.id)),
    grantId: await grantsOf(scored),
    sectionId: ['policy', 'policy', 'policy', 'profile'],
    kind: ['participation', 'publication', 'contact-notice'],
    programme: [programme],
    year: [year, '2025'],
    code: ['VERSION_CONFLICT', 'toString'],
  };
}

const repeated = (times: number, id: string) => Array<string>(times).fill(id);
const some = <T>(make: () => Promise<T>) => Promise.all(Array.from({ length: 25 }, make));

async function membersOf(organisation: string): Promise<readonly string[]> {
  const memberOf = { organisation, role: 'editor' } as const;
  const members = await some(() => makePerson(api.database.adminUrl, { memberOf }));
  return members.map(({ id }) => id);
}

async function invitationsOf(organisation: string): Promise<readonly string[]> {
  let number = 0;
  const made = await some(async () => {
    number += 1;
    const body = { email: `${number}@example.com`, role: 'editor', language: 'th' };
    return api.http.post(`/api/organisations/${organisation}/invitations`).send(body).expect(201);
  });
  return made.map((response) => String(bodyOf(response)['id']));
}

/** Given ones; and what the description's example of a grant names. */
async function grantsOf(scored: SavedAssessment): Promise<readonly string[]> {
  const owner = { ...api.person, organisation: scored.organisation };
  const receivers = await Promise.all([newOwner(api), newOwner(api)]);
  const given = receivers.flatMap((to) => repeated(12, to.organisation).map(() => to));
  const ids = await Promise.all(given.map((to) => give(owner, { to, of: [scored] })));
  await withClient(api.database.adminUrl, async (client) => {
    await client.query("INSERT INTO organisation (id, name_en, country) VALUES ($1, 'x', 'TH')", [
      EXAMPLES.granteeId,
    ]);
    await client.query(
      `INSERT INTO assessment SELECT a.* FROM assessment, jsonb_populate_record(assessment,
         jsonb_build_object('id', $2::text, 'period_start', '2001-04-01')) AS a
       WHERE assessment.id = $1`,
      [scored.id, EXAMPLES.assessmentId],
    );
  });
  return ids;
}

async function sessionsOf(person: string): Promise<readonly string[]> {
  const made = await some(() => makeSession(api.database.adminUrl, person));
  return made.map(({ sessionId }) => sessionId);
}

/** Passkeys and links of a person, of whom nobody has the secrets. */
async function waysInOf(person: string) {
  const ids = Array.from({ length: 15 }, () => randomUUID());
  await withClient(api.database.adminUrl, async (client) => {
    await client.query(
      `INSERT INTO passkey (person_id, id, credential_id, public_key, counter, transports,
         is_backed_up, label)
       SELECT $1, id, id::text, '', 0, '{}', false, 'Laptop' FROM unnest($2::uuid[]) AS id`,
      [person, ids],
    );
    await client.query(
      `INSERT INTO external_identity (person_id, id, provider, subject)
       SELECT $1, id, 'https://login.example.com', id::text FROM unnest($2::uuid[]) AS id`,
      [person, ids],
    );
  });
  return { passkeyId: ids, identityId: ids };
}

async function beginAssessment(organisation: string, year: number): Promise<string> {
  const body = { edition: EDITION, periodStart: `${year}-04-01`, periodEnd: `${year}-09-30` };
  const path = `/api/organisations/${organisation}/assessments`;
  return String(bodyOf(await api.http.post(path).send(body).expect(201))['id']);
}

/** Holds an answer against the description of the operation that gave it. */
function expectDescribed({ responses }: Operation, answer: RawAnswer): void {
  const described = responses[String(answer.status)];
  expect({ status: answer.status, described: described !== undefined }).toMatchObject({
    described: true,
  });
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  if (described?.content === undefined) return;
  expect(Object.keys(described.content)).toContain(type);
  if (!type.endsWith('json')) return;
  const schema = described.content[type]?.schema ?? {};
  expect(description.faults(schema, JSON.parse(answer.text))).toEqual([]);
}

/** Holds a refusal against what all refusals are. */
function expectProblemFor(request: RawRequest, answer: RawAnswer): ProblemDetails {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const problem = JSON.parse(answer.text) as ProblemDetails;
  expect(Object.keys(problem)).toEqual(expect.arrayContaining([...MEMBERS]));
  expect(problem.status).toBe(answer.status);
  expect(problem.type).toBe(`/api/problems/${problem.code}`);
  expect(problem.correlationId).toBe(answer.headers['x-correlation-id']);
  const locale = negotiateLocale(request.headers['accept-language']);
  expect(answer.headers['content-language']).toBe(locale);
  for (const text of [problem.title, problem.detail]) {
    expect(text).toMatch(SCRIPT[locale]);
    expect(text).not.toMatch(/\[object|\$t\(/);
  }
  return problem;
}

async function expectAnswer(operation: Operation, request: RawRequest): Promise<number> {
  const answer = await sendRaw(api.url, request);
  expect(answer.status).toBeLessThan(500);
  expectNothingForeign(operation, request, answer);
  expectDescribed(operation, answer);
  if (answer.status >= 400) {
    const { code } = expectProblemFor(request, answer);
    expect(operation.responses[String(answer.status)]?.description.split(', ')).toContain(code);
  }
  return answer.status;
}

/** Keep whom they were told of: a receiver, somebody who is invited. */
const KEEPS_WHAT_IS_SENT = /^post .*\/(grants|invitations|assessors|staff-invitations)$/;
/** What of every company operators see: its profile, and in the platform's log who founded it. */
const SHOWN_TO_OPERATORS: readonly Kept[] = ['name', 'group', 'evidence'];

/** Holds an answer against all that the other company keeps to itself, but for what was sent. */
function expectNothingForeign(
  { method, path }: Operation,
  request: RawRequest,
  { status, headers, text }: RawAnswer,
): void {
  const written = `${request.path} ${request.body ?? ''}`;
  const sent = [written, ...ownNow].join(' ');
  const organisation = foreign.ids['organisationId'] ?? '';
  const shown = new Set<string>();
  // Who gives a grant learns what the receiver is called.
  if (path.includes('/grants') && sent.includes(organisation)) shown.add('name');
  if (path.startsWith('/api/operator/')) {
    for (const each of [...SHOWN_TO_OPERATORS, organisation, foreign.members.owner.id]) {
      shown.add(each);
    }
  }
  const answer = `${JSON.stringify(headers)} ${text}`;
  const kept = keptIn(answer, sent, foreign).filter((each) => !shown.has(each));
  expect({ operation: `${method} ${path}`, kept }).toMatchObject({ kept: [] });
  if (KEEPS_WHAT_IS_SENT.test(`${method} ${path}`) && status < 300) ownNow.add(written);
}

/** Of what others have asked to be mailed, an operation is not to suffer. */
const forgetAttempts = () =>
  withClient(api.database.adminUrl, (client) => client.query('DELETE FROM throttle'));

/** Ids for the addresses of an operation, some of them of the other company. */
function knownFor({ path }: Operation): Known {
  const mixed = Object.entries(known).map(([name, ids]) => {
    // Operators may write to every company: these do to the own ones alone.
    const isLeftOut = name === 'organisationId' && path.startsWith('/api/operator/');
    const other = isLeftOut ? undefined : foreign.ids[name === 'staffId' ? 'personId' : name];
    const others = other === undefined ? [] : repeated(Math.ceil(ids.length / 6), other);
    return [name, [...ids, ...others]] as const;
  });
  return Object.fromEntries(mixed);
}

/** And for what is sent beside them. */
function foreignThings(): Foreign {
  const { organisationId, assessmentId, siteId, personId, email } = foreign.ids;
  const ids = [organisationId, assessmentId, siteId, personId, foreign.members.owner.id];
  return { ids: ids.map(String), addresses: [String(email)] };
}

/** Whom an operation is for. */
function senderOf({ path }: Operation) {
  if (path.startsWith('/api/operator/')) return { id: operator.id, hasSecondFactor: true };
  if (path.startsWith('/api/ministry/')) return { id: analyst.id, hasSecondFactor: true };
  return { id: api.person.id, hasSecondFactor: false };
}

const rowsOfForeign = () =>
  rowsOfCompany(api.database.adminUrl, foreign.ids['organisationId'] ?? '');

/** The methods of all described paths that an address may be of: a word may stand where an id does. */
function methodsAt(address: string): readonly string[] {
  const paths = Object.entries(description.methods).filter(([path]) =>
    new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(address),
  );
  return [...new Set(paths.flatMap(([, methods]) => methods))].sort();
}

/** What takes all of a kind away comes last: the others need some. */
function inOrder(operations: readonly Operation[]): readonly Operation[] {
  const takesAll = ({ method, path }: Operation) =>
    (method === 'delete' && !path.endsWith('}')) || /\/(password|submit)$/.test(path);
  return operations.toSorted((a, b) => Number(takesAll(a)) - Number(takesAll(b)));
}

describe('every operation of the API', () => {
  it('answers any request as it is described, in the language of the reader', async () => {
    const seen = new Map<string, Set<number>>();
    const before = await rowsOfForeign();
    for (const operation of inOrder(description.operations)) {
      // An operation may end the session that it is called with.
      const { id, hasSecondFactor } = senderOf(operation);
      const { cookie } = await makeSession(api.database.adminUrl, id, { hasSecondFactor });
      await forgetAttempts();
      const name = `${operation.method} ${operation.path}`;
      const statuses = new Set<number>();
      seen.set(name, statuses);
      const property = fc.asyncProperty(
        arbitraryRequest(description, operation, knownFor(operation), [cookie], foreignThings()),
        async (request) => void statuses.add(await expectAnswer(operation, request)),
      );
      await fc.assert(property, { seed: SEED, numRuns: REQUESTS_PER_OPERATION });
    }
    const all = new Set([...seen.values()].flatMap((statuses) => [...statuses]));
    const awaited = [200, 201, 204, 400, 403, 404, 409, 412, 413, 414, 415, 422, 428];
    expect(awaited.filter((status) => !all.has(status))).toEqual([]);
    const unreached = [...seen].filter(([, statuses]) => Math.min(...statuses) >= 300);
    const surprising = unreached.map(([name]) => name).filter((name) => !NEEDS_A_SECRET.has(name));
    expect(surprising).toEqual([]);
    expect(await rowsOfForeign()).toEqual(before);
  }, 300_000);

  it('refuses every method that its address is not described with', async () => {
    for (const [path, described] of Object.entries(description.methods)) {
      const address = path.replace(/\{\w+\}/g, 'x');
      const here = methodsAt(address);
      expect(here).toEqual(expect.arrayContaining([...described]));
      const others = ['get', 'post', 'put', 'patch', 'delete', 'options', 'trace'].filter(
        (method) => !here.includes(method),
      );
      for (const method of others) {
        const request = {
          method,
          path: address,
          headers: { 'accept-language': 'th' },
          body: undefined,
        };
        const answer = await sendRaw(api.url, { ...request, method: method.toUpperCase() });
        expect({ path, method, ...expectProblemFor(request, answer) }).toMatchObject({
          code: 'METHOD_NOT_ALLOWED',
        });
        const allowed = String(answer.headers['allow']).toLowerCase().split(', ');
        expect(allowed.filter((each) => each !== 'head').sort()).toEqual(methodsAt(address));
      }
    }
  });
});
