import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Keyring } from '@sukoyaka/credentials';
import { DEMO_ACCOUNTS } from '@sukoyaka/demo';
import { migrations } from '@sukoyaka/migrations';
import { type Actor, Database, migrate, prepareDatabase } from '@sukoyaka/persistence';
import { createEmptyTestDatabase, type TestDatabase, testMac, withClient } from '@sukoyaka/testing';
import { DEMO_ORGANISATIONS } from '../../apps/api/src/demo/demo-organisations.js';
import { seedDemo } from '../../apps/api/src/demo/seed-demo.js';

/** The last migration of the version that knew no accounts. */
const LAST_WITHOUT_ACCOUNTS = 1764000300000;
const STRANGER = randomUUID();
const [A = '', B = ''] = DEMO_ORGANISATIONS.map(({ id }) => id);

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyTestDatabase();
  const { ownerUrl, appUrl } = database;
  const times = migrations.map(({ name }) => Number(name.slice(-13)));
  await migrate(ownerUrl, times.indexOf(LAST_WITHOUT_ACCOUNTS) + 1);
  await insertOldDemo();
  await prepareDatabase(ownerUrl, appUrl);
  await seed();
});
afterAll(() => database.drop());

const query = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

/** As the version before left them: one of the demonstration's three was never made. */
async function insertOldDemo(): Promise<void> {
  for (const id of [A, B, STRANGER]) {
    await query(
      "INSERT INTO organisation (id, name_en, country) VALUES ($1, 'Made before', 'TH')",
      [id],
    );
    await query(
      `INSERT INTO assessment (organisation_id, id, edition_id, edition_version, edition_hash,
         rule_set_ids, period_start, period_end)
       VALUES ($1, gen_random_uuid(), 'jp-hpm-large/2026', '1', 'x', '{}', '2025-04-01', '2026-03-31')`,
      [id],
    );
  }
  await query("INSERT INTO installation_event (name) VALUES ('demo-seeded')");
}

async function seed(): Promise<void> {
  const { ownerUrl: url } = database;
  const owner = new Database({ url, poolSize: 1, auditMac: testMac, isMaintenance: true });
  try {
    await seedDemo(owner, new Keyring(Buffer.alloc(32, 7)));
  } finally {
    await owner.close();
  }
}

const membersOf = (organisation: string) =>
  query<{ id: string; role: string }>(
    'SELECT person_id AS id, role FROM membership WHERE organisation_id = $1 ORDER BY person_id',
    [organisation],
  );

function expectedMembers(organisation: string) {
  const letter = organisation.slice(-1);
  return DEMO_ACCOUNTS.flatMap(({ id, organisations }) => {
    const role = organisations[letter];
    return role === undefined ? [] : [{ id, role }];
  });
}

describe('a demonstration from before there were accounts', () => {
  it('gets its people, and keeps what it had', async () => {
    for (const id of [A, B]) {
      expect(await membersOf(id)).toEqual(expectedMembers(id));
      const assessments = await query('SELECT FROM assessment WHERE organisation_id = $1', [id]);
      expect(assessments).toHaveLength(1);
    }
    const people = await query<{ id: string }>('SELECT id FROM person ORDER BY id');
    expect(people.map(({ id }) => id)).toEqual(DEMO_ACCOUNTS.map(({ id }) => id));
  });

  it('opens to its owner by the rights of the database', async () => {
    const { appUrl: url } = database;
    const [owner] = DEMO_ACCOUNTS;
    const application = new Database({ url, poolSize: 1, auditMac: testMac });
    const rightsIn = (organisation: string) => {
      const personId = owner?.id ?? '';
      const actor: Actor = { kind: 'person', personId, sessionHash: null, correlationId: null };
      return application.inTenant(actor, organisation, ({ rights }) => Promise.resolve(rights));
    };
    try {
      expect(await rightsIn(A)).toContain('members.manage');
      expect([...(await rightsIn(STRANGER))]).toEqual([]);
    } finally {
      await application.close();
    }
  });

  it('makes nothing anew, and gives no company to anybody', async () => {
    const organisations = await query<{ id: string }>('SELECT id FROM organisation');
    const known = new Set(organisations.map(({ id }) => id));
    expect([...known]).toEqual(expect.arrayContaining([A, B, STRANGER]));
    expect(known.has(DEMO_ORGANISATIONS[2]?.id ?? '')).toBe(false);
    expect(await membersOf(STRANGER)).toEqual([]);
  });

  it('stays as its people have it after that', async () => {
    const reviewer = DEMO_ACCOUNTS.find(({ role }) => role === 'reviewer')?.id;
    await query('DELETE FROM membership WHERE person_id = $1', [reviewer]);
    const before = await membersOf(A);
    await seed();
    expect(await membersOf(A)).toEqual(before);
  });
});
