import type { OwnerClient } from '../maintenance/owner-connection.js';

/** A table of the product as the database's own catalogue describes it. */
export interface TableShape {
  readonly name: string;
  /** Without generated ones, in the order of the table. */
  readonly columns: readonly string[];
  /** SQL to order by: the primary key, in the same order on every server; the row if there is none. */
  readonly order: string;
}

/** Beside the tables themselves: parts of partitioned ones are read through these. */
const IS_TABLE = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  AND NOT c.relispartition`;

/** Texts are ordered by their bytes: other collations differ between servers and versions. */
const TABLES = `
  SELECT c.relname::text AS name,
    ARRAY(
      SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum
    ) AS columns,
    coalesce((
      SELECT string_agg(
        quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END,
        ', ' ORDER BY k.position)
      FROM pg_index i
      CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k (number, position)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
      WHERE i.indrelid = c.oid AND i.indisprimary
    ), format('%I::text COLLATE "C"', c.relname)) AS "order"
  FROM pg_class c WHERE ${IS_TABLE} ORDER BY c.relname COLLATE "C"`;

/** Deferrable ones are checked at the end of a restore and ask for no order. */
const REFERENCES = `
  SELECT child.relname::text AS child, parent.relname::text AS parent
  FROM pg_constraint f
  JOIN pg_class child ON child.oid = f.conrelid
  JOIN pg_class parent ON parent.oid = f.confrelid
  WHERE f.contype = 'f' AND NOT f.condeferrable AND f.conrelid <> f.confrelid
    AND child.relnamespace = 'public'::regnamespace
    AND parent.relnamespace = 'public'::regnamespace`;

interface Reference {
  readonly child: string;
  readonly parent: string;
}

/** All tables of the schema `public`, those that others refer to first. */
export async function tablesInOrder(client: OwnerClient): Promise<readonly TableShape[]> {
  const { rows: tables } = await client.query<TableShape>(TABLES);
  const { rows: references } = await client.query<Reference>(REFERENCES);
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const ordered: TableShape[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ name }) => !references.some(({ child, parent }) => child === name && waiting.has(parent)),
    );
    if (ready.length === 0) {
      throw new Error(`foreign keys go round in a circle: ${[...waiting.keys()].join(', ')}`);
    }
    for (const table of ready) waiting.delete(table.name);
    ordered.push(...ready);
  }
  return ordered;
}

/** That the owner says it is in maintenance, as the catalogue writes a condition. */
const IN_MAINTENANCE = "(current_setting('app.maintenance'::text, true) = 'on'::text)";

/**
 * A table is seen whole when row-level security is not active for this role, or when a policy opens
 * all rows to the owner in maintenance and none that restricts takes some away again. Such a policy
 * asks for maintenance alone, or for it as the first or last of alternatives: the catalogue puts
 * every part of a condition into brackets, so that the outermost OR can be told by them.
 */
const HIDDEN = `
  SELECT c.relname::text AS name FROM pg_class c
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(p.polpermissive AND rule.opens), false) AS is_opened,
      coalesce(bool_or(NOT p.polpermissive AND NOT rule.opens), false) AS is_restricted
    FROM pg_policy p
    CROSS JOIN LATERAL (
      SELECT q = $1 OR starts_with(q, '(' || $1 || ' OR ')
        OR (starts_with(q, '(') AND right(q, length($1) + 5) = ' OR ' || $1 || ')') AS opens
      FROM coalesce(pg_get_expr(p.polqual, p.polrelid), '') q
    ) rule
    WHERE p.polrelid = c.oid AND p.polcmd IN ('*', 'r')
      AND EXISTS (SELECT FROM unnest(p.polroles) r WHERE r = 0 OR pg_has_role(r, 'USAGE'))
  ) policies
  WHERE ${IS_TABLE} AND row_security_active(c.oid)
    AND (NOT policies.is_opened OR policies.is_restricted)
  ORDER BY c.relname COLLATE "C" LIMIT 1`;

/** The first table of which row-level security may hide rows from this connection. */
export async function tableWithHiddenRows(client: OwnerClient): Promise<string | undefined> {
  // Functions of the system are then written without their schema, and no others are.
  await client.query('SET LOCAL search_path = pg_catalog');
  const { rows } = await client.query<{ name: string }>(HIDDEN, [IN_MAINTENANCE]);
  // Functions that policies call may rely on the usual one.
  await client.query('SET LOCAL search_path TO DEFAULT');
  return rows[0]?.name;
}
