import { createWriteStream, existsSync, readdirSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backUp, openBackup, ownerConnection } from '@sukoyaka/persistence/maintenance';
import { createEmptyTestDatabase, type TestDatabase, withClient } from '@sukoyaka/testing';
import { Desk, objects } from '../cli/support.js';
import {
  createSavableDatabase,
  createTrialDatabase,
  fillTrial,
  HARD_TEXTS,
  rowCounts,
} from '../support/backup-databases.js';

const desk = new Desk();
const databases: TestDatabase[] = [];
const origin = { productVersion: '0.0.0', createdAt: new Date('2026-06-01T03:00:00Z') };

async function having(making: Promise<TestDatabase>): Promise<TestDatabase> {
  const database = await making;
  databases.push(database);
  return database;
}

/** Runs a command on a database as its owner does, who is subject to row-level security. */
const asOwner = ({ ownerUrl, appUrl }: TestDatabase, ...argv: readonly string[]) =>
  desk.run(argv, '', { DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl });

let source: TestDatabase;
beforeAll(async () => {
  source = await having(createTrialDatabase());
  await fillTrial(source);
  const { code, err } = await asOwner(source, 'backup', 'create', '--out', 'whole.backup');
  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('whole.backup') });
});
afterAll(async () => {
  desk.clear();
  await Promise.all(databases.map(({ drop }) => drop()));
});

interface Facts {
  readonly sha256: string;
  readonly tables: readonly { name: string; rows: number; sha256: string }[];
}
const factsOf = (out: string) => objects(out)[0] as unknown as Facts;
const rowsIn = (facts: Facts) =>
  Object.fromEntries(facts.tables.map((each) => [each.name, each.rows]));

describe('a backup', () => {
  it('holds every row of every table, as a file that its owner alone can read', async () => {
    const { code, out } = await desk.run(['--json', 'backup', 'verify', 'whole.backup']);
    expect(code).toBe(0);
    expect(rowsIn(factsOf(out))).toEqual(await rowCounts(source));
    expect(rowsIn(factsOf(out))).toMatchObject({
      trial_a_page: HARD_TEXTS.length,
      organisation: 1,
    });
    expect(statSync(desk.path('whole.backup')).mode & 0o777).toBe(0o600);
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('of the same data has the same checksum, whoever may see them makes it', async () => {
    const administrator = { ...source, ownerUrl: source.adminUrl };
    const again = await asOwner(administrator, '--json', 'backup', 'create', '--out', 'b.backup');
    expect(again.code).toBe(0);
    const { out } = await desk.run(['--json', 'backup', 'verify', 'whole.backup']);
    expect(factsOf(again.out)).toMatchObject({ sha256: factsOf(out).sha256 });
  });

  it('goes back into an empty database, equal to the last byte, and is the same when saved again', async () => {
    const target = await having(createTrialDatabase());
    const restored = await asOwner(target, '--json', 'backup', 'restore', 'whole.backup');
    expect({ code: restored.code, err: restored.err }).toEqual({ code: 0, err: '' });
    const again = await asOwner(target, '--json', 'backup', 'create', '--out', 'again.backup');
    expect(factsOf(again.out).tables).toEqual(factsOf(restored.out).tables);
    const pages = 'SELECT * FROM trial_a_page ORDER BY number';
    const rowsOf = ({ adminUrl }: TestDatabase) =>
      withClient(adminUrl, async (client) => (await client.query(pages)).rows as unknown[]);
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
  });

  it('leaves the target with its guards, and its running numbers where they were', async () => {
    const target = await having(createTrialDatabase());
    const shape = `SELECT relname, relforcerowsecurity, tgname, tgenabled FROM pg_class
      LEFT JOIN pg_trigger ON tgrelid = pg_class.oid AND NOT tgisinternal
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1, 3`;
    await withClient(target.adminUrl, async (client) => {
      const before = (await client.query(shape)).rows as unknown[];
      expect((await asOwner(target, 'backup', 'restore', 'whole.backup')).code).toBe(0);
      expect((await client.query(shape)).rows).toEqual(before);
      const { rows } = await client.query<{ number: string }>(
        "INSERT INTO trial_a_page (book_id) VALUES ('a') RETURNING number",
      );
      expect(Number(rows[0]?.number)).toBe(HARD_TEXTS.length + 1);
    });
  });

  it('shows one moment, whatever is written while it is made', async () => {
    const busy = await having(createTrialDatabase());
    await fillTrial(busy);
    const before = await rowCounts(busy);
    await ownerConnection(
      busy.ownerUrl,
      async (client) => {
        const pieces = backUp(client, origin);
        const first = (await pieces.next()).value as Buffer;
        await withClient(busy.adminUrl, async (writer) => {
          await writer.query("INSERT INTO trial_z_book VALUES ('late', 'late')");
          await writer.query("INSERT INTO trial_a_page (book_id) VALUES ('late')");
          await writer.query("UPDATE organisation SET name_en = 'Changed meanwhile'");
        });
        const file = createWriteStream(desk.path('busy.backup'));
        file.write(first);
        await pipeline(Readable.from(pieces), file);
      },
      'snapshot',
    );
    const { contents, close } = await openBackup(desk.path('busy.backup'));
    await close();
    expect(Object.fromEntries(contents.tables.map(({ name, rows }) => [name, rows]))).toEqual(
      before,
    );
    const target = await having(createTrialDatabase());
    expect((await asOwner(target, 'backup', 'restore', 'busy.backup')).code).toBe(0);
    const named = await withClient(target.adminUrl, (client) =>
      client.query('SELECT name_en FROM organisation'),
    );
    expect(named.rows).toEqual([{ name_en: null }]);
  });

  it('is refused where row-level security may hide rows from the owner', async () => {
    const database = await having(createTrialDatabase());
    const create = () => asOwner(database, 'backup', 'create', '--out', 'hidden.backup');
    const change = (sql: string) => withClient(database.ownerUrl, (client) => client.query(sql));
    await change('DROP POLICY trial_a_page_of_owner ON trial_a_page');
    expect(await create()).toMatchObject({ code: 2, err: expect.stringContaining('trial_a_page') });
    await change(`CREATE POLICY partly ON trial_a_page USING (words = 'seen')`);
    expect((await create()).code).toBe(2);
    const maintained = "current_setting('app.maintenance', true) = 'on'";
    const outcomes: unknown[] = [];
    for (const rule of [
      `${maintained} AND words = 'seen'`,
      `words = 'seen' AND (number = 1 OR ${maintained})`,
      `NOT (${maintained} OR number = 1)`,
      maintained,
      `current_user <> session_user OR ${maintained}`,
      `${maintained} OR number = 1`,
    ]) {
      await change(`CREATE POLICY opened ON trial_a_page TO CURRENT_USER USING (${rule})`);
      outcomes.push((await create()).code);
      await change('DROP POLICY opened ON trial_a_page');
    }
    expect(outcomes).toEqual([2, 2, 2, 0, 0, 0]);
    await change(`CREATE POLICY opened ON trial_a_page USING (${maintained})`);
    await change(`CREATE POLICY fewer ON trial_a_page AS RESTRICTIVE USING (words = 'seen')`);
    expect((await create()).code).toBe(2);
  });
});

describe('a restore', () => {
  it('prepares a database that is empty', async () => {
    const [full, empty] = [
      await having(createSavableDatabase()),
      await having(createEmptyTestDatabase()),
    ];
    await withClient(full.adminUrl, (client) =>
      client.query("INSERT INTO installation_event (name) VALUES ('trial')"),
    );
    await asOwner(full, 'backup', 'create', '--out', 'plain.backup');
    const check = await asOwner(empty, 'backup', 'restore', 'plain.backup', '--check');
    expect({ code: check.code, counts: await rowCounts(empty) }).toEqual({ code: 0, counts: {} });
    expect((await asOwner(empty, 'backup', 'restore', 'plain.backup')).code).toBe(0);
    expect(await rowCounts(empty)).toEqual(await rowCounts(full));
  });

  it('writes nothing into a database with other rows, and says where they are', async () => {
    const target = await having(createTrialDatabase());
    await withClient(target.adminUrl, (client) =>
      client.query("INSERT INTO installation_event (name) VALUES ('mine')"),
    );
    const before = await rowCounts(target);
    for (const check of [['--check'], []]) {
      const attempt = await asOwner(target, 'backup', 'restore', 'whole.backup', ...check);
      expect(attempt).toMatchObject({ code: 2, out: '' });
      expect(attempt.err).toContain('installation_event');
    }
    expect(await rowCounts(target)).toEqual(before);
  });

  it('refuses a database with other tables or migrations', async () => {
    const other = await having(createSavableDatabase());
    const tables = await asOwner(other, 'backup', 'restore', 'whole.backup');
    expect(tables).toMatchObject({ code: 2, err: expect.stringContaining('trial') });
    const older = await having(createTrialDatabase());
    await withClient(older.adminUrl, (client) =>
      client.query('DELETE FROM migration WHERE id = (SELECT max(id) FROM migration)'),
    );
    const migrations = await asOwner(older, 'backup', 'restore', 'whole.backup');
    expect(migrations).toMatchObject({ code: 2, err: expect.stringContaining('0.1.0') });
    const foreign = await having(createEmptyTestDatabase());
    await withClient(foreign.ownerUrl, (client) => client.query('CREATE TABLE theirs ()'));
    const theirs = await asOwner(foreign, 'backup', 'restore', 'whole.backup');
    expect(theirs).toMatchObject({ code: 2, err: expect.stringContaining('"theirs"') });
  });

  it('undoes everything when a table does not equal the backup in the end', async () => {
    const target = await having(createTrialDatabase());
    const before = await rowCounts(target);
    // A type that changes what is written, which no guard of a restore can lift.
    await withClient(target.ownerUrl, (client) =>
      client.query('ALTER TABLE trial_a_page ALTER COLUMN ratio TYPE float4'),
    );
    const attempt = await asOwner(target, 'backup', 'restore', 'whole.backup');
    expect(attempt).toMatchObject({ code: 2, out: '' });
    expect(attempt.err).toContain('"trial_a_page"');
    expect(await rowCounts(target)).toEqual(before);
  });
});

describe('a command on a database', () => {
  it.each([
    ['is no connection string', { DATABASE_URL: 'localhost' }, /DATABASE_URL/],
    ['does not answer', { DATABASE_URL: 'postgres://a@127.0.0.1:1/test' }, /reached/],
    ['has not been made yet', { SUKOYAKA_DATA_DIR: 'nowhere' }, /npm start/],
  ])('that %s says what to do', async (_, environment, said) => {
    const attempt = await desk.run(['backup', 'create', '--out', 'x'], '', environment);
    expect(attempt).toMatchObject({ code: 2, out: '', err: expect.stringMatching(said) });
    expect(existsSync(desk.path('nowhere'))).toBe(false);
    expect(existsSync(desk.path('x'))).toBe(false);
  });

  it('without tables says to start it once', async () => {
    const empty = await having(createEmptyTestDatabase());
    const attempt = await asOwner(empty, 'backup', 'create', '--out', 'x');
    expect(attempt).toMatchObject({ code: 2, err: expect.stringContaining('npm start') });
  });
});
