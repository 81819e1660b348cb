import { createTestDatabase, type TestDatabase, withClient } from '@sukoyaka/testing';

/** Lets the owner see all rows in maintenance, on each table that has no such policy yet. */
const OWNER_POLICIES = `
  DO $$ DECLARE each name; BEGIN
    FOR each IN SELECT relname FROM pg_class c
      WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT EXISTS (
        SELECT FROM pg_policy WHERE polrelid = c.oid AND polname = relname || '_of_owner')
    LOOP
      EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER
        USING (current_setting(''app.maintenance'', true) = ''on'')
        WITH CHECK (current_setting(''app.maintenance'', true) = ''on'')',
        each || '_of_owner', each);
    END LOOP;
  END $$`;

/**
 * Tables with what is hard to save: a name that comes before that of the table it refers to, values
 * of many types, generated columns, a trigger that changes rows as they come, and one that keeps
 * them from being changed.
 */
const TRIAL_TABLES = `
  CREATE TABLE trial_z_book (id text PRIMARY KEY, title text NOT NULL);
  CREATE TABLE trial_a_page (
    book_id text NOT NULL REFERENCES trial_z_book, number bigint GENERATED ALWAYS AS IDENTITY,
    words text, words_length integer GENERATED ALWAYS AS (length(words)) STORED,
    plain json, packed jsonb, bytes bytea, ratio float8, at timestamptz, tags text[],
    PRIMARY KEY (book_id, number)
  );
  CREATE TABLE "trial Größe" ("a ""b""" text);
  CREATE FUNCTION trial_stamp() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN NEW.words := NEW.words || '!'; RETURN NEW; END $$;
  CREATE FUNCTION trial_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'append only'; END $$;
  CREATE TRIGGER stamp BEFORE INSERT ON trial_a_page
    FOR EACH ROW EXECUTE FUNCTION trial_stamp();
  CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON trial_a_page
    FOR EACH ROW EXECUTE FUNCTION trial_refuse();
  ALTER TABLE trial_a_page ENABLE ALWAYS TRIGGER kept;
  ALTER TABLE trial_a_page ENABLE ROW LEVEL SECURITY;
  ALTER TABLE trial_a_page FORCE ROW LEVEL SECURITY;`;

/** Texts that a careless format would change or lose. */
export const HARD_TEXTS = [
  '',
  '\\N',
  '\\.',
  'ภาษาไทย น้ำ กำ',
  '健康経営の推進',
  '👩🏽‍⚕️🇹🇭',
  'tab\there, line\nbreak, return\rand \\ backslash \\t',
  'quotes \' " `',
  'x'.repeat(300_000),
  null,
] as const;

/** A migrated database with the trial tables, empty; its owner may save it. */
export async function createTrialDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await withClient(database.ownerUrl, async (client) => {
    await client.query(TRIAL_TABLES);
    await client.query(OWNER_POLICIES);
  });
  return database;
}

/** A migrated database without trial tables, of which the owner may save everything. */
export async function createSavableDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await withClient(database.ownerUrl, (client) => client.query(OWNER_POLICIES));
  return database;
}

const ORGANISATION = '00000000-0000-4000-8000-0000000000b1';

/** Puts an organisation, an edition and one page for each text into the database. */
export async function fillTrial(
  { adminUrl }: TestDatabase,
  texts: readonly (string | null)[] = HARD_TEXTS,
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(
      `INSERT INTO organisation (id, name_th, name_ja, country)
       VALUES ($1, 'บริษัทตัวอย่าง', 'サンプル株式会社', 'TH')`,
      [ORGANISATION],
    );
    await client.query(
      `INSERT INTO kept_edition (content_hash, edition_id, edition_version, content)
       VALUES ('h', 'e', '1', $1)`,
      [`{"b": 1.0, "a" : "${'ก'.repeat(100_000)}\\t\\\\"}`],
    );
    await client.query("INSERT INTO trial_z_book VALUES ('é', 'T'), ('B', '\t'), ('a', '')");
    for (const words of texts) {
      await client.query(
        `INSERT INTO trial_a_page (book_id, words, plain, packed, bytes, ratio, at, tags)
         VALUES ('é', $1::text, to_json($1::text), to_jsonb($1::text), convert_to($1::text, 'UTF8'),
           0.1::float8 + 0.2, '2026-03-31 23:59:59.123456+07', ARRAY[$1::text, NULL])`,
        [words],
      );
    }
    await client.query(`INSERT INTO "trial Größe" VALUES ('2'), ('10'), (NULL)`);
  });
}

/** How many rows each table of the product has, as the administrator sees them. */
export async function rowCounts({ adminUrl }: TestDatabase): Promise<Record<string, number>> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
    );
    const counts: Record<string, number> = {};
    for (const { name } of rows) {
      const count = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${client.escapeIdentifier(name)}`,
      );
      counts[name] = count.rows[0]?.n ?? 0;
    }
    return counts;
  });
}
