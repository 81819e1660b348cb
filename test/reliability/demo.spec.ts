import { describe, expect, it } from '@jest/globals';
import { Keyring } from '@sukoyaka/credentials';
import { type Actor, Database, type TenantTransaction } from '@sukoyaka/persistence';
import { createTestDatabase, testMac } from '@sukoyaka/testing';
import { DEMO_ORGANISATIONS } from '../../apps/api/src/demo/demo-organisations.js';
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
    await Promise.all([whole.drop(), broken.drop()]);
  }, 60_000);
});
