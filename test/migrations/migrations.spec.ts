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
