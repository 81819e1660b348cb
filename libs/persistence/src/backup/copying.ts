import { pipeline } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import type { OwnerClient } from '../maintenance/owner-connection.js';
import { RowTally, type SavedTable } from './contents.js';
import type { TableShape } from './tables.js';

/** What the text of a value depends on, the same for all backups; and no limit of time. */
const SETTINGS = {
  client_encoding: 'UTF8',
  datestyle: 'ISO, YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  extra_float_digits: '1',
  bytea_output: 'hex',
  xmlbinary: 'base64',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
} as const;

/** Makes values the same text on every server, for this transaction. */
export async function settleForCopying(client: OwnerClient): Promise<void> {
  for (const [name, value] of Object.entries(SETTINGS)) {
    await client.query('SELECT set_config($1, $2, true)', [name, value]);
  }
}

/** The name of a table in SQL. */
export function tableName(client: OwnerClient, name: string): string {
  return `public.${client.escapeIdentifier(name)}`;
}

function columnList(client: OwnerClient, columns: readonly string[]): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ');
}

/** The rows of a table as COPY text, in their order, as the server sends them. */
export function copyOut(client: OwnerClient, table: TableShape): AsyncIterable<Buffer> {
  const { name, columns, order } = table;
  const list = columnList(client, columns);
  const rows = `SELECT ${list} FROM ${tableName(client, name)} ORDER BY ${order}`;
  return client.query(to(`COPY (${rows}) TO STDOUT`)) as AsyncIterable<Buffer>;
}

/** Fills a table with COPY text. */
export async function copyIn(
  client: OwnerClient,
  { name, columns }: TableShape,
  data: AsyncIterable<Buffer>,
): Promise<void> {
  const target = `${tableName(client, name)} (${columnList(client, columns)})`;
  await pipeline(data, client.query(from(`COPY ${target} FROM STDIN`)));
}

/** Count and checksum of the rows that the table has now. */
export async function tally(client: OwnerClient, table: TableShape): Promise<SavedTable> {
  const rows = new RowTally();
  for await (const piece of copyOut(client, table)) rows.add(piece);
  return { name: table.name, columns: table.columns, ...rows.finish() };
}
