import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assertPrepared,
  ownerConnection,
  type OwnerClient,
  type OwnerMode,
} from '@sukoyaka/persistence/maintenance';
import { createEmptyTestDatabase, type TestDatabase } from '@sukoyaka/testing';
import { withOwnerUrl } from '../../apps/cli/src/database/owner-url.js';
import { Session } from '../../apps/cli/src/session.js';
import { createSavableDatabase, rowCounts } from '../support/backup-databases.js';

let database: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  [database, empty] = [await createSavableDatabase(), await createEmptyTestDatabase()];
});
afterAll(() => Promise.all([database.drop(), empty.drop()]));

/** A run of the program whose owner's connection is this. */
function sessionOn({ ownerUrl }: TestDatabase): Session {
  const host = {
    folder: '.',
    environment: { DATABASE_URL: ownerUrl },
    terminal: false,
    now: () => new Date(0),
    readStandardInput: () => Promise.resolve(Buffer.alloc(0)),
    writeOut: () => Promise.resolve(),
    writeError: () => undefined,
  };
  return new Session(host, 'en', false);
}

/** As a command works: where its settings point, and with refusals that its user understands. */
const asCommand = <T>(
  of: TestDatabase,
  work: (client: OwnerClient) => Promise<T>,
  mode?: OwnerMode,
) => withOwnerUrl(sessionOn(of), (url) => ownerConnection(url, work, mode));

const note = (client: OwnerClient, name: string) =>
  client.query('INSERT INTO installation_event (name) VALUES ($1)', [name]);
const count = async (client: OwnerClient, table: string) =>
  (await client.query(`SELECT FROM ${table}`)).rowCount;

describe('work as the owner', () => {
  it('sees the rows of all tenants while it lasts', async () => {
    await ownerConnection(database.ownerUrl, (client) =>
      client.query(
        `INSERT INTO organisation (id, name_en, country)
         VALUES ('00000000-0000-4000-8000-0000000000c1', 'Example', 'TH')`,
      ),
    );
    await ownerConnection(database.ownerUrl, async (client) => {
      expect(await count(client, 'organisation')).toBe(1);
      await client.query('COMMIT');
      expect(await count(client, 'organisation')).toBe(0);
      await client.query('BEGIN');
    });
  });

  it('takes effect as a whole or not at all', async () => {
    const work = async (client: OwnerClient) => {
      await note(client, 'half');
      throw new Error('interrupted');
    };
    await expect(ownerConnection(database.ownerUrl, work)).rejects.toThrow('interrupted');
    const hushed = (client: OwnerClient) =>
      note(client, 'hushed').then(() => client.query('SELECT 1/0').catch(() => undefined));
    await expect(ownerConnection(database.ownerUrl, hushed)).rejects.toThrow('rolled back');
    expect(await rowCounts(database)).toMatchObject({ installation_event: 0 });
  });

  it('writes nothing in a snapshot', async () => {
    const work = asCommand(database, (client) => note(client, 'x'), 'snapshot');
    await expect(work).rejects.toMatchObject({ code: 'DATABASE_REFUSED' });
  });

  it('is refused on a database that this version has not prepared', async () => {
    const work = asCommand(empty, assertPrepared, 'snapshot');
    await expect(work).rejects.toMatchObject({ code: 'DATABASE_NOT_PREPARED' });
  });

  it.each([
    ['a missing table', 'SELECT FROM no_such_table', 'DATABASE_NOT_PREPARED'],
    ['a lost connection', 'SELECT pg_terminate_backend(pg_backend_pid())', 'DATABASE_UNAVAILABLE'],
    ['a constraint', 'INSERT INTO site VALUES (NULL)', 'DATABASE_REFUSED'],
    ['a lacking privilege', 'ALTER DATABASE postgres RENAME TO mine', 'DATABASE_PRIVILEGE'],
  ])('says what to do about %s', async (_, sql, code) => {
    const work = asCommand(database, (client) => client.query(sql));
    await expect(work).rejects.toMatchObject({ name: 'Refusal', code });
  });
});
