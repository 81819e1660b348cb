import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GRANT_LEVELS, type GrantLevel, TOKEN_SCOPES } from '@sukoyaka/access';
import { newApiToken, tokenHash } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import { GRANT_STATES } from '../../apps/api/src/modules/grants/dto/grant.dto.js';
import {
  bodyOf,
  expectProblem,
  type Http,
  httpOf,
  type RunningApi,
  startApi,
} from '../support/api.js';
import { askables, type SavedAssessment, SITE } from '../support/builders.js';
import {
  endGrant,
  give,
  inDays,
  logOf,
  newOwner,
  type Owner,
  revoke,
  scoredOf,
  seenBy,
} from '../support/grants.js';

type State = (typeof GRANT_STATES)[number];

let api: RunningApi;
let grantee: Owner;
let readers: Readonly<Record<string, Http>>;

const [{ section } = { section: '' }] = askables();

beforeAll(async () => {
  api = await startApi();
  grantee = await newOwner(api);
  readers = await everybody();
});
afterAll(() => api.stop());

async function everybody(): Promise<Record<string, Http>> {
  const { organisation } = grantee;
  const as = async (role: 'editor' | 'reviewer' | 'assessor') =>
    (await api.signIn({ memberOf: { organisation, role } })).http;
  const token = newApiToken();
  await withClient(api.database.adminUrl, (client) =>
    client.query(
      `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at)
       VALUES ($1, $2, $3, 'x', $4, $5, now() + interval '1 day')`,
      [organisation, randomUUID(), tokenHash(token), [...TOKEN_SCOPES], grantee.id],
    ),
  );
  return {
    'owner of the grantee': grantee.http,
    'editor of the grantee': await as('editor'),
    'reviewer of the grantee': await as('reviewer'),
    'assessor of the grantee': await as('assessor'),
    'machine of the grantee': httpOf(api.url, { authorization: `Bearer ${token}` }),
    'owner of a third organisation': (await newOwner(api)).http,
    'operator without access': (await api.signIn({ role: 'operator' })).http,
  };
}

const ROUTES = {
  result: '/assessments/{id}/result',
  report: '/assessments/{id}/report?format=json',
  trace: '/assessments/{id}/trace',
  organisation: '',
  list: '/assessments',
  assessment: '/assessments/{id}',
  section: `/assessments/{id}/sections/${section}`,
  sites: '/sites',
  'another result': '/assessments/{other}/result',
  'another report': '/assessments/{other}/report?format=json',
  members: '/members',
  grants: '/grants',
  consents: '/consents',
} as const;
type Route = keyof typeof ROUTES;
type Statuses = Readonly<Record<Route, number>>;

const all = (status: number) =>
  Object.fromEntries(Object.keys(ROUTES).map((route) => [route, status])) as Record<Route, number>;
const NOTHING: Statuses = all(404);
const BY_RESULT: Statuses = { ...NOTHING, result: 200, report: 403, trace: 403 };
const BY_REPORT: Statuses = { ...BY_RESULT, report: 200, trace: 200 };
/** Sees who takes part, and reads nothing without a reason. */
const BY_OPERATOR: Statuses = { ...all(403), organisation: 200, sites: 200 };

const USERS = ['owner of the grantee', 'editor of the grantee', 'reviewer of the grantee'];

function expected(reader: string, state: State, level: GrantLevel): Statuses {
  if (reader === 'operator without access') return BY_OPERATOR;
  if (!USERS.includes(reader) || state !== 'active') return NOTHING;
  return level === 'report' ? BY_REPORT : BY_RESULT;
}

/** A company whose one assessment is granted, and another one is not. */
async function companyWith(state: State, level: GrantLevel) {
  const giver = await newOwner(api);
  const [granted, other] = [await scoredOf(api, giver), await scoredOf(api, giver, 2025)];
  const term = state === 'upcoming' ? { beginsAt: inDays(1) } : {};
  const id = await give(giver, { to: grantee, level, of: [granted], ...term });
  if (state === 'ended') await endGrant(api, id);
  if (state === 'revoked') await revoke(giver, id).expect(200);
  return { giver, granted, other };
}

const CASES = GRANT_STATES.flatMap((state) => GRANT_LEVELS.map((level) => [state, level] as const));

describe.each(CASES)('with a grant that is %s, of level %s', (state, level) => {
  it('each reads exactly what is granted to them', async () => {
    const { giver, granted, other } = await companyWith(state, level);
    for (const [reader, http] of Object.entries(readers)) {
      const seen: Record<string, number> = {};
      for (const [route, below] of Object.entries(ROUTES)) {
        const path = below.replace('{id}', granted.id).replace('{other}', other.id);
        const response = await http.get(`/api/organisations/${giver.organisation}${path}`);
        const isForPeople = bodyOf(response)['code'] === 'PERSON_ONLY';
        seen[route] = isForPeople ? 404 : response.status;
      }
      expect({ reader, ...seen }).toEqual({ reader, ...expected(reader, state, level) });
    }
  });
});

describe('a granted result', () => {
  let giver: Owner;
  let granted: SavedAssessment;
  beforeAll(async () => {
    giver = await newOwner(api);
    await giver.http.post(`/api/organisations/${giver.organisation}/sites`).send(SITE).expect(201);
    granted = await scoredOf(api, giver);
    await give(giver, { to: grantee, level: 'result', of: [granted] });
  });

  it('holds neither answers nor what quotes them', async () => {
    const own = bodyOf(await giver.http.get(`${granted.path}/result`).expect(200));
    const theirs = bodyOf(await grantee.http.get(`${granted.path}/result`).expect(200));
    const [ownResult, result] = [own['result'], theirs['result']] as Record<string, object>[];
    const { sites, ...organisation } = ownResult?.['organisation'] as { sites: object[] };
    expect(sites).toHaveLength(1);
    expect(result).toEqual({ ...ownResult, organisation, warnings: [] });
    expect(result).not.toHaveProperty('answers');
    expect(result).not.toHaveProperty('trace');
  });

  it('opens no row with answers to who runs statements as the application', async () => {
    const see = (statement: string, values: readonly unknown[] = []) =>
      seenBy(api, grantee.id, giver.organisation, statement, values);
    expect(await see('SELECT FROM evaluation_result')).toEqual([]);
    expect(await see('SELECT FROM assessment_section')).toEqual([]);
    expect(await see('SELECT FROM site')).toEqual([]);
    expect(await see('SELECT FROM membership WHERE person_id <> acting_person()')).toEqual([]);
    expect(await see('SELECT FROM audit_event WHERE chain_id = acting_tenant()')).toEqual([]);
    expect(await see('SELECT id FROM assessment')).toEqual([{ id: granted.id }]);
    const [row] = await see('SELECT result FROM granted_result($1)', [granted.id]);
    expect(Object.keys((row as { result: object }).result)).not.toContain('answers');
  });
});

describe('a granted report', () => {
  it('opens its rows and no others, also to statements', async () => {
    const giver = await newOwner(api);
    const [granted, alone] = [await scoredOf(api, giver), await scoredOf(api, giver, 2025)];
    await scoredOf(api, giver, 2024);
    await give(giver, { to: grantee, of: [granted] });
    await give(giver, { to: grantee, level: 'result', of: [alone] });
    const see = (table: string, id: string) =>
      seenBy(api, grantee.id, giver.organisation, `SELECT ${id} AS id FROM ${table} ORDER BY 1`);
    expect(await see('evaluation_result', 'assessment_id')).toEqual([{ id: granted.id }]);
    const both = [granted.id, alone.id].sort().map((id) => ({ id }));
    expect(await see('assessment', 'id')).toEqual(both);
    expect(await see('access_grant', 'id')).toEqual([]);
  });

  it('shows those earlier cycles of which the reports are granted too', async () => {
    const giver = await newOwner(api);
    const years = [2021, 2022, 2023, 2024, 2025, 2026];
    const cycles = new Map<number, SavedAssessment>();
    for (const year of years) cycles.set(year, await scoredOf(api, giver, year));
    const of = (...wanted: number[]) => wanted.flatMap((year) => cycles.get(year) ?? []);
    await give(giver, { to: grantee, of: of(2021, 2024, 2026) });
    await give(giver, { to: grantee, level: 'result', of: of(2025) });
    const [last] = of(2026);
    const yearsFor = async (http: Http) => {
      const response = await http.get(`${last?.path}/report?format=json&languages=en`).expect(200);
      const { overall } = bodyOf(response) as { overall: { cycles: { year: number }[] } };
      return overall.cycles.map(({ year }) => year);
    };
    expect(await yearsFor(grantee.http)).toEqual([2021, 2024, 2026]);
    expect(await yearsFor(giver.http)).toEqual([2022, 2023, 2024, 2025, 2026]);
  });

  it('comes as PDF as well', async () => {
    const giver = await newOwner(api);
    const granted = await scoredOf(api, giver);
    await give(giver, { to: grantee, of: [granted] });
    const response = await grantee.http.get(`${granted.path}/report`).expect(200);
    expect(response.headers['content-type']).toBe('application/pdf');
  });
});

describe('reading by a grant', () => {
  it('is in the log of the company with the grant; its own people read unnoted', async () => {
    const giver = await newOwner(api);
    const granted = await scoredOf(api, giver);
    const id = await give(giver, { to: grantee, of: [granted] });
    await giver.http.get(`${granted.path}/result`).expect(200);
    for (const what of ['result', 'trace', 'report?format=json']) {
      await grantee.http.get(`${granted.path}/${what}`).expect(200);
    }
    const readings = (await logOf(api, giver.organisation)).slice(1);
    const reading = { actor: grantee.id, object: granted.id, after: { grant: id } };
    expect(readings).toMatchObject([
      { action: 'result.read', ...reading },
      { action: 'report.read', ...reading },
      { action: 'report.read', ...reading },
    ]);
  });

  it('goes by the wider of two grants, and by the other once that is revoked', async () => {
    const giver = await newOwner(api);
    const granted = await scoredOf(api, giver);
    const alone = await give(giver, { to: grantee, level: 'result', of: [granted] });
    const whole = await give(giver, { to: grantee, of: [granted] });
    const [result, trace] = [`${granted.path}/result`, `${granted.path}/trace`];
    await grantee.http.get(result).expect(200);
    await grantee.http.get(trace).expect(200);
    await revoke(giver, whole).expect(200);
    expectProblem(await grantee.http.get(trace), 403, 'RIGHT_MISSING');
    await grantee.http.get(result).expect(200);
    await revoke(giver, alone).expect(200);
    expectProblem(await grantee.http.get(result), 404, 'ORGANISATION_NOT_FOUND');
    const readings = (await logOf(api, giver.organisation)).filter(({ action }) =>
      action.endsWith('.read'),
    );
    expect(readings.map(({ after }) => after?.['grant'])).toEqual([whole, whole, alone]);
  });

  it('ends with the membership in the organisation that it was given to', async () => {
    const giver = await newOwner(api);
    const granted = await scoredOf(api, giver);
    await give(giver, { to: grantee, of: [granted] });
    const memberOf = { organisation: grantee.organisation, role: 'reviewer' } as const;
    const reviewer = await api.signIn({ memberOf });
    await reviewer.http.get(`${granted.path}/result`).expect(200);
    const member = `/api/organisations/${grantee.organisation}/members/${reviewer.id}`;
    await grantee.http.delete(member).expect(204);
    const gone = await reviewer.http.get(`${granted.path}/result`);
    expectProblem(gone, 404, 'ORGANISATION_NOT_FOUND');
  });
});

describe('the database itself', () => {
  it('keeps a grant as it was given, and tells its contacts to nobody afterwards', async () => {
    const giver = await newOwner(api);
    const [granted, other] = [await scoredOf(api, giver), await scoredOf(api, giver, 2025)];
    const id = await give(giver, { to: grantee, of: [granted] });
    const attempt = (statement: string, ...values: unknown[]) =>
      seenBy(api, giver.id, giver.organisation, statement, values);
    const refused = { code: '42501' };
    const later = "UPDATE access_grant SET ends_at = ends_at + interval '1 day' WHERE id = $1";
    await expect(attempt(later, id)).rejects.toMatchObject(refused);
    const add = `INSERT INTO access_grant_assessment (organisation_id, grant_id, assessment_id)
      VALUES (acting_tenant(), $1, $2)`;
    await expect(attempt(add, id, other.id)).rejects.toMatchObject(refused);
    expect(await attempt('SELECT * FROM grant_owners_to_tell($1)', id)).toEqual([]);
    await revoke(giver, id).expect(200);
    const again = `UPDATE access_grant SET revoked_at = NULL, revoked_by = NULL WHERE id = $1
      RETURNING id`;
    expect(await attempt(again, id)).toEqual([]);
    expect(await attempt('SELECT * FROM grant_owners_to_tell($1)', id)).toEqual([]);
  });
});
