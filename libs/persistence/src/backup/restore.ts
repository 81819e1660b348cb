import { DomainError } from '@sukoyaka/kernel';
import { isNoSuchDatabase } from '../embedded/start-error.js';
import { appliedMigrations, OWN_MIGRATIONS } from '../maintenance/migration-state.js';
import { type OwnerClient, ownerConnection } from '../maintenance/owner-connection.js';
import { prepareDatabase } from '../preparation/prepare.js';
import type { BackupContents, SavedTable } from './contents.js';
import { copyIn, settleForCopying, tableName, tally } from './copying.js';
import { assertAllVisible } from './create.js';
import type { OpenedBackup } from './read.js';
import { tablesInOrder, type TableShape } from './tables.js';
import { liftGuards } from './target.js';

export interface RestoreTarget {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Its rows are the schema's own: equal in name, they may differ in their running number. */
const MIGRATIONS_TABLE = 'migration';

/**
 * Whether the database could take the backup: it is not there yet or has no tables, or it has the
 * same migrations and no rows that are not the backup's. Writes nothing.
 * @returns whether the database has its tables already
 * @throws DomainError BACKUP_MIGRATIONS_DIFFER, BACKUP_TABLES_DIFFER, BACKUP_TARGET_NOT_EMPTY
 */
export async function checkRestore(backup: OpenedBackup, ownerUrl: string): Promise<boolean> {
  const { contents } = backup;
  try {
    return await ownerConnection(ownerUrl, (client) => checkTarget(client, contents), 'snapshot');
  } catch (error) {
    if (!isNoSuchDatabase(error)) throw error;
    assertSameMigrations(contents, OWN_MIGRATIONS);
    return false;
  }
}

async function checkTarget(client: OwnerClient, contents: BackupContents): Promise<boolean> {
  const tables = await tablesInOrder(client);
  if (tables.length === 0) {
    assertSameMigrations(contents, OWN_MIGRATIONS);
    return false;
  }
  await assertMatching(client, contents, tables);
  await assertAllVisible(client);
  await tablesToFill(client, contents, tables);
  return true;
}

/**
 * Puts all rows of a backup into a database, in one transaction, and compares what the database
 * then holds with the backup. A database without tables is prepared first.
 * @throws what `checkRestore` throws; BACKUP_NOT_EQUAL naming a table; StartError of the preparation.
 * Then no row has been written.
 */
export async function restoreBackup(backup: OpenedBackup, target: RestoreTarget): Promise<void> {
  const hasTables = await checkRestore(backup, target.ownerUrl);
  if (!hasTables) await prepareDatabase(target.ownerUrl, target.appUrl);
  await ownerConnection(target.ownerUrl, (client) => fill(client, backup));
}

async function fill(client: OwnerClient, { contents, tables }: OpenedBackup): Promise<void> {
  await client.query("SET LOCAL lock_timeout = '10s'");
  const shapes = await tablesInOrder(client);
  const names = shapes.map(({ name }) => tableName(client, name));
  await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  await assertMatching(client, contents, shapes);
  const putGuardsBack = await liftGuards(client);
  const toFill = await tablesToFill(client, contents, shapes);
  await client.query(`DELETE FROM ${tableName(client, MIGRATIONS_TABLE)}`);
  for await (const { name, data } of tables()) {
    const shape = toFill.get(name);
    if (shape === undefined) await skip(data);
    else await copyIn(client, shape, data);
  }
  await assertEqual(client, contents, shapes);
  await putGuardsBack();
  await setSequences(client, contents);
}

/** Reads to the end of a table that is there already. */
async function skip(data: AsyncIterable<unknown>): Promise<void> {
  for await (const _piece of data);
}

function assertSameMigrations(contents: BackupContents, present: readonly string[]): void {
  if (JSON.stringify(contents.migrations) === JSON.stringify(present)) return;
  throw new DomainError('BACKUP_MIGRATIONS_DIFFER', { version: contents.productVersion });
}

async function assertMatching(
  client: OwnerClient,
  contents: BackupContents,
  shapes: readonly TableShape[],
): Promise<void> {
  const applied = await appliedMigrations(client);
  if (applied === undefined) {
    throw new DomainError('BACKUP_TARGET_NOT_EMPTY', { table: shapes[0]?.name ?? '' });
  }
  assertSameMigrations(contents, applied);
  const describe = ({ name, columns }: TableShape | SavedTable) => JSON.stringify([name, columns]);
  const expected = new Set(contents.tables.map(describe));
  const found = new Set(shapes.map(describe));
  const odd =
    contents.tables.find((table) => !found.has(describe(table))) ??
    shapes.find((table) => !expected.has(describe(table)));
  if (odd !== undefined) throw new DomainError('BACKUP_TABLES_DIFFER', { table: odd.name });
}

/**
 * The tables to be filled, by name. One that holds what the backup holds, as what migrations
 * themselves put into it, is left alone.
 * @throws DomainError BACKUP_TARGET_NOT_EMPTY naming a table with other rows.
 */
async function tablesToFill(
  client: OwnerClient,
  { tables }: BackupContents,
  shapes: readonly TableShape[],
): Promise<ReadonlyMap<string, TableShape>> {
  await settleForCopying(client);
  const saved = new Map(tables.map((table) => [table.name, table]));
  const toFill = new Map<string, TableShape>();
  for (const shape of shapes) {
    const { name } = shape;
    if (name === MIGRATIONS_TABLE || !(await hasRows(client, name))) toFill.set(name, shape);
    else if (!(await holds(client, shape, saved.get(name)))) {
      throw new DomainError('BACKUP_TARGET_NOT_EMPTY', { table: name });
    }
  }
  return toFill;
}

async function hasRows(client: OwnerClient, table: string): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT FROM ${tableName(client, table)} LIMIT 1`);
  return rowCount === 1;
}

/** Whether the table's rows are those that were saved; many rows are not looked at in vain. */
async function holds(
  client: OwnerClient,
  shape: TableShape,
  saved: SavedTable | undefined,
): Promise<boolean> {
  const { rows } = await client.query<{ count: string }>(
    `SELECT count(*) AS count FROM ${tableName(client, shape.name)}`,
  );
  if (Number(rows[0]?.count) !== saved?.rows) return false;
  return (await tally(client, shape)).sha256 === saved.sha256;
}

async function assertEqual(
  client: OwnerClient,
  { tables }: BackupContents,
  shapes: readonly TableShape[],
): Promise<void> {
  const saved = new Map(tables.map(({ name, sha256 }) => [name, sha256]));
  for (const shape of shapes) {
    const { name, sha256 } = await tally(client, shape);
    if (saved.get(name) !== sha256) throw new DomainError('BACKUP_NOT_EQUAL', { table: name });
  }
}

/** Last of all: unlike everything before, it would not be undone with the transaction. */
async function setSequences(client: OwnerClient, { sequences }: BackupContents): Promise<void> {
  for (const { name, lastValue, isCalled } of sequences) {
    const sequence = tableName(client, name);
    await client.query('SELECT setval($1::regclass, $2, $3)', [sequence, lastValue, isCalled]);
  }
}
