import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { migrations } from '@sukoyaka/migrations';
import { applicationUrl, migrate, prepareDatabase } from '@sukoyaka/persistence';
import { createEmptyTestDatabase, type TestDatabase, withClient } from '@sukoyaka/testing';
import { DataSource } from 'typeorm';

const databases: TestDatabase[] = [];

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createEmptyTestDatabase();
  databases.push(database);
  return database;
}

afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop();
});

const tablesOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
    );
    return (rows as { tablename: string }[]).map(({ tablename }) => tablename);
  });

/** How many migrations there were before accounts: from there an installation is brought on. */
const RELEASED = 4;
const OF_COMPANIES = [
  'organisation',
  'site',
  'assessment',
  'assessment_section',
  'evaluation_result',
  'idempotency_record',
];

/** A row in each table of the released version, of one company, as the application wrote it. */
async function fillReleased(url: string, company: string): Promise<void> {
  const assessment = randomUUID();
  await withClient(url, async (client) => {
    await client.query("SELECT set_config('app.tenant', $1, false)", [company]);
    await client.query(`
      INSERT INTO organisation (id, name_th, name_ja, country, employees, registration_type, registration_number)
        VALUES ('${company}', 'บริษัท', '会社', 'TH', 120, 'th-juristic', '0105561000009');
      INSERT INTO site (organisation_id, id, name_en, country, employees)
        VALUES ('${company}', gen_random_uuid(), 'Site', 'TH', 80);
      INSERT INTO assessment (organisation_id, id, edition_id, edition_version, edition_hash,
          rule_set_ids, period_start, period_end, status, submitted_at, scored_at)
        VALUES ('${company}', '${assessment}', 'core/2026', '1.0.0', 'hash', '{a,b}', '2025-04-01',
          '2026-03-31', 'scored', now(), now());
      INSERT INTO assessment_section (organisation_id, assessment_id, section_id, answers, version)
        VALUES ('${company}', '${assessment}', 'policy', '{"q": {"value": 1.50}}', 7);
      INSERT INTO evaluation_result (organisation_id, assessment_id, result, rule_sets)
        VALUES ('${company}', '${assessment}', '{"total": 61.5}', '[]');
      INSERT INTO idempotency_record (organisation_id, operation, key, request_hash, response)
        VALUES ('${company}', 'submit', 'key', 'hash', '{"b": 1, "a": 2}');
      INSERT INTO kept_edition (content_hash, edition_id, edition_version, content)
        VALUES ('hash of ${company}', 'core/2026', '1.0.0', '{"b": 1, "a": 2}');
      INSERT INTO reference_cohort (edition_id, edition_version, statistics)
        VALUES ('core/2026', 'of ${company}', '{}');
      INSERT INTO installation_event (name) VALUES ('of ${company}')`);
  });
}

interface TableRows {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** The rows of the released version's tables, each column as its text. */
async function rowsOf(url: string): Promise<readonly TableRows[]> {
  const shared = ['kept_edition', 'reference_cohort', 'installation_event'];
  return withClient(url, async (client) => {
    const all: TableRows[] = [];
    for (const table of [...OF_COMPANIES, ...shared]) {
      const { rows } = await client.query<{ row: Record<string, string> }>(
        `SELECT (SELECT jsonb_object_agg(key, value) FROM json_each_text(row_to_json(t))) AS row
         FROM ${table} t ORDER BY t::text`,
      );
      all.push({ table, rows: rows.map(({ row }) => row) });
    }
    return all;
  });
}

describe('the migrations', () => {
  it('are in order of their times', () => {
    const times = migrations.map(({ name }) => Number(name.slice(-13)));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it('carry data of the first one through all others, as a plain owner', async () => {
    const { ownerUrl, adminUrl } = await emptyDatabase();
    const id = randomUUID();
    await migrate(ownerUrl, 1);
    await withClient(ownerUrl, async (client) => {
      await client.query("SELECT set_config('app.tenant', $1, false)", [id]);
      await client.query("INSERT INTO organisation (id, name_th, country) VALUES ($1, 'ก', 'TH')", [
        id,
      ]);
    });
    await migrate(ownerUrl);
    const { rows } = await withClient(adminUrl, (client) =>
      client.query('SELECT id, name_th FROM organisation'),
    );
    expect(rows).toEqual([{ id, name_th: 'ก' }]);
  });

  it('carry every row of the released tables through, unchanged, and show it to members alone', async () => {
    const { ownerUrl, appUrl, adminUrl } = await emptyDatabase();
    await migrate(ownerUrl, RELEASED);
    const [one, other] = [randomUUID(), randomUUID()];
    for (const company of [one, other]) await fillReleased(ownerUrl, company);
    const before = await rowsOf(adminUrl);
    expect(before.every(({ rows }) => rows.length > 0)).toBe(true);
    await prepareDatabase(ownerUrl, appUrl);
    const after = await rowsOf(adminUrl);
    for (const [index, { table, rows }] of before.entries()) {
      const known = Object.keys(rows[0] ?? {});
      const kept = after[index]?.rows.map((row) =>
        Object.fromEntries(known.map((column) => [column, row[column]])),
      );
      expect({ table, rows: kept }).toEqual({ table, rows });
    }
    const member = randomUUID();
    await withClient(adminUrl, (client) =>
      client.query(
        `INSERT INTO person (id, email, name, language, time_zone)
           VALUES ('${member}', 'member@example.com', 'Member', 'th', 'Asia/Bangkok');
         INSERT INTO membership (organisation_id, person_id, role)
           VALUES ('${one}', '${member}', 'reviewer')`,
      ),
    );
    for (const [person, seen] of [
      [member, 1],
      [null, 0],
    ] as const) {
      await withClient(appUrl, async (client) => {
        await client.query('BEGIN');
        await client.query('SELECT enter($1, NULL, $2, NULL)', [person, one]);
        for (const table of OF_COMPANIES) {
          const { rowCount } = await client.query(`SELECT FROM ${table}`);
          const isWritersOnly = table === 'idempotency_record';
          expect({ table, rowCount }).toEqual({ table, rowCount: isWritersOnly ? 0 : seen });
        }
      });
    }
  });

  it('can be taken back, one after the other, and applied again', async () => {
    const { ownerUrl } = await emptyDatabase();
    await migrate(ownerUrl);
    const all = await tablesOf(ownerUrl);
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: [...migrations],
      migrationsTableName: 'migration',
    });
    await source.initialize();
    for (const _each of migrations) await source.undoLastMigration();
    await source.destroy();
    expect(await tablesOf(ownerUrl)).toEqual(['migration']);
    await migrate(ownerUrl);
    expect(await tablesOf(ownerUrl)).toEqual(all);
  });
});

describe('prepareDatabase', () => {
  it('may run several times at once', async () => {
    const { ownerUrl, appUrl } = await emptyDatabase();
    await Promise.all(Array.from({ length: 3 }, () => prepareDatabase(ownerUrl, appUrl)));
    expect(await tablesOf(ownerUrl)).toContain('assessment');
  });

  it('refuses an application that owns the database', async () => {
    const { ownerUrl, adminUrl } = await emptyDatabase();
    for (const role of [ownerUrl, adminUrl]) {
      await expect(prepareDatabase(ownerUrl, role)).rejects.toThrow('DATABASE_APP_URL');
    }
    expect(await tablesOf(ownerUrl)).toEqual([]);
  });

  it('refuses an application that belongs to a role without bounds', async () => {
    const { ownerUrl, adminUrl, name } = await emptyDatabase();
    const [plain, unbound] = [`${name}_plain`, `${name}_unbound`];
    const url = Object.assign(new URL(adminUrl), { username: plain, password: 'x' });
    const admin = (statements: string) =>
      withClient(adminUrl, (client) => client.query(statements));
    await admin(`CREATE ROLE ${plain} LOGIN PASSWORD 'x'; CREATE ROLE ${unbound} BYPASSRLS;
      GRANT ${unbound} TO ${plain}`);
    try {
      await expect(prepareDatabase(ownerUrl, url.href)).rejects.toThrow('DATABASE_APP_URL');
    } finally {
      await admin(`DROP ROLE ${plain}, ${unbound}`);
    }
  });

  it('refuses a schema of another in which the application could make functions', async () => {
    const { ownerUrl, appUrl, adminUrl } = await emptyDatabase();
    await withClient(adminUrl, (client) =>
      client.query(`ALTER SCHEMA public OWNER TO CURRENT_USER;
        GRANT ALL ON SCHEMA public TO PUBLIC`),
    );
    await expect(prepareDatabase(ownerUrl, appUrl)).rejects.toThrow(
      /^DATABASE_URL: the role ".*" could put functions .*REVOKE CREATE ON SCHEMA public/,
    );
  });

  it('makes the database and the role that are missing', async () => {
    const { adminUrl, name } = await emptyDatabase();
    const url = new URL(adminUrl);
    url.pathname = `/${name}_made`;
    try {
      await prepareDatabase(url.href, applicationUrl(url.href));
      expect(await tablesOf(applicationUrl(url.href))).toContain('assessment');
    } finally {
      await withClient(adminUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name}_made WITH (FORCE)`);
        await client.query(`DROP ROLE IF EXISTS ${name}_made_app`);
      });
    }
  });

  it('refuses an application that is led to another database', async () => {
    const [{ ownerUrl, appUrl }, other] = [await emptyDatabase(), await emptyDatabase()];
    await prepareDatabase(ownerUrl, appUrl);
    await expect(prepareDatabase(ownerUrl, other.appUrl)).rejects.toThrow(
      /^DATABASE_APP_URL: it leads to another database/,
    );
  });

  it('says what a role that does not own the database can do', async () => {
    const { adminUrl, appUrl, name } = await emptyDatabase();
    await withClient(adminUrl, (client) =>
      client.query(`CREATE ROLE ${name}_poor LOGIN PASSWORD 'x'`),
    );
    try {
      const poor = Object.assign(new URL(adminUrl), { username: `${name}_poor`, password: 'x' });
      await expect(prepareDatabase(poor.href, appUrl)).rejects.toThrow(
        /^DATABASE_URL: the database ".*" cannot be prepared .*make the role ".*_poor" its owner/,
      );
      poor.pathname = `/${name}_none`;
      await expect(prepareDatabase(poor.href, appUrl)).rejects.toThrow(
        /^DATABASE_URL: the database ".*_none" does not exist and cannot be made .*CREATEDB/,
      );
    } finally {
      await withClient(adminUrl, (client) => client.query(`DROP ROLE ${name}_poor`));
    }
  });

  it('says which variable is wrong when nobody answers', async () => {
    const nobody = 'postgres://owner:secret@127.0.0.1:9/nothing';
    const attempt = prepareDatabase(nobody, applicationUrl(nobody));
    await expect(attempt).rejects.toThrow(/^DATABASE_URL: no connection to 127\.0\.0\.1:9/);
    await expect(attempt).rejects.not.toThrow('secret');
  });
});
