// @ts-check
/** Exit 0 when a PostgreSQL server answers at the connection string given, else 1. */
import { Client } from 'pg';

const connectionString = process.argv[2] ?? '';
const client = new Client({ connectionString, connectionTimeoutMillis: 3_000 });
try {
  await client.connect();
  await client.end();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
