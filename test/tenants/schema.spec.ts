import { randomUUID } from 'node:crypto';
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
import { CHANGEABLE, prepareDatabase } from '@sukoyaka/persistence';
import { createTestDatabase, type TestDatabase, withClient } from '@sukoyaka/testing';
import { schemaFaults } from '../support/schema-faults.js';
import { asAdmin, newOperator } from '../support/statements-of-application.js';

/** The columns of the documented rights. */
const HOLDERS = [...ORGANISATION_ROLES, 'access', 'token'];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // Privileges on a database are not copied with it.
  await prepareDatabase(database.ownerUrl, database.appUrl);
});
afterAll(() => database.drop());

const query = <Row>(url: string, text: string) =>
  withClient(url, async (client) => (await client.query(text)).rows as Row[]);

const admin = <Row>(text: string) => query<Row>(database.adminUrl, text);

const APPLICATION = () => new URL(database.appUrl).username;

type Part = Parameters<typeof schemaFaults>[2];
const faultsOf = (part?: Part) =>
  withClient(database.ownerUrl, (client) => schemaFaults(client, APPLICATION(), part));

describe('every table', () => {
  it('is under row-level security, for its owner too, unless it holds nothing of anybody', async () => {
    expect(await faultsOf('tables')).toEqual([]);
  });

  it('has policies for each thing that the application may do with it, which ask who acts', async () => {
    expect(await faultsOf('policies')).toEqual([]);
  });

  it('of a company begins its keys with the company, and refers to nothing of another', async () => {
    expect(await faultsOf('keys')).toEqual([]);
  });

  it('gives the application exactly the privileges that are written down', async () => {
    expect(await faultsOf('privileges')).toEqual([]);
  });

  it('keeps in each row whose it is, and who made it', () => {
    const changeable = Object.values(CHANGEABLE).flat();
    // Of what was accepted or revoked, once; and of the round that an assessment was submitted in.
    expect(changeable.filter((name) => /(^|_)id$|_by$/.test(name)).sort()).toEqual([
      'accepted_by',
      'accepted_by',
      'revoked_by',
      'wave_id',
    ]);
  });

  it('that is only added to, has its guards on', async () => {
    expect(await faultsOf('guards')).toEqual([]);
  });

  it('names its constraints itself', async () => {
    const rows = await admin(`
      SELECT conname AS name FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
        AND conrelid <> 'migration'::regclass AND conname ~ '(_pkey|_fkey|_key|_check)[0-9]*$'`);
    expect(rows).toEqual([]);
  });
});

describe('every function', () => {
  it('is for the application and its owner alone, and finds nothing but what its owner made', async () => {
    expect(await faultsOf('functions')).toEqual([]);
  });
});

describe('every view', () => {
  it('is read with the rights of its reader', async () => {
    expect(await faultsOf('views')).toEqual([]);
  });
});

describe('what is careless in a schema', () => {
  const TABLE = 'CREATE TABLE careless (organisation_id uuid, id uuid, note text)';
  const PROTECTED = `${TABLE};
    ALTER TABLE careless ENABLE ROW LEVEL SECURITY; ALTER TABLE careless FORCE ROW LEVEL SECURITY`;
  it.each([
    ['a table without policies', TABLE, ['careless: no forced row-level security']],
    [
      'a table whose policies do not hold for its owner',
      `${TABLE}; ALTER TABLE careless ENABLE ROW LEVEL SECURITY`,
      ['careless: no forced row-level security'],
    ],
    [
      'a table of another schema',
      'CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.careless (id uuid)',
      ['elsewhere.careless: no forced row-level security'],
    ],
    [
      'a copy of rows',
      'CREATE MATERIALIZED VIEW careless AS SELECT 1 AS one',
      ['careless: no forced row-level security'],
    ],
    [
      'policies that were switched off',
      'ALTER TABLE site DISABLE ROW LEVEL SECURITY',
      ['site: no forced row-level security'],
    ],
    [
      'a policy that opens to all',
      'DROP POLICY site_select ON site; CREATE POLICY site_select ON site FOR SELECT USING (true)',
      ['site_select: does not ask who acts'],
    ],
    [
      'a second policy, which widens the first',
      `CREATE POLICY more ON site FOR SELECT USING (organisation_id = acting_tenant())`,
      [
        'site: policies for DELETE,INSERT,SELECT,SELECT,UPDATE; the application may DELETE,INSERT,SELECT,UPDATE',
      ],
    ],
    [
      'a policy for everything that can be done',
      `${PROTECTED}; CREATE POLICY careless ON careless USING (organisation_id = acting_tenant())`,
      [
        'careless: no policy for its owner in maintenance',
        'careless: policies for ALL; the application may ',
      ],
    ],
    [
      'a policy that asks only of the row that is replaced',
      `DROP POLICY site_update ON site; CREATE POLICY site_update ON site FOR UPDATE
       USING (organisation_id = acting_tenant()) WITH CHECK (true)`,
      ['site_update: does not ask who acts'],
    ],
    [
      'a policy of the owner that asks nothing',
      'ALTER POLICY site_of_owner ON site USING (current_user <> session_user)',
      ['site_of_owner: opens to the owner without being told to'],
    ],
    [
      'a command without a policy',
      'DROP POLICY site_delete ON site',
      ['site: policies for INSERT,SELECT,UPDATE; the application may DELETE,INSERT,SELECT,UPDATE'],
    ],
    [
      "a foreign key that can refer to another company's row",
      `ALTER TABLE assessment ADD CONSTRAINT site_unique UNIQUE (organisation_id, id, edition_id);
       ${PROTECTED}; CREATE POLICY careless_of_owner ON careless TO CURRENT_USER USING (false);
       ALTER TABLE organisation ADD CONSTRAINT name_once UNIQUE (name_en);
       ALTER TABLE site ADD CONSTRAINT group_fk FOREIGN KEY (name_en) REFERENCES organisation (name_en)`,
      [
        'careless_of_owner: opens to the owner without being told to',
        'group_fk: does not begin with the company',
        'name_once: does not begin with the company',
      ],
    ],
    [
      'a foreign key of a company that leaves the company out',
      `ALTER TABLE assessment ADD CONSTRAINT assessment_id_once UNIQUE (id);
       ALTER TABLE evaluation_result ADD CONSTRAINT loose_fk
         FOREIGN KEY (assessment_id) REFERENCES assessment (id)`,
      [
        'assessment_id_once: does not begin with the company',
        'loose_fk: does not begin with the company',
      ],
    ],
    [
      'a row of nobody that refers to one of a company without naming the company',
      `ALTER TABLE site ADD CONSTRAINT site_once UNIQUE (id);
       ALTER TABLE wave ADD site_id uuid,
         ADD CONSTRAINT wave_site_fk FOREIGN KEY (site_id) REFERENCES site (id)`,
      [
        'site_once: does not begin with the company',
        'wave_site_fk: does not begin with the company',
      ],
    ],
    [
      'a unique index that tells what another company has',
      'CREATE UNIQUE INDEX place_once ON site (lower(place))',
      ['place_once: does not begin with the company'],
    ],
    [
      'a function that anybody calls with the rights of its owner',
      "CREATE FUNCTION careless() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
      [
        'careless(): anybody may call it',
        "careless(): runs as its owner on the caller's search_path",
      ],
    ],
    [
      'a function that the application may call and nobody has written down',
      `CREATE FUNCTION careless() RETURNS int LANGUAGE sql SECURITY DEFINER
         SET search_path = public, pg_temp AS 'SELECT 1';
       REVOKE EXECUTE ON FUNCTION careless FROM PUBLIC;
       GRANT EXECUTE ON FUNCTION careless TO :application`,
      ['the application may EXECUTE careless'],
    ],
    [
      'a function that was opened again',
      'GRANT EXECUTE ON FUNCTION personal_data TO PUBLIC; ALTER FUNCTION is_operator RESET search_path',
      [
        "is_operator(): runs as its owner on the caller's search_path",
        'personal_data(): anybody may call it',
      ],
    ],
    [
      'a view with the rights of its owner',
      'CREATE VIEW careless AS SELECT * FROM site',
      ["careless: is read with its owner's rights"],
    ],
    [
      'a rule with the rights of its owner',
      'CREATE RULE careless AS ON INSERT TO site DO ALSO NOTHING',
      ["careless: a rule acts with its owner's rights"],
    ],
    [
      'a log whose guards are off',
      'ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only',
      ['audit_event: lets what was written be changed or removed'],
    ],
    [
      'tables that will be open',
      'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC',
      ['what is made later is open to others by default'],
    ],
    [
      'a table that everybody may read',
      'GRANT SELECT ON migration TO PUBLIC',
      ['the application may SELECT migration'],
    ],
    [
      'a column that stays as it is',
      'GRANT UPDATE (founded_by) ON organisation TO :application',
      ['the application may UPDATE organisation.founded_by'],
    ],
    [
      'what empties a table, and what hangs on it',
      'GRANT TRUNCATE, TRIGGER, REFERENCES ON site TO :application',
      [
        'the application may REFERENCES site',
        'the application may TRIGGER site',
        'the application may TRUNCATE site',
      ],
    ],
    [
      'what erases anybody',
      'GRANT EXECUTE ON FUNCTION remove_person TO :application',
      ['the application may EXECUTE remove_person'],
    ],
    [
      'a place for tables of its own',
      'GRANT CREATE ON SCHEMA public TO PUBLIC',
      ['the application makes things of its own'],
    ],
    [
      'an application without bounds',
      'ALTER ROLE :application SUPERUSER BYPASSRLS CREATEROLE CREATEDB REPLICATION',
      [
        'the application bypasses policies',
        'the application copies the server',
        'the application is a superuser',
        'the application makes databases',
        'the application makes roles',
      ],
    ],
    [
      'an application that owns a table, and reads all others',
      `CREATE TABLE careless (id uuid); ALTER TABLE careless OWNER TO :application;
       GRANT pg_read_all_data TO :application; DROP TABLE careless;
       CREATE SCHEMA elsewhere AUTHORIZATION :application`,
      ['the application belongs to another role', 'the application owns something'],
    ],
  ])('is noticed: %s', async (_, statements, faults) => {
    await withClient(database.adminUrl, async (client) => {
      await client.query('BEGIN');
      await client.query(`SET LOCAL ROLE ${new URL(database.ownerUrl).username}`);
      if (/ROLE|OWNER|AUTHORIZATION/.test(statements)) await client.query('RESET ROLE');
      await client.query(statements.replaceAll(':application', APPLICATION()));
      const found = await schemaFaults(client, APPLICATION());
      await client.query('ROLLBACK');
      expect(found).toEqual(expect.arrayContaining(faults));
    });
  });
});

describe("the application's role", () => {
  it('is no superuser, bypasses nothing and owns nothing', async () => {
    expect(await faultsOf('role')).toEqual([]);
  });

  it('has what was opened to others beside it taken from it by the next start', async () => {
    await query(
      database.ownerUrl,
      `GRANT EXECUTE ON FUNCTION personal_data TO PUBLIC; GRANT CREATE ON SCHEMA public TO PUBLIC;
       GRANT UPDATE ON membership TO ${APPLICATION()}`,
    );
    await prepareDatabase(database.ownerUrl, database.appUrl);
    expect(await faultsOf()).toEqual([]);
    for (const making of ['TABLE public.session_of_mine', 'TEMPORARY TABLE session']) {
      const made = query(database.appUrl, `CREATE ${making} (id uuid)`);
      await expect(made).rejects.toMatchObject({ code: '42501' });
    }
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

  it('of an operator are those of an opened access, for as long as it is open', async () => {
    const [{ person, session }, company] = [await newOperator(database), randomUUID()];
    const found = "INSERT INTO organisation (id, name_en, country) VALUES ($1, 'x', 'TH')";
    await asAdmin(database, found, [company]);
    const rights = async () => {
      const { rows } = await withClient(database.appUrl, (client) =>
        client.query('SELECT enter($1, $2, $3, NULL) AS rights', [person, session, company]),
      );
      return (rows as { rights: string[] }[])[0]?.rights.sort();
    };
    // Whom to open an access to is seen without one.
    expect(await rights()).toEqual(['organisation.read']);
    await asAdmin(
      database,
      `INSERT INTO operator_access (organisation_id, id, person_id, reason, expires_at)
       VALUES ($1, gen_random_uuid(), $2, 'a reason long enough', now() + interval '1 hour')`,
      [company, person],
    );
    expect(await rights()).toEqual(['organisation.read', ...RIGHTS_OF_OPENED_ACCESS].sort());
    const close = 'UPDATE operator_access SET closed_at = now() WHERE person_id = $1';
    await asAdmin(database, close, [person]);
    expect(await rights()).toEqual(['organisation.read']);
  });

  it('that a token can have are those that are written down', async () => {
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
