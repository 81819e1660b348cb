import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '@sukoyaka/migrations';
import { migrate, prepareDatabase } from '@sukoyaka/persistence';
import { createEmptyTestDatabase, type TestDatabase, withClient } from '@sukoyaka/testing';
import { DataSource } from 'typeorm';

/** Databases of the first version with accounts, brought on to the present one. */
const WITH_ACCOUNTS = 11;

let database: TestDatabase;
beforeEach(async () => {
  database = await createEmptyTestDatabase();
  await migrate(database.ownerUrl, WITH_ACCOUNTS);
});
afterEach(() => database.drop());

const admin = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

async function newOrganisation(): Promise<string> {
  const id = randomUUID();
  await admin("INSERT INTO organisation (id, name_th, country) VALUES ($1, 'ก', 'TH')", [id]);
  return id;
}

/** @param end when the ownership ends, from now on; null for never */
async function newOwner(organisation: string, end: string | null): Promise<string> {
  const id = randomUUID();
  await admin(
    `INSERT INTO person (id, email, name, language, time_zone)
     VALUES ($1, $2, 'Owner', 'th', 'Asia/Bangkok')`,
    [id, `${id}@example.com`],
  );
  await admin(
    `INSERT INTO membership (organisation_id, person_id, role, ends_at)
     VALUES ($1, $2, 'owner', now() + $3::interval)`,
    [organisation, id, end],
  );
  return id;
}

const membersOf = async (organisation: string) => {
  const rows = await admin<{ id: string; role: string; ends: boolean }>(
    `SELECT person_id AS id, role, ends_at IS NOT NULL AS ends FROM membership
     WHERE organisation_id = $1`,
    [organisation],
  );
  return Object.fromEntries(rows.map(({ id, ...rest }) => [id, rest]));
};

describe('owners with a last day, which they could have', () => {
  it('become editors until then, or owners for good where there is no other; the past go', async () => {
    const [shared, single, left] = [
      await newOrganisation(),
      await newOrganisation(),
      await newOrganisation(),
    ];
    const [stays, goes] = [await newOwner(shared, null), await newOwner(shared, '3 days')];
    const only = await newOwner(single, '3 days');
    const [last] = [await newOwner(left, null), await newOwner(left, '-3 days')];
    await prepareDatabase(database.ownerUrl, database.appUrl);
    expect(await membersOf(shared)).toEqual({
      [stays]: { role: 'owner', ends: false },
      [goes]: { role: 'editor', ends: true },
    });
    expect(await membersOf(single)).toEqual({ [only]: { role: 'owner', ends: false } });
    expect(await membersOf(left)).toEqual({ [last]: { role: 'owner', ends: false } });
    await expect(newOwner(single, '3 days')).rejects.toMatchObject({
      constraint: 'membership_owner_is_endless',
    });
  });

  it('are not invited any more, nor are assessors without a reason', async () => {
    const organisation = await newOrganisation();
    const invite = `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language,
        expires_at, membership_ends_at)
      VALUES ($1, gen_random_uuid(), $2, 'x@example.com', 'owner', 'en', now() + interval '1 day',
        now() + $3::interval)`;
    await admin(invite, [organisation, 'with', '3 days']);
    await admin(invite, [organisation, 'without', null]);
    const operator = await newOwner(await newOrganisation(), null);
    await admin("INSERT INTO platform_role (person_id, role) VALUES ($1, 'operator')", [operator]);
    await admin(
      `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, invited_by,
         expires_at, membership_ends_at)
       VALUES ($1, gen_random_uuid(), 'assessor', 'x@example.com', 'assessor', 'en', $2,
         now() + interval '1 day', '2099-03-31')`,
      [organisation, operator],
    );
    await migrate(database.ownerUrl);
    expect(
      await admin(
        'SELECT token_hash AS token, revoked_at IS NULL AS open FROM invitation ORDER BY token',
      ),
    ).toEqual([
      { token: 'assessor', open: false },
      { token: 'with', open: false },
      { token: 'without', open: true },
    ]);
  });
});

describe('what the present version has changed', () => {
  const rules = () =>
    admin(`
      SELECT tablename || '.' || policyname AS name, concat_ws(' | ', cmd, roles, qual, with_check) AS rule
      FROM pg_policies
      UNION ALL SELECT oid::regprocedure::text, pg_get_functiondef(oid) FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT table_name || '.' || column_name, data_type FROM information_schema.columns
      WHERE table_schema = 'public'
      UNION ALL SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) FROM pg_trigger
      WHERE NOT tgisinternal
      ORDER BY name, rule`);

  it('is as it was when it is taken back', async () => {
    const before = await rules();
    await migrate(database.ownerUrl);
    expect(await rules()).not.toEqual(before);
    const source = new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      migrations: [...migrations],
      migrationsTableName: 'migration',
    });
    await source.initialize();
    for (const _each of migrations.slice(WITH_ACCOUNTS)) await source.undoLastMigration();
    await source.destroy();
    expect(await rules()).toEqual(before);
  });
});
