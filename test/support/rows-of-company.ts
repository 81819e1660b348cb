import { withClient } from '@sukoyaka/testing';

/** Where what strangers may ask to be mailed to somebody is kept: a link to a new password. */
const ASKED_BY_ANYBODY = ['one_time_link'];

/** By which column rows belong to a company, and by which to one of its people. */
const TABLES = `
  SELECT c.table_name AS "table", bool_or(c.column_name = 'organisation_id') AS "isOfCompany",
    bool_or(c.column_name = 'chain_id') AS "isOfLog"
  FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
    AND c.column_name IN ('organisation_id', 'chain_id', 'person_id')
    AND c.table_name <> ALL ($1)
  GROUP BY c.table_name ORDER BY c.table_name`;

interface Table {
  readonly table: string;
  readonly isOfCompany: boolean;
  readonly isOfLog: boolean;
}

/**
 * Every row of a company, its log and its people, as text: what has been touched differs.
 * @param url connection of the server's administrator
 */
export function rowsOfCompany(url: string, organisation: string): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<Table>(TABLES, [ASKED_BY_ANYBODY]);
    const found: string[] = [];
    for (const [table, condition] of [...WHOLE, ...tables.map(conditionOf)]) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE ${condition} ORDER BY 1`,
        [organisation],
      );
      found.push(...rows.map(({ row }) => `${table} ${row}`));
    }
    return found;
  });
}

const MEMBERS = 'SELECT person_id FROM membership WHERE organisation_id = $1';
const WHOLE = [
  ['organisation', 'id = $1'],
  ['person', `id IN (${MEMBERS})`],
] as const;

function conditionOf({ table, isOfCompany, isOfLog }: Table): readonly [string, string] {
  if (isOfCompany) return [table, 'organisation_id = $1'];
  return isOfLog ? [table, 'chain_id = $1'] : [table, `person_id IN (${MEMBERS})`];
}

/** The ids that stand in rows; but not those of requests, which are nobody's. */
export function idsIn(rows: readonly string[]): readonly string[] {
  const found = rows.flatMap((row) =>
    row
      .replace(/"correlation_id": "[^"]*"/, '')
      .match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g),
  );
  return [...new Set(found.filter((id) => id !== null))];
}
