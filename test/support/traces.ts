import { withClient } from '@sukoyaka/testing';

/** The tables in which some column of some row holds one of these texts, in any case. */
export async function tracesOf(
  adminUrl: string,
  texts: readonly string[],
): Promise<readonly string[]> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ table: string; column: string }>(
      `SELECT table_name AS table, column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
    );
    const found: string[] = [];
    for (const { table, column } of rows) {
      const value = client.escapeIdentifier(column);
      const statement = `SELECT 1 FROM ${client.escapeIdentifier(table)} t, unnest($1::text[]) AS text
        WHERE position(lower(text) IN lower(${readable(value)})) > 0 LIMIT 1`;
      const { rowCount } = await client.query(statement, [texts]);
      if (rowCount === 1) found.push(`${table}.${column}`);
    }
    return found;
  });
}

/** Of bytes, which are written as digits, also what they spell. */
function readable(value: string): string {
  return `CASE WHEN pg_typeof(t.${value}) = 'bytea'::regtype
    THEN encode(t.${value}::text::bytea, 'escape') ELSE t.${value}::text END`;
}
