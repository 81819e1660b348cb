import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDetails } from '@sukoyaka/contract';
import fc from 'fast-check';
import { negotiateLocale } from '../../apps/api/src/platform/locale/negotiate-locale.js';
import { bodyOf, type RunningApi, startApi } from '../support/api.js';
import { arbitraryRequest } from '../support/arbitrary-requests.js';
import {
  EDITION,
  NOBODY,
  saveAssessment,
  saveOrganisation,
  SITE,
  submit,
} from '../support/builders.js';
import { Description, type Operation } from '../support/operations.js';
import { type RawAnswer, type RawRequest, sendRaw } from '../support/raw-request.js';

/** The same requests each time; a failure names it with the path to its counterexample. */
const SEED = 20_260_401;
/** Enough that some are left at their first version when others have been changed. */
const SITES = 40;
/** And that some assessments are drafts still when others have been submitted. */
const YEARS = [2011, 2012, 2013, 2014, 2015, 2016];
const REQUESTS_PER_OPERATION = 60;
const SCRIPT = { th: /\p{Script=Thai}/u, ja: /[\p{Script=Hiragana}\p{Script=Han}]/u, en: /[a-z]/ };
const MEMBERS = ['type', 'title', 'status', 'detail', 'code', 'correlationId'] as const;

let api: RunningApi;
let description: Description;
let known: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  api = await startApi();
  description = new Description(bodyOf(await api.http.get('/api/openapi.json')) as never);
  known = await somethingOfEach();
});
afterAll(() => api.stop());

/** Ids to put into addresses: of an organisation, of another one, and of nobody. */
async function somethingOfEach() {
  const organisation = await saveOrganisation(api);
  const drafts = await Promise.all(YEARS.map((year) => beginAssessment(organisation, year)));
  const scored = await saveAssessment(api, await saveOrganisation(api));
  await submit(api, scored).expect(200);
  const sites = `/api/organisations/${organisation}/sites`;
  const made = await Promise.all(
    Array.from({ length: SITES }, () => api.http.post(sites).send(SITE)),
  );
  const [programme = '', year = ''] = EDITION.split('/');
  return {
    organisationId: [...Array<string>(6).fill(organisation), scored.organisation, NOBODY],
    assessmentId: [...drafts, scored.id, NOBODY],
    siteId: made.map((response) => String(bodyOf(response)['id'])),
    sectionId: ['policy', 'policy', 'policy', 'profile'],
    programme: [programme],
    year: [year, '2025'],
    code: ['VERSION_CONFLICT', 'toString'],
  };
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
  expectDescribed(operation, answer);
  if (answer.status >= 400) {
    const { code } = expectProblemFor(request, answer);
    expect(operation.responses[String(answer.status)]?.description.split(', ')).toContain(code);
  }
  return answer.status;
}

describe('every operation of the API', () => {
  it('answers any request as it is described, in the language of the reader', async () => {
    const seen = new Map<string, Set<number>>();
    for (const operation of description.operations) {
      const name = `${operation.method} ${operation.path}`;
      const statuses = new Set<number>();
      seen.set(name, statuses);
      const property = fc.asyncProperty(
        arbitraryRequest(description, operation, known, [api.person.cookie]),
        async (request) => void statuses.add(await expectAnswer(operation, request)),
      );
      await fc.assert(property, { seed: SEED, numRuns: REQUESTS_PER_OPERATION });
    }
    const all = new Set([...seen.values()].flatMap((statuses) => [...statuses]));
    const awaited = [200, 201, 204, 400, 403, 404, 409, 412, 413, 414, 415, 422, 428];
    expect(awaited.filter((status) => !all.has(status))).toEqual([]);
    const unreached = [...seen].filter(([, statuses]) => Math.min(...statuses) >= 300);
    expect(unreached.map(([name]) => name)).toEqual([]);
  }, 60_000);

  it('refuses every method that its address is not described with', async () => {
    for (const [path, described] of Object.entries(description.methods)) {
      const others = ['get', 'post', 'put', 'patch', 'delete', 'options'].filter(
        (method) => !described.includes(method),
      );
      for (const method of others) {
        const address = path.replace(/\{\w+\}/g, 'x');
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
        expect(allowed.filter((each) => each !== 'head').sort()).toEqual([...described].sort());
      }
    }
  });
});
