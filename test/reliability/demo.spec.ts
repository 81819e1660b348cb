import { describe, expect, it } from '@jest/globals';
import { Keyring } from '@sukoyaka/credentials';
import { type Actor, Database, type TenantTransaction } from '@sukoyaka/persistence';
import { createTestDatabase, testMac, withClient } from '@sukoyaka/testing';
import { DEMO_ORGANISATIONS } from '../../apps/api/src/demo/demo-organisations.js';
import { DEMO_PARENT } from '../../apps/api/src/demo/demo-parent.js';
import { seedDemo } from '../../apps/api/src/demo/seed-demo.js';

const KEYRING = new Keyring(Buffer.alloc(32, 7));
const SERVICE: Actor = { kind: 'service', personId: null, correlationId: null };

/** The owner's connection, which sees everything while it maintains. */
const optionsFor = (url: string) => ({
  url,
  poolSize: 1,
  auditMac: testMac,
  isMaintenance: true,
});

/** A database that is gone after so many transactions, as when the start is interrupted. */
class ShortLivedDatabase extends Database {
  constructor(
    url: string,
    private left: number,
  ) {
    super(optionsFor(url));
  }

  override inTenant<T>(
    actor: Actor,
    tenantId: string,
    work: (tx: TenantTransaction) => Promise<T>,
  ): Promise<T> {
    this.left -= 1;
    if (this.left < 0) throw new Error('interrupted');
    return super.inTenant(actor, tenantId, work);
  }
}

/** How far each organisation of the demonstration is: its assessments with their saved sections. */
async function stateOf(url: string) {
  const database = new Database(optionsFor(url));
  const states = DEMO_ORGANISATIONS.map(({ id }) =>
    database.inTenant(SERVICE, id, async (tx) => {
      const sites = (await tx.sites.list()).length;
      const { rows } = await tx.assessments.page({ limit: 100, after: null });
      const assessments = rows.toSorted((a, b) => a.periodEnd.localeCompare(b.periodEnd));
      const sections = assessments.map(async ({ id: assessmentId }) =>
        (await tx.sections.list(assessmentId))
          .map((each) => `${each.sectionId} ${each.version}`)
          .sort(),
      );
      const statuses = assessments.map(({ status, periodEnd }) => `${periodEnd} ${status}`);
      return { sites, statuses, sections: await Promise.all(sections) };
    }),
  );
  return Promise.all(states).finally(() => database.close());
}

/** What the demonstration's parent company may read: of whom, how much, and for how many days. */
async function grantsIn(url: string) {
  return withClient(url, async (client) => {
    await client.query("SELECT set_config('app.maintenance', 'on', false)");
    const { rows } = await client.query<object>(
      `SELECT right(g.organisation_id::text, 1) AS giver, g.level,
         extract(epoch FROM g.ends_at - g.begins_at)::int / 86400 AS days,
         count(ga.assessment_id)::int AS assessments, o.name_en AS grantee,
         (SELECT count(*)::int FROM membership m WHERE m.organisation_id = o.id) AS readers
       FROM access_grant g JOIN organisation o ON o.id = g.grantee_id
       JOIN access_grant_assessment ga ON ga.organisation_id = g.organisation_id AND ga.grant_id = g.id
       WHERE g.grantee_id = $1 GROUP BY g.organisation_id, g.level, g.begins_at, g.ends_at, o.id
       ORDER BY 1`,
      [DEMO_PARENT],
    );
    return rows;
  });
}

const GRANTED = { days: 731, grantee: 'Demo parent company (synthetic data)', readers: 1 };
const GRANTS = [
  { giver: 'a', level: 'report', assessments: 2, ...GRANTED },
  { giver: 'c', level: 'result', assessments: 2, ...GRANTED },
];

/** A demonstration as it was before there were accounts and grants, its draft removed since. */
async function makeEarlierDemo(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query("INSERT INTO installation_event (name) VALUES ('demo-seeded')");
    for (const { id } of DEMO_ORGANISATIONS.filter(({ stage }) => stage === 'submitted')) {
      await client.query("INSERT INTO organisation (id, name_en, country) VALUES ($1, 'x', 'TH')", [
        id,
      ]);
      await client.query(
        `INSERT INTO assessment (organisation_id, id, edition_id, edition_version, edition_hash,
           rule_set_ids, period_start, period_end, status, submitted_at, scored_at)
         SELECT $1, gen_random_uuid(), 'x', '1', 'x', '{}', day, day, 'scored', now(), now()
         FROM unnest(ARRAY['2024-03-31', '2025-03-31']::date[]) AS day`,
        [id],
      );
    }
  });
}

async function seedWith(database: Database): Promise<boolean> {
  try {
    await seedDemo(database, KEYRING);
    return true;
  } catch {
    return false;
  } finally {
    await database.close();
  }
}

describe('the demonstration', () => {
  it('is whole in the end, wherever its making was interrupted', async () => {
    const [whole, broken] = [await createTestDatabase(), await createTestDatabase()];
    expect(await seedWith(new Database(optionsFor(whole.ownerUrl)))).toBe(true);
    let transactions = 1;
    while (!(await seedWith(new ShortLivedDatabase(broken.ownerUrl, transactions)))) {
      transactions += 5;
    }
    const state = await stateOf(broken.ownerUrl);
    expect(state.map(({ statuses }) => statuses.map((each) => each.split(' ')[1]))).toEqual([
      ['scored', 'scored'],
      ['draft'],
      ['scored', 'scored'],
    ]);
    expect(state).toEqual(await stateOf(whole.ownerUrl));
    expect(await grantsIn(whole.ownerUrl)).toEqual(GRANTS);
    expect(await grantsIn(broken.ownerUrl)).toEqual(GRANTS);
    await Promise.all([whole.drop(), broken.drop()]);
  }, 240_000);

  it('gets what it did not have yet when it was made, once', async () => {
    const database = await createTestDatabase();
    const seed = () => seedWith(new Database(optionsFor(database.ownerUrl)));
    await makeEarlierDemo(database.adminUrl);
    expect(await seed()).toBe(true);
    expect(await grantsIn(database.ownerUrl)).toEqual(GRANTS);
    await withClient(database.adminUrl, async (client) => {
      const { rows } = await client.query(
        'SELECT right(organisation_id::text, 1) || role AS member FROM membership ORDER BY 1',
      );
      expect(rows.map((row) => (row as { member: string }).member)).toEqual([
        'aassessor',
        'aeditor',
        'aowner',
        'areviewer',
        'cassessor',
        'cowner',
        'downer',
      ]);
      await client.query('DELETE FROM access_grant_assessment');
      await client.query('DELETE FROM access_grant');
    });
    expect(await seed()).toBe(true);
    expect(await grantsIn(database.ownerUrl)).toEqual([]);
    await database.drop();
  }, 240_000);
});
