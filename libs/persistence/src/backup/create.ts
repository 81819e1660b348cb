import type { Buffer } from 'node:buffer';
import { DomainError } from '@sukoyaka/kernel';
import { appliedMigrations } from '../maintenance/migration-state.js';
import type { OwnerClient } from '../maintenance/owner-connection.js';
import {
  type BackupContents,
  type BackupHeader,
  overallChecksum,
  RowTally,
  type SavedSequence,
  type SavedTable,
} from './contents.js';
import { copyOut, settleForCopying, tableName } from './copying.js';
import { seal } from './envelope.js';
import { dataFrames, jsonFrame } from './frames.js';
import { tablesInOrder, type TableShape, tableWithHiddenRows } from './tables.js';

/** What the database does not know of a backup. */
export interface BackupOrigin {
  readonly productVersion: string;
  readonly createdAt: Date;
}

/**
 * The file of a backup, piece by piece: all tables in the state that the transaction of `client`
 * sees, which has to be a snapshot. Memory does not grow with the data.
 * @returns (of the generator) what the file holds
 * @throws DomainError DATABASE_NOT_PREPARED; BACKUP_HIDDEN_ROWS naming a table of which rows may be
 * hidden from this connection: then nothing has been yielded.
 */
export async function* backUp(
  client: OwnerClient,
  origin: BackupOrigin,
): AsyncGenerator<Buffer, BackupContents> {
  await assertAllVisible(client);
  await settleForCopying(client);
  const header = await headerOf(client, origin);
  const tables = await tablesInOrder(client);
  const names = tables.map(({ name }) => tableName(client, name));
  // No migration shall change them between the first table and the last.
  await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
  const saved: SavedTable[] = [];
  const sequences: SavedSequence[] = [];
  yield* seal(partsOf(client, header, tables, { saved, sequences }));
  return { ...header, tables: saved, sequences, sha256: overallChecksum(saved) };
}

/** @throws DomainError BACKUP_HIDDEN_ROWS */
export async function assertAllVisible(client: OwnerClient): Promise<void> {
  const table = await tableWithHiddenRows(client);
  if (table !== undefined) throw new DomainError('BACKUP_HIDDEN_ROWS', { table });
}

async function headerOf(client: OwnerClient, origin: BackupOrigin): Promise<BackupHeader> {
  const migrations = await appliedMigrations(client);
  if (migrations === undefined) throw new DomainError('DATABASE_NOT_PREPARED');
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  return {
    productVersion: origin.productVersion,
    createdAt: origin.createdAt.toISOString(),
    serverVersion: rows[0]?.version ?? '',
    migrations,
  };
}

interface Saved {
  readonly saved: SavedTable[];
  readonly sequences: SavedSequence[];
}

async function* partsOf(
  client: OwnerClient,
  header: BackupHeader,
  tables: readonly TableShape[],
  { saved, sequences }: Saved,
): AsyncGenerator<Buffer> {
  yield jsonFrame('header', header);
  for (const table of tables) saved.push(yield* partsOfTable(client, table));
  sequences.push(...(await readSequences(client)));
  yield jsonFrame('manifest', { tables: saved, sequences, sha256: overallChecksum(saved) });
}

async function* partsOfTable(
  client: OwnerClient,
  table: TableShape,
): AsyncGenerator<Buffer, SavedTable> {
  const { name, columns } = table;
  yield jsonFrame('table', { name, columns });
  const rows = new RowTally();
  for await (const piece of copyOut(client, table)) {
    rows.add(piece);
    yield* dataFrames(piece);
  }
  const counted = rows.finish();
  yield jsonFrame('rows', counted);
  return { name, columns, ...counted };
}

/**
 * Sequences take no part in snapshots: read after the tables, each is at least as far as the rows
 * that were saved.
 */
async function readSequences(client: OwnerClient): Promise<readonly SavedSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`,
  );
  const sequences: SavedSequence[] = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<Omit<SavedSequence, 'name'>>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled"
       FROM ${tableName(client, name)}`,
    );
    for (const state of states) sequences.push({ name, ...state });
  }
  return sequences;
}
