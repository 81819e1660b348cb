import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORGANISATION_ROLES, TOKEN_SCOPES } from '@sukoyaka/access';
import { newApiToken, tokenHash } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import type { Client } from 'pg';
import { Dispatcher } from '../../apps/api/src/platform/mail/dispatcher.js';
import { bodyOf, type Http, httpOf, type RunningApi, startApi } from '../support/api.js';
import { saveOrganisation } from '../support/builders.js';
import { exampleBody } from '../support/example-body.js';
import { Description, isOfCompany, isPlainReading, type Operation } from '../support/operations.js';
import { statementsOf } from '../support/statements.js';
import { type Company, companyOf } from '../support/whole-company.js';

/** Stands in everything that belongs to the other company: no stranger's answer may hold it. */
const SECRET = 'ลับเฉพาะบริษัท';
/** Stands likewise in what is of one's own. */
const MARK = 'ข้อมูลของบริษัทเราเอง';

let api: RunningApi;
let description: Description;
let own: Company;
let other: Company;
/** Ids of the right form that name nothing. */
let nothing: Company;
/** Everybody who is not of the other company. */
let strangers: Readonly<Record<string, Http>>;

beforeAll(async () => {
  api = await startApi();
  // Its questions would come between those of the requests.
  api.app.get(Dispatcher).hold();
  description = new Description(bodyOf(await api.http.get('/api/openapi.json')) as never);
  own = await companyOf(api, api.person, MARK);
  const rival = await api.signIn({ name: SECRET });
  other = await companyOf(api, rival, SECRET);
  const section = other.ids['sectionId'] ?? '';
  const ids = Object.keys(other.ids).map((name) => [
    name,
    name === 'sectionId' ? section : randomUUID(),
  ]);
  nothing = { ids: Object.fromEntries(ids) as Record<string, string> };
  strangers = await everybodyElse();
});
afterAll(() => api.stop());

/** Each role of one's own company, its machine, an outsider and a ministry's analyst. */
async function everybodyElse(): Promise<Record<string, Http>> {
  const organisation = own.ids['organisationId'] ?? '';
  const members = ORGANISATION_ROLES.map(async (role) => {
    const member = await api.signIn({ memberOf: { organisation, role } });
    return [`a stranger's ${role}`, member.http] as const;
  });
  const token = newApiToken();
  await withClient(api.database.adminUrl, (client) =>
    client.query(
      `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at)
       VALUES ($1, $2, $3, 'x', $4, $5, now() + interval '1 day')`,
      [organisation, randomUUID(), tokenHash(token), [...TOKEN_SCOPES], api.person.id],
    ),
  );
  return {
    ...Object.fromEntries(await Promise.all(members)),
    "a stranger's machine": httpOf(api.url, { authorization: `Bearer ${token}` }),
    'a person of no company': (await api.signIn()).http,
    "a ministry's analyst": (await api.signIn({ role: 'ministry-analyst' })).http,
  };
}

const ofCompanies = () => description.operations.filter(isOfCompany);

/** What the query of a route has to say, for it to be looked at. */
const QUERIES: Readonly<Record<string, string>> = {
  '/api/organisations/{organisationId}/audit/export': '?format=csv',
};

function addressOf({ path }: Operation, ids: Company['ids']): string {
  return `${filled(path, ids)}${QUERIES[path] ?? ''}`;
}

function filled(path: string, ids: Company['ids']): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`${path}: give the companies of this test a ${name}`);
    return id;
  });
}

async function call(http: Http, operation: Operation, ids: Company['ids']) {
  const method = operation.method as 'get' | 'post' | 'put' | 'delete';
  const body = exampleBody(description, operation.body);
  const response = await http[method](addressOf(operation, ids))
    .set('If-Match', '"1"')
    .set('Idempotency-Key', randomUUID())
    .send(method === 'get' ? undefined : (body as object | undefined));
  return { status: response.status, body: bodyOf(response), text: response.text };
}

/** An answer without what is of one request, and without the ids that the request itself named. */
function comparable({ status, text }: { status: number; text: string }, { ids }: Company): string {
  const named = Object.values(ids).reduce((all, id) => all.replaceAll(id, '…'), text);
  return `${status} ${named.replace(/"correlationId":"[^"]*"/, '')}`;
}

describe('every route of a company', () => {
  it('tells strangers nothing: there is no such company', async () => {
    const routes = ofCompanies();
    expect(routes.length).toBeGreaterThan(15);
    for (const [who, http] of Object.entries(strangers)) {
      for (const operation of routes) {
        const route = `${who}: ${operation.method} ${operation.path}`;
        const answer = await call(http, operation, other.ids);
        expect({ route, isRefused: [403, 404].includes(answer.status) }).toEqual({
          route,
          isRefused: true,
        });
        const { code } = answer.body;
        const isRefusedAsSuch = ['PERSON_ONLY', 'STAFF_ONLY'].includes(String(code));
        expect({ route, code: isRefusedAsSuch ? 'ORGANISATION_NOT_FOUND' : code }).toEqual({
          route,
          code: 'ORGANISATION_NOT_FOUND',
        });
        expect(answer.text).not.toContain(SECRET);
      }
    }
  });

  it('answers a stranger as if the company were nobody’s, by the same questions to the database', async () => {
    const http = strangers["a stranger's owner"] ?? api.http;
    for (const operation of ofCompanies()) {
      const route = `${operation.method} ${operation.path}`;
      const real = await statementsOf(() => call(http, operation, other.ids));
      const none = await statementsOf(() => call(http, operation, nothing.ids));
      expect({ route, answer: comparable(real.result, other) }).toEqual({
        route,
        answer: comparable(none.result, nothing),
      });
      expect(real.statements.length).toBeGreaterThan(0);
      expect({ route, statements: real.statements }).toEqual({
        route,
        statements: none.statements,
      });
    }
  });

  it('finds nothing of another company under the own one', async () => {
    const routes = ofCompanies().filter(({ path }) =>
      /\{(?!organisationId|sectionId)\w+\}/.test(path),
    );
    expect(routes.length).toBeGreaterThan(8);
    const mixed = (company: Company) => ({
      ids: { ...company.ids, organisationId: own.ids['organisationId'] ?? '' },
    });
    for (const operation of routes.filter(({ path }) => !path.startsWith('/api/operator'))) {
      const route = `${operation.method} ${operation.path}`;
      const [real, none] = [
        await call(api.http, operation, mixed(other).ids),
        await call(api.http, operation, mixed(nothing).ids),
      ];
      expect({ route, answer: comparable(real, mixed(other)) }).toEqual({
        route,
        answer: comparable(none, mixed(nothing)),
      });
      expect({ route, status: real.status }).toEqual({ route, status: 404 });
      expect(real.text).not.toContain(SECRET);
    }
  });

  it('is for who has signed in', async () => {
    for (const operation of ofCompanies()) {
      const { status, body } = await call(api.anonymous, operation, other.ids);
      expect({ route: operation.path, status, code: body['code'] }).toEqual({
        route: operation.path,
        status: 401,
        code: 'SIGN_IN_REQUIRED',
      });
    }
  });
});

describe('every other route', () => {
  it('holds nothing of another company', async () => {
    const others = description.operations.filter(isPlainReading);
    expect(others.length).toBeGreaterThan(5);
    const { sectionId: _, ...ids } = other.ids;
    const secrets = [SECRET, ...Object.values(ids)];
    for (const http of [...Object.values(strangers), api.anonymous]) {
      for (const operation of others) {
        const { text, status } = await call(http, operation, {});
        // 404 and 409: no provider to sign in with, and no sign-in that was begun.
        expect([200, 302, 401, 403, 404, 409, 503]).toContain(status);
        const told = secrets.filter((secret) => text.includes(secret));
        expect({ route: operation.path, told }).toEqual({ route: operation.path, told: [] });
      }
    }
  });
});

/** A table with rows of companies, and the column that says whose each is. */
interface OfCompanies {
  readonly table: string;
  readonly column: string;
}

async function tablesOfCompanies(client: Client): Promise<readonly OfCompanies[]> {
  const { rows } = await client.query<OfCompanies>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'organisation_id' ORDER BY table_name`,
  );
  expect(rows.length).toBeGreaterThan(12);
  return [
    { table: 'organisation', column: 'id' },
    { table: 'audit_event', column: 'chain_id' },
    ...rows,
  ];
}

/** How many rows of a company somebody sees, by table. */
async function rowsIn(client: Client, tables: readonly OfCompanies[], company: string) {
  const counts = [];
  for (const { table, column } of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${table} WHERE ${column} = $1`, [company]);
    counts.push({ table, rows: rowCount });
  }
  return counts;
}

describe('the database itself', () => {
  it('shows an intruder who runs statements as the application only what the person may see', async () => {
    const tables = await withClient(api.database.adminUrl, tablesOfCompanies);
    const found = (client: Client) => rowsIn(client, tables, other.ids['organisationId'] ?? '');
    const there = await withClient(api.database.adminUrl, found);
    expect(there.filter(({ rows }) => rows === 0)).toEqual([]);
    await withClient(api.database.appUrl, async (client) => {
      await client.query('BEGIN');
      const rights = await client.query('SELECT enter($1, NULL, $2, NULL) AS rights', [
        api.person.id,
        other.ids['organisationId'],
      ]);
      expect(rights.rows).toEqual([{ rights: [] }]);
      expect((await found(client)).filter(({ rows }) => rows !== 0)).toEqual([]);
      await client.query('ROLLBACK');
    });
  });

  it('lets nobody write into another company', async () => {
    await withClient(api.database.appUrl, async (client) => {
      const attempt = async (statement: string) => {
        await client.query('BEGIN');
        await client.query('SELECT enter($1, NULL, $2, NULL)', [
          api.person.id,
          own.ids['organisationId'],
        ]);
        try {
          return (await client.query(statement, [other.ids['organisationId']])).rowCount;
        } catch (error) {
          return (error as { code: string }).code;
        } finally {
          await client.query('ROLLBACK');
        }
      };
      expect(
        await attempt(
          "INSERT INTO site (organisation_id, id, name_en, country, employees) VALUES ($1, gen_random_uuid(), 'x', 'TH', 1)",
        ),
      ).toBe('42501');
      expect(await attempt("UPDATE organisation SET country = 'XX' WHERE id = $1")).toBe(0);
      expect(
        await attempt("UPDATE assessment_section SET answers = '{}' WHERE organisation_id = $1"),
      ).toBe(0);
      expect(await attempt('DELETE FROM membership WHERE organisation_id = $1')).toBe(0);
      expect(
        await attempt(
          "INSERT INTO membership (organisation_id, person_id, role) VALUES ($1, gen_random_uuid(), 'owner')",
        ),
      ).toBe('42501');
    });
  });
});

describe('whoever is let in', () => {
  it('changes neither what they were let in as nor why', async () => {
    const [operator, invited] = [await api.signIn({ role: 'operator' }), await api.signIn()];
    const organisation = own.ids['organisationId'] ?? '';
    const token = randomUUID();
    await withClient(api.database.adminUrl, async (client) => {
      await client.query(
        `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, expires_at)
         VALUES ($1, gen_random_uuid(), $2, $3, 'reviewer', 'en', now() + interval '1 day')`,
        [organisation, token, invited.email],
      );
      await client.query(
        `INSERT INTO operator_access (organisation_id, id, person_id, reason, expires_at)
         VALUES ($1, gen_random_uuid(), $2, 'asked by the company', now() + interval '1 hour')`,
        [organisation, operator.id],
      );
    });
    const attempts = [
      [invited.id, "UPDATE invitation SET role = 'owner' WHERE token_hash = $1"],
      [
        invited.id,
        'UPDATE invitation SET expires_at = now() + interval $$9 days$$ WHERE token_hash = $1',
      ],
      [operator.id, 'UPDATE operator_access SET reason = $1'],
      [
        operator.id,
        "UPDATE operator_access SET expires_at = now() + interval '2 hours' WHERE reason <> $1",
      ],
      [api.person.id, 'UPDATE assessment SET organisation_id = $1::uuid'],
    ] as const;
    await withClient(api.database.appUrl, async (client) => {
      for (const [person, statement] of attempts) {
        await client.query('BEGIN');
        await client.query('SELECT enter($1, NULL, $2, $3)', [person, organisation, token]);
        const attempt = client.query(statement, [token]);
        await expect(attempt).rejects.toMatchObject({ code: '42501' });
        await client.query('ROLLBACK');
      }
    });
  });
});

describe('a pool of connections', () => {
  it('carries nobody from one transaction to the next', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => api.signIn()));
    const organisations = await Promise.all(
      people.map(async ({ http }) => saveOrganisation({ ...api, http })),
    );
    const reads = Array.from({ length: 200 }, async (_, index) => {
      const [reader, named] = [index % 5, Math.floor(index / 5) % 5];
      const path = `/api/organisations/${organisations[named] ?? ''}`;
      const { status } = await (people[reader]?.http ?? api.http).get(path);
      return status === (reader === named ? 200 : 404);
    });
    expect(await Promise.all(reads)).not.toContain(false);
  });
});
