/** Who may do what with the rows of a table, as conditions on a row. What is not named, nobody may. */
export interface RowRules {
  readonly read: string;
  readonly insert?: string;
  /** For a row as it was and as it becomes, where that is not the same. */
  readonly update?: string | { readonly from: string; readonly to: string };
  readonly remove?: string;
}

/**
 * The statement that puts a table under row-level security, for its owner too. The owner sees rows
 * only while it says that it maintains the database, as backups and migrations do; the
 * application's role cannot say so with any effect.
 */
export function protect(table: string, { read, insert, update, remove }: RowRules): string {
  const rule = (command: string, clauses: string) =>
    `CREATE POLICY ${table}_${command.toLowerCase()} ON ${table} FOR ${command} ${clauses};`;
  const statements = [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`,
    // First, since what follows may ask functions that read this very table.
    rule('SELECT', `USING (${IS_DECIDING} OR (${read}))`),
    ...(insert === undefined ? [] : [rule('INSERT', `WITH CHECK (${insert})`)]),
    ...(update === undefined ? [] : [rule('UPDATE', updateClauses(update))]),
    ...(remove === undefined ? [] : [rule('DELETE', `USING (${remove})`)]),
    ownerInMaintenance(table),
  ].join('\n');
  return `DO $do$ BEGIN
    EXECUTE replace($policies$ ${statements} $policies$, '${OWNER}', quote_literal(current_user));
  END $do$`;
}

function updateClauses(update: NonNullable<RowRules['update']>): string {
  const { from, to } = typeof update === 'string' ? { from: update, to: update } : update;
  return `USING (${from}) WITH CHECK (${to})`;
}

/** Stands for the name of the role that makes the table, which the statements do not know. */
const OWNER = ':owner';

/**
 * In a function of the owner that the application has called. The owner is named: who may put on
 * the application's role, or it another, would else pass for such a function.
 */
const IS_DECIDING = `(current_user <> session_user AND current_user = ${OWNER})`;

/**
 * Functions that decide about rights run as the owner in a session of the application: that is how
 * they are told from the owner's own sessions, which have to say that they maintain.
 */
function ownerInMaintenance(table: string): string {
  const isMaintaining = `${IS_DECIDING} OR current_setting('app.maintenance', true) = 'on'`;
  return `CREATE POLICY ${table}_of_owner ON ${table} TO CURRENT_USER
    USING (${isMaintaining}) WITH CHECK (${isMaintaining});`;
}

/** The rows of the organisation that is acted on, for who has `right` there. */
export function inTenantWith(right: string, column = 'organisation_id'): string {
  return `${column} = (SELECT tenant_with('${right}'))`;
}

/**
 * A function that decides about rights: it sees all rows, whoever calls it.
 * @param body of PL/pgSQL, whose plans are kept
 */
export function decidingFunction(signature: string, returns: string, body: string): string {
  return `
    CREATE FUNCTION ${signature} RETURNS ${returns}
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp
    AS $$ ${body} $$;
  `;
}

/**
 * Whether a deciding function is asked about `wanted` by that very person, or by the owner at the
 * command line. Never NULL: where nobody acts, `NOT NULL` would be no refusal.
 */
export const BY_THEMSELF_OR_OWNER =
  '(coalesce(wanted = acting_person(), false) OR session_user = current_user)';

/** A deciding function that also changes something is no function of its arguments. */
export function changing(statement: string): string {
  return statement.replace('plpgsql STABLE', 'plpgsql VOLATILE');
}

/** The statement that puts a deciding function in the place of one of the same signature. */
export function replacing(statement: string): string {
  return statement.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION');
}

/** The statement that takes away the rules of a table, before others are given to it. */
export function withoutRules(table: string): string {
  return ['select', 'insert', 'update', 'delete', 'of_owner']
    .map((rule) => `DROP POLICY IF EXISTS ${table}_${rule} ON ${table};`)
    .join('\n');
}

/** Forbids to change or remove what has been written, whoever asks. */
export function appendOnly(table: string): string {
  return `
    CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER ${table}_never_emptied BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `;
}
