import { describe, expect, it } from '@jest/globals';
import { Database, type TenantTransaction } from '@sukoyaka/persistence';
import { createTestDatabase } from '@sukoyaka/testing';
import { DEMO_ORGANISATIONS } from '../../apps/api/src/demo/demo-organisations.js';
import { seedDemo } from '../../apps/api/src/demo/seed-demo.js';

/** A database that is gone after so many transactions, as when the start is interrupted. */
class ShortLivedDatabase extends Database {
  constructor(
    url: string,
    private left: number,
  ) {
    super({ url, poolSize: 1 });
  }

  override inTenant<T>(tenantId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    this.left -= 1;
    if (this.left < 0) throw new Error('interrupted');
    return super.inTenant(tenantId, work);
  }
}

/** How far each organisation of the demonstration is: its assessments with their saved sections. */
async function stateOf(url: string) {
  const database = new Database({ url, poolSize: 1 });
  const states = DEMO_ORGANISATIONS.map(({ id }) =>
    database.inTenant(id, async (tx) => {
      const sites = (await tx.sites.list()).length;
      const assessments = (await tx.assessments.list()).toSorted((a, b) =>
        a.periodEnd.localeCompare(b.periodEnd),
      );
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
    await seedDemo(database);
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
    expect(await seedWith(new Database({ url: whole.appUrl, poolSize: 1 }))).toBe(true);
    let transactions = 1;
    while (!(await seedWith(new ShortLivedDatabase(broken.appUrl, transactions)))) {
      transactions += 5;
    }
    const state = await stateOf(broken.appUrl);
    expect(state.map(({ statuses }) => statuses.map((each) => each.split(' ')[1]))).toEqual([
      ['scored', 'scored'],
      ['draft'],
      ['scored', 'scored'],
    ]);
    expect(state).toEqual(await stateOf(whole.appUrl));
    await Promise.all([whole.drop(), broken.drop()]);
  }, 60_000);
});
