import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PRIVILEGES } from '@sukoyaka/persistence';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, type RunningApi, startApi } from '../support/api.js';
import { askables, saveAssessment, saveOrganisation, SITE } from '../support/builders.js';

/** Tables that hold nothing of any tenant. */
const SHARED = ['installation_event', 'kept_edition', 'migration', 'reference_cohort'];

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const query = (url: string, text: string, values: readonly unknown[] = []) =>
  withClient(url, async (client) => (await client.query(text, [...values])).rows as unknown[]);

const admin = (text: string) => query(api.database.adminUrl, text);

describe('every table', () => {
  it('of a tenant enables and forces row-level security, with one policy', async () => {
    const rows = await admin(`
      SELECT relname AS table, relrowsecurity AND relforcerowsecurity AS "isForced",
             (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid) AS policies
      FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`);
    const tables = rows as { table: string; isForced: boolean; policies: number }[];
    const tenants = tables.filter(({ table }) => !SHARED.includes(table));
    expect(tenants.length).toBeGreaterThan(3);
    for (const each of tenants) expect(each).toMatchObject({ isForced: true, policies: 1 });
  });

  it('of a tenant begins its keys and foreign keys with the tenant', async () => {
    const rows = await admin(`
      SELECT conrelid::regclass::text AS table, conname AS name, a.attname AS first
      FROM pg_constraint JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]
      WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace`);
    const keys = rows as { table: string; name: string; first: string }[];
    for (const { table, name, first } of keys.filter((each) => !SHARED.includes(each.table))) {
      const tenant = table === 'organisation' ? 'id' : 'organisation_id';
      expect({ name, first }).toEqual({ name, first: tenant });
    }
  });

  it('names its constraints itself', async () => {
    const rows = await admin(`
      SELECT conname AS name FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
        AND conrelid <> 'migration'::regclass AND conname ~ '(_pkey|_fkey|_key|_check)[0-9]*$'`);
    expect(rows).toEqual([]);
  });

  it('gives the application exactly the privileges that are written down', async () => {
    const rows = await query(
      api.database.appUrl,
      `SELECT c.relname AS table, p.name AS privilege
       FROM pg_class c, unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE']) AS p(name)
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND has_table_privilege(c.oid, p.name)`,
    );
    const granted = (rows as { table: string; privilege: string }[]).map(
      ({ table, privilege }) => `${table} ${privilege}`,
    );
    const written = Object.entries(PRIVILEGES).flatMap(([table, privileges]) =>
      privileges.map((privilege) => `${table} ${privilege}`),
    );
    expect(granted.sort()).toEqual(written.sort());
  });
});

describe("the application's role", () => {
  it('is no superuser, bypasses nothing and owns nothing', async () => {
    const [role] = await query(
      api.database.appUrl,
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
    });
  });

  it('sees no row without a tenant, and one tenant at a time with one', async () => {
    const ids = [await saveOrganisation(api), await saveOrganisation(api)];
    for (const url of [api.database.appUrl, api.database.ownerUrl]) {
      expect(await query(url, 'SELECT id FROM organisation')).toEqual([]);
      await withClient(url, async (client) => {
        await client.query("SELECT set_config('app.tenant', $1, false)", [ids[0]]);
        const { rows } = await client.query('SELECT id FROM organisation');
        expect(rows).toEqual([{ id: ids[0] }]);
      });
    }
  });

  it('may not write for another tenant', async () => {
    const [own, other] = [await saveOrganisation(api), await saveOrganisation(api)];
    await withClient(api.database.appUrl, async (client) => {
      await client.query("SELECT set_config('app.tenant', $1, false)", [own]);
      const insert = client.query(
        "INSERT INTO site (organisation_id, id, name_en, country, employees) VALUES ($1, gen_random_uuid(), 'x', 'TH', 1)",
        [other],
      );
      await expect(insert).rejects.toMatchObject({ code: '42501' });
      const { rowCount } = await client.query("UPDATE organisation SET country = 'XX'");
      expect(rowCount).toBe(1);
    });
    const kept = await api.http.get(`/api/organisations/${other}`).expect(200);
    expect(kept.body).toMatchObject({ country: 'TH' });
  });
});

describe('every route', () => {
  it('answers 404 for what belongs to another organisation', async () => {
    const owner = await saveOrganisation(api);
    const stranger = await saveOrganisation(api);
    const assessment = await saveAssessment(api, owner);
    const site = await api.http.post(`/api/organisations/${owner}/sites`).send(SITE).expect(201);
    const [{ section } = { section: '' }] = askables();
    const values: Readonly<Record<string, string>> = {
      organisationId: stranger,
      assessmentId: assessment.id,
      siteId: String(bodyOf(site)['id']),
      sectionId: section,
    };
    const reached = await strangerRequests(values);
    expect(reached.length).toBeGreaterThan(8);
    for (const { request, status } of reached)
      expect({ request, status }).toMatchObject({ status: 404 });
  });
});

/** Calls every documented route below an organisation that names something of it. */
async function strangerRequests(values: Readonly<Record<string, string>>) {
  const { paths } = bodyOf(await api.http.get('/api/openapi.json'));
  const routes = Object.entries(paths as Record<string, object>).filter(([path]) =>
    /\{(assessmentId|siteId)\}/.test(path),
  );
  const calls = routes.flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method as 'get' | 'post' | 'put' | 'delete',
      path: path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
    })),
  );
  return Promise.all(
    calls.map(async ({ method, path }) => {
      const body = path.includes('/sites/')
        ? SITE
        : path.includes('/sections/')
          ? { answers: {} }
          : {};
      const { status } = await api.http[method](path)
        .set('If-Match', '"1"')
        .set('Idempotency-Key', 'k')
        .send(method === 'get' ? undefined : body);
      return { request: `${method} ${path}`, status };
    }),
  );
}

describe('a pool of connections', () => {
  it('carries no tenant from one transaction to the next', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => saveOrganisation(api)));
    const reads = Array.from({ length: 100 }, async (_, index) => {
      const id = ids[index % ids.length] ?? '';
      const response = await api.http.get(`/api/organisations/${id}`).expect(200);
      return bodyOf(response)['id'] === id;
    });
    expect(await Promise.all(reads)).not.toContain(false);
  });
});
