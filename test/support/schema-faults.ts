import { CHANGEABLE, PRIVILEGES } from '@sukoyaka/persistence';
import type { Client } from 'pg';

/**
 * Tables without rows of any company or person: what they hold is public, of the installation, or
 * (mail that waits, counted failures) unreadable without a key that the database does not have;
 * or it is the hash of chance (challenges that were used).
 */
const SHARED = [
  'installation_event',
  'kept_edition',
  'migration',
  'outbox_mail',
  'reference_cohort',
  'role_right',
  'throttle',
  'used_challenge',
];
/** Tables of people: their keys begin with the person. */
const PERSONAL = [
  'external_identity',
  'one_time_link',
  'passkey',
  'password_credential',
  'person',
  'platform_role',
  'recovery_code',
  'session',
  'staff_invitation',
  'totp_credential',
];
/** Protected, but of no tenant: everybody reads, operators write. */
const COMMON = ['wave'];
/** What keys of a company's tables begin with, where it is not `organisation_id`. */
const TENANT_COLUMNS: Readonly<Record<string, string>> = {
  organisation: 'id',
  audit_event: 'chain_id',
  audit_head: 'chain_id',
};
/** A grant names two companies. */
const NAMES_ANOTHER = 'access_grant_grantee_fk';
/** Unique over all companies: hashes of secrets, so that who meets one has the secret. */
const UNIQUE_SECRETS = ['api_token_hash_once', 'invitation_token_once'];
/** Tables whose rows stay as they were written, whoever asks. */
const APPEND_ONLY = ['audit_event', 'consent_record', 'organisation_verification'];
/** What only other functions and triggers call. */
const INNER_FUNCTIONS = ['refuse_change', 'remove_person'];

const ASKS_WHO_ACTS =
  /acting_person|acting_tenant|tenant_with|presented_key|is_operator|access_grant g/;
const OURS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

type Ask = <Row>(text: string, ...values: readonly unknown[]) => Promise<Row[]>;

/** What is to be as it should be, and how what is not is found. */
const FINDERS = {
  tables: openTables,
  policies,
  keys,
  functions,
  views,
  guards: switchedOff,
  role: attributes,
  privileges,
} as const;

/**
 * What is wrong with a database, sorted; nothing, where it is as it should be.
 * @param application the name of the application's role
 * @param part what is looked at; everything, if it is left out
 */
export async function schemaFaults(
  client: Client,
  application: string,
  part?: keyof typeof FINDERS,
): Promise<string[]> {
  const ask: Ask = async <Row>(text: string, ...values: readonly unknown[]) =>
    (await client.query(text, [...values])).rows as Row[];
  const faults: string[] = [];
  const finders = part === undefined ? Object.values(FINDERS) : [FINDERS[part]];
  for (const find of finders) faults.push(...(await find(ask, application)));
  return faults.sort();
}

async function openTables(ask: Ask): Promise<string[]> {
  const tables = await ask<{ name: string }>(`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'f', 'm') AND ${OURS}
      AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`);
  return tables
    .filter(({ name }) => !SHARED.includes(name))
    .map(({ name }) => `${name}: no forced row-level security`);
}

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly command: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly owner: string;
  readonly isOfOwner: boolean;
  readonly isOfAll: boolean;
}

/** A deciding function is told by its owner's very name, and the owner itself by what it says. */
const opensToOwner = (owner: string) =>
  `((CURRENT_USER <> SESSION_USER) AND (CURRENT_USER = '${owner}'::name))`;
const inMaintenance = (owner: string) =>
  `(${opensToOwner(owner)} OR (current_setting('app.maintenance'::text, true) = 'on'::text))`;

function faultOf({ table, name, from, to, owner, isOfOwner, isOfAll, command }: Policy) {
  if (isOfOwner) {
    const isAsked = [from, to].every((rule) => rule === inMaintenance(owner));
    return isAsked ? [] : [`${name}: opens to the owner without being told to`];
  }
  if (!isOfAll) return [`${name}: is for some roles only`];
  if (command === 'SELECT' && COMMON.includes(table)) return [];
  const isAsking = [from, to].every((rule) => rule === null || ASKS_WHO_ACTS.test(rule));
  return isAsking ? [] : [`${name}: does not ask who acts`];
}

async function policies(ask: Ask): Promise<string[]> {
  const found = await ask<Policy>(`
    SELECT c.oid::regclass::text AS table, p.polname AS name, pg_get_userbyid(c.relowner) AS owner,
      CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
        WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
      pg_get_expr(p.polqual, c.oid) AS from, pg_get_expr(p.polwithcheck, c.oid) AS to,
      p.polroles = ARRAY[c.relowner] AS "isOfOwner", p.polroles = '{0}' AS "isOfAll"
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid ORDER BY 1, 2`);
  const faults = found.flatMap(faultOf);
  const commands = (table: string) =>
    found.filter((each) => each.table === table && !each.isOfOwner).map(({ command }) => command);
  const tables = new Set([...found.map(({ table }) => table), ...Object.keys(PRIVILEGES)]);
  for (const table of [...tables].filter((each) => !SHARED.includes(each))) {
    const [has, needs] = [
      commands(table).sort().join(),
      (PRIVILEGES[table]?.toSorted() ?? []).join(),
    ];
    if (has !== needs) faults.push(`${table}: policies for ${has}; the application may ${needs}`);
    if (!found.some((each) => each.table === table && each.isOfOwner)) {
      faults.push(`${table}: no policy for its owner in maintenance`);
    }
  }
  return faults;
}

interface Key {
  readonly table: string;
  readonly name: string;
  readonly first: string;
  readonly to: string | null;
  readonly toFirst: string | null;
}

/** Keys of companies' tables begin with the company: no row can refer to another's, or meet it. */
async function keys(ask: Ask): Promise<string[]> {
  const found = await ask<Key>(`
    SELECT k.conrelid::regclass::text AS table, k.conname AS name, a.attname AS first,
      nullif(k.confrelid, 0)::regclass::text AS to, b.attname AS "toFirst"
    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    LEFT JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
    WHERE k.contype = 'f' AND ${OURS}
    UNION ALL
    SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text, coalesce(a.attname, '?'), NULL, NULL
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indisunique AND ${OURS}`);
  const isOfCompanies = (table: string) => ![...SHARED, ...PERSONAL, ...COMMON].includes(table);
  const tenantOf = (table: string) => TENANT_COLUMNS[table] ?? 'organisation_id';
  const isWrong = ({ table, name, first, to, toFirst }: Key) =>
    isOfCompanies(table) &&
    (to === null || isOfCompanies(to)) &&
    ![...UNIQUE_SECRETS, NAMES_ANOTHER].includes(name) &&
    (first !== tenantOf(table) || (to !== null && toFirst !== tenantOf(to)));
  return found.filter(isWrong).map(({ name }) => `${name}: does not begin with the company`);
}

async function functions(ask: Ask): Promise<string[]> {
  const found = await ask<{ name: string; isPublic: boolean; isLoose: boolean; isLeaky: boolean }>(`
    SELECT p.proname AS name, p.proleakproof AS "isLeaky",
      EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS granted
        WHERE granted.grantee = 0) AS "isPublic",
      p.prosecdef AND NOT coalesce(p.proconfig @> '{"search_path=public, pg_temp"}', false) AS "isLoose"
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${OURS}`);
  return found.flatMap(({ name, isPublic, isLoose, isLeaky }) => [
    ...(isPublic ? [`${name}(): anybody may call it`] : []),
    ...(isLoose ? [`${name}(): runs as its owner on the caller's search_path`] : []),
    ...(isLeaky ? [`${name}(): is asked before the policies`] : []),
  ]);
}

async function views(ask: Ask): Promise<string[]> {
  const found = await ask<{ name: string }>(`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'v' AND ${OURS}
      AND NOT coalesce(c.reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1}', false)`);
  const rules = await ask<{ name: string }>(`
    SELECT r.rulename AS name FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind <> 'v' AND ${OURS}`);
  return [
    ...found.map(({ name }) => `${name}: is read with its owner's rights`),
    ...rules.map(({ name }) => `${name}: a rule acts with its owner's rights`),
  ];
}

/** Guards that are there, but not on. */
async function switchedOff(ask: Ask): Promise<string[]> {
  const guarded = await ask<{ table: string }>(`
    SELECT tgrelid::regclass::text AS table FROM pg_trigger
    WHERE tgfoid = 'refuse_change'::regproc AND tgenabled IN ('O', 'A')
    GROUP BY tgrelid HAVING bit_or(tgtype) & 56 = 56`);
  const tables = guarded.map(({ table }) => table);
  const defaults = await ask('SELECT FROM pg_default_acl');
  return [
    ...APPEND_ONLY.filter((table) => !tables.includes(table)).map(
      (table) => `${table}: lets what was written be changed or removed`,
    ),
    ...(defaults.length > 0 ? ['what is made later is open to others by default'] : []),
  ];
}

async function attributes(ask: Ask, application: string): Promise<string[]> {
  const [found] = await ask<Record<string, boolean>>(
    `SELECT rolsuper AS "is a superuser", rolbypassrls AS "bypasses policies",
       rolcreaterole AS "makes roles", rolcreatedb AS "makes databases",
       rolreplication AS "copies the server",
       EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid) AS "belongs to another role",
       EXISTS (SELECT FROM pg_class WHERE relowner = r.oid)
         OR EXISTS (SELECT FROM pg_proc WHERE proowner = r.oid)
         OR EXISTS (SELECT FROM pg_namespace WHERE nspowner = r.oid)
         OR EXISTS (SELECT FROM pg_type WHERE typowner = r.oid)
         OR EXISTS (SELECT FROM pg_database WHERE datdba = r.oid) AS "owns something",
       EXISTS (SELECT FROM pg_namespace n WHERE ${OURS} AND has_schema_privilege(r.oid, n.oid, 'CREATE'))
         OR has_database_privilege(r.oid, current_database(), 'CREATE') AS "makes things of its own",
       has_database_privilege(r.oid, current_database(), 'TEMPORARY') AS "makes temporary tables"
     FROM pg_roles r WHERE rolname = $1`,
    application,
  );
  return Object.entries(found ?? { 'is missing': true })
    .filter(([, is]) => is)
    .map(([what]) => `the application ${what}`);
}

const ON_TABLES = ['DELETE', 'INSERT', 'REFERENCES', 'SELECT', 'TRIGGER', 'TRUNCATE', 'UPDATE'];

/** The application may do what is written down, with the columns that are written down. */
async function privileges(ask: Ask, application: string): Promise<string[]> {
  const onTables = await ask<{ may: string }>(
    `SELECT concat_ws(' ', p.name, c.oid::regclass) AS may
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest($2::text[]) AS p(name)
     WHERE c.relkind IN ('r', 'p', 'f', 'm', 'v') AND ${OURS} AND has_table_privilege($1, c.oid, p.name)
     UNION ALL SELECT concat_ws(' ', 'USAGE', c.oid::regclass)
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE CASE WHEN c.relkind = 'S' AND ${OURS}
       THEN has_sequence_privilege($1, c.oid, 'USAGE, SELECT, UPDATE') END
     UNION ALL SELECT concat_ws(' ', 'EXECUTE', p.proname)
     FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE ${OURS} AND p.proname = ANY ($3) AND has_function_privilege($1, p.oid, 'EXECUTE')`,
    application,
    ON_TABLES,
    INNER_FUNCTIONS,
  );
  const onColumns = await ask<{ may: string }>(
    `SELECT concat('UPDATE ', c.oid::regclass, '.', a.attname) AS may
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind IN ('r', 'p') AND ${OURS} AND has_column_privilege($1, c.oid, a.attnum, 'UPDATE')`,
    application,
  );
  const has = [...onTables, ...onColumns].map(({ may }) => may);
  const written = [
    ...Object.entries(PRIVILEGES).flatMap(([table, all]) =>
      all.filter((each) => each !== 'UPDATE').map((each) => `${each} ${table}`),
    ),
    ...Object.entries(CHANGEABLE).flatMap(([table, columns]) =>
      columns.map((column) => `UPDATE ${table}.${column}`),
    ),
  ];
  return [
    ...has.filter((may) => !written.includes(may)).map((may) => `the application may ${may}`),
    ...written.filter((may) => !has.includes(may)).map((may) => `the application may not ${may}`),
  ];
}
