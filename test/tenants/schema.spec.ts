import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ORGANISATION_ROLES,
  type Right,
  RIGHTS,
  RIGHTS_OF_OPENED_ACCESS,
  RIGHTS_OF_ROLE,
  TOKEN_SCOPES,
} from '@sukoyaka/access';
import { CHANGEABLE, prepareDatabase, PRIVILEGES } from '@sukoyaka/persistence';
import { createTestDatabase, type TestDatabase, withClient } from '@sukoyaka/testing';

/**
 * Tables without rows of any company or person: what they hold is public, of the installation, or
 * (mail that waits, counted failures) unreadable without a key that the database does not have;
 * or it is the hash of chance (challenges that were used).
 */
const SHARED = [
  'installation_event',
  'kept_edition',
  'migration',
  'outbox_mail',
  'reference_cohort',
  'role_right',
  'throttle',
  'used_challenge',
];
/** Tables of people: their keys begin with the person. */
const PERSONAL = [
  'external_identity',
  'one_time_link',
  'passkey',
  'password_credential',
  'person',
  'platform_role',
  'recovery_code',
  'session',
  'staff_invitation',
  'totp_credential',
];
/** Protected, but of no tenant: everybody reads, operators write. */
const COMMON = ['wave'];
/** What keys of a company's tables may begin with. */
const TENANT_COLUMNS: Readonly<Record<string, string>> = {
  organisation: 'id',
  audit_event: 'chain_id',
  audit_head: 'chain_id',
};

/** The columns of the documented rights. */
const HOLDERS = [...ORGANISATION_ROLES, 'access', 'token'];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const query = <Row>(url: string, text: string) =>
  withClient(url, async (client) => (await client.query(text)).rows as Row[]);

const admin = <Row>(text: string) => query<Row>(database.adminUrl, text);

describe('every table', () => {
  it('is under row-level security, for its owner too, unless it holds nothing of anybody', async () => {
    const tables = await admin<{ table: string; isForced: boolean }>(`
      SELECT relname AS table, relrowsecurity AND relforcerowsecurity AS "isForced"
      FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`);
    const open = tables.filter(({ isForced }) => !isForced).map(({ table }) => table);
    expect(open.sort()).toEqual(SHARED);
  });

  it('has policies for each thing that the application may do with it, and no others', async () => {
    const policies = await admin<{ table: string; commands: string[] }>(`
      SELECT tablename AS table, array_agg(cmd ORDER BY cmd)::text[] AS commands
      FROM pg_policies WHERE policyname NOT LIKE '%\\_of\\_owner' GROUP BY tablename`);
    const written = Object.entries(PRIVILEGES)
      .filter(([table]) => !SHARED.includes(table))
      .map(([table, commands]) => ({ table, commands: [...commands].sort() }));
    const byTable = (a: { table: string }, b: { table: string }) => a.table.localeCompare(b.table);
    expect(policies.sort(byTable)).toEqual(written.sort(byTable));
  });

  it('asks who acts in each of its rules', async () => {
    const rules = await admin<{ policy: string; rule: string }>(`
      SELECT policyname AS policy, coalesce(qual, '') || coalesce(with_check, '') AS rule
      FROM pg_policies WHERE policyname NOT LIKE '%\\_of\\_owner'`);
    const asking =
      /acting_person|acting_tenant|tenant_with|presented_key|is_operator|access_grant g/;
    const careless = rules.filter(({ rule }) => !asking.test(rule)).map(({ policy }) => policy);
    expect(careless).toEqual(COMMON.map((table) => `${table}_select`));
  });

  it('opens to its owner only in maintenance', async () => {
    const rules = await admin<{ table: string; rule: string; roles: string[] }>(`
      SELECT tablename AS table, qual AS rule, roles::text[] AS roles
      FROM pg_policies WHERE policyname LIKE '%\\_of\\_owner'`);
    expect(rules.length).toBe(Object.keys(PRIVILEGES).length - SHARED.length + 1);
    const [{ rule } = { rule: '' }] = rules;
    expect(rule).toMatch(/CURRENT_USER <> SESSION_USER.* OR .*app\.maintenance/s);
    for (const each of rules) expect(each).toMatchObject({ rule, roles: [expect.any(String)] });
    expect(rules.flatMap(({ roles }) => roles)).not.toContain('public');
  });

  it('of a company begins its keys with the company, of a person with the person', async () => {
    const keys = await admin<{ table: string; name: string; first: string; to: string | null }>(`
      SELECT conrelid::regclass::text AS table, conname AS name, a.attname AS first,
             nullif(confrelid, 0)::regclass::text AS to
      FROM pg_constraint JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]
      WHERE contype IN ('p', 'f') AND connamespace = 'public'::regnamespace`);
    const elsewhere = [...SHARED, ...PERSONAL, ...COMMON];
    const ofCompanies = keys.filter(
      ({ table, to }) => !elsewhere.includes(table) && !elsewhere.includes(to ?? ''),
    );
    const others = ofCompanies.filter(
      ({ table, first }) => first !== (TENANT_COLUMNS[table] ?? 'organisation_id'),
    );
    // A grant names two companies.
    expect(others.map(({ name }) => name)).toEqual(['access_grant_grantee_fk']);
  });

  it('names its constraints itself', async () => {
    const rows = await admin(`
      SELECT conname AS name FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
        AND conrelid <> 'migration'::regclass AND conname ~ '(_pkey|_fkey|_key|_check)[0-9]*$'`);
    expect(rows).toEqual([]);
  });

  it('gives the application exactly the privileges that are written down', async () => {
    const rows = await query<{ table: string; privilege: string }>(
      database.appUrl,
      `SELECT c.relname AS table, p.name AS privilege
       FROM pg_class c, unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE']) AS p(name)
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND (has_table_privilege(c.oid, p.name)
           OR (p.name = 'UPDATE' AND has_any_column_privilege(c.oid, p.name)))`,
    );
    const granted = rows.map(({ table, privilege }) => `${table} ${privilege}`);
    const written = Object.entries(PRIVILEGES).flatMap(([table, privileges]) =>
      privileges.map((privilege) => `${table} ${privilege}`),
    );
    expect(granted.sort()).toEqual(written.sort());
  });

  it('keeps in each row what is not written down as changeable: whose it is, and who made it', async () => {
    const rows = await query<{ table: string; columns: string[] }>(
      database.appUrl,
      `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attname) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND has_column_privilege(c.oid, a.attnum, 'UPDATE') GROUP BY c.relname`,
    );
    const changeable = Object.fromEntries(rows.map(({ table, columns }) => [table, columns]));
    const written = Object.entries(CHANGEABLE).map(([table, columns]) => [
      table,
      columns.toSorted(),
    ]);
    expect(changeable).toEqual(Object.fromEntries(written));
    const all = Object.values(changeable).flat();
    expect(all.filter((name) => /(^|_)id$|_by$/.test(name)).toSorted()).toEqual([
      // Of what was accepted or revoked, once; and of the round that an assessment was submitted in.
      'accepted_by',
      'accepted_by',
      'revoked_by',
      'wave_id',
    ]);
  });
});

describe('every function', () => {
  interface Callable {
    readonly name: string;
    readonly isPublic: boolean;
    readonly isPinned: boolean;
    readonly isMine: boolean;
  }
  const functions = () =>
    query<Callable>(
      database.appUrl,
      `SELECT p.proname AS name,
         EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS granted
           WHERE granted.grantee = 0) AS "isPublic",
         NOT p.prosecdef OR p.proconfig @> '{"search_path=public, pg_temp"}' AS "isPinned",
         has_function_privilege(p.oid, 'EXECUTE') AS "isMine"
       FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace ORDER BY p.proname`,
    );
  const named = (rows: readonly Callable[]) => rows.map(({ name }) => name);

  it('is for the application and its owner alone, and none of what others use for it too', async () => {
    const all = await functions();
    expect(named(all.filter(({ isPublic }) => isPublic))).toEqual([]);
    const inner = ['refuse_change', 'remove_person'];
    expect(named(all.filter(({ isMine }) => !isMine))).toEqual(inner);
  });

  it('that decides as its owner finds nothing but what its owner made', async () => {
    expect(named((await functions()).filter(({ isPinned }) => !isPinned))).toEqual([]);
    const making = query(database.appUrl, 'CREATE TABLE public.session_of_mine (id uuid)');
    await expect(making).rejects.toMatchObject({ code: '42501' });
  });

  it('that is new and open to all is noticed, and closed by the next start where it is known', async () => {
    await query(database.ownerUrl, 'GRANT EXECUTE ON FUNCTION personal_data TO PUBLIC');
    await query(
      database.ownerUrl,
      "CREATE FUNCTION careless() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
    );
    const all = await functions();
    expect(named(all.filter(({ isPublic }) => isPublic))).toEqual(['careless', 'personal_data']);
    expect(named(all.filter(({ isPinned }) => !isPinned))).toEqual(['careless']);
    await query(database.ownerUrl, 'DROP FUNCTION careless');
    await prepareDatabase(database.ownerUrl, database.appUrl);
    expect(named((await functions()).filter(({ isPublic }) => isPublic))).toEqual([]);
    const hiding = query(database.appUrl, 'CREATE TEMPORARY TABLE session (id uuid)');
    await expect(hiding).rejects.toMatchObject({ code: '42501' });
  });
});

describe("the application's role", () => {
  it('is no superuser, bypasses nothing and owns nothing', async () => {
    const [role] = await query(
      database.appUrl,
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

  it('cannot say with any effect that it maintains the database', async () => {
    await withClient(database.adminUrl, (client) =>
      client.query(
        "INSERT INTO person (id, email, name, language, time_zone) VALUES (gen_random_uuid(), 'x@example.com', 'x', 'en', 'UTC')",
      ),
    );
    const seen = (url: string) =>
      withClient(url, async (client) => {
        await client.query("SELECT set_config('app.maintenance', 'on', false)");
        return (await client.query('SELECT FROM person')).rowCount;
      });
    expect(await seen(database.appUrl)).toBe(0);
    expect(await seen(database.ownerUrl)).toBe(1);
  });
});

describe('the rights in the database', () => {
  it('are those of the roles', async () => {
    const rows = await admin<{ role: string; rights: string[] }>(
      'SELECT role, array_agg(right_name ORDER BY right_name) AS rights FROM role_right GROUP BY role',
    );
    const stored = Object.fromEntries(rows.map(({ role, rights }) => [role, rights]));
    const written = Object.entries(RIGHTS_OF_ROLE).map(([role, rights]) => [
      role,
      rights.toSorted(),
    ]);
    expect(stored).toEqual(Object.fromEntries(written));
  });

  it('that an opened access and a token can have, are those that are written down', async () => {
    const [access] = await admin<{ source: string }>(
      "SELECT prosrc AS source FROM pg_proc WHERE proname = 'rights_here'",
    );
    for (const right of RIGHTS_OF_OPENED_ACCESS) expect(access?.source).toContain(`'${right}'`);
    const [scopes] = await admin<{ rule: string }>(
      "SELECT pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname = 'api_token_scopes_known'",
    );
    const known = [...(scopes?.rule ?? '').matchAll(/'([a-z]+\.[a-z]+)'/g)].map(([, name]) => name);
    expect(known.sort()).toEqual(TOKEN_SCOPES.toSorted());
  });

  it('are those that are documented', () => {
    const text = readFileSync('docs/security/access-rules.md', 'utf8');
    const lines = text.split('\n').filter((line) => line.startsWith('| `'));
    const cells = lines.map((line) => line.split('|').map((cell) => cell.trim()));
    const documented = cells
      .filter((row) => row.length === 10)
      .map(([, right, , ...rest]) => ({
        right: right?.replaceAll('`', ''),
        holders: HOLDERS.filter((_, index) => rest[index] === 'yes'),
      }));
    const known: Readonly<Record<string, readonly Right[]>> = {
      ...RIGHTS_OF_ROLE,
      access: RIGHTS_OF_OPENED_ACCESS,
      token: TOKEN_SCOPES,
    };
    const written = RIGHTS.map((right) => ({
      right,
      holders: HOLDERS.filter((holder) => known[holder]?.includes(right)),
    }));
    expect(documented).toEqual(written);
  });
});
