import { Client } from 'pg';

/** The variable in which the run of the tests names the PostgreSQL server for its databases. */
export const TEST_SERVER_VARIABLE = 'SUKOYAKA_TEST_SERVER_URL';
/** And the one in which it names itself, so that runs side by side don't meet. */
export const TEST_RUN_VARIABLE = 'SUKOYAKA_TEST_RUN';

/** @throws Error unless the name says that the database is for tests. */
export function assertTestDatabase(name: string): void {
  if (!name.includes('test')) {
    throw new Error(`The database "${name}" is not for tests: its name lacks the word "test"`);
  }
}

/** The same server, another database. */
export function onDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** Runs `work` on one connection to a database of the server. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What the run of the tests provides. @throws Error outside of one. */
export function testRun(): { readonly serverUrl: string; readonly prefix: string } {
  const serverUrl = process.env[TEST_SERVER_VARIABLE];
  const run = process.env[TEST_RUN_VARIABLE];
  if (serverUrl === undefined || run === undefined) {
    throw new Error('Database tests run by "npm test", which provides their PostgreSQL server');
  }
  return { serverUrl, prefix: `sukoyaka_test_${run}` };
}
