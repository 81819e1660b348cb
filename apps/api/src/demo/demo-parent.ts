import type { GrantLevel } from '@sukoyaka/access';
import type { Actor, Database, OrganisationFacts, TenantTransaction } from '@sukoyaka/persistence';
import { LONGEST_TERM_MS } from '../modules/grants/grant-term.js';
import { factsOfGrant } from '../modules/grants/grants.service.js';
import { foundOrganisation } from '../modules/organisations/organisations.service.js';
import { demoPerson } from './seed-accounts.js';

/** The organisation to which companies of the demonstration grant a reading; it is made up too. */
export const DEMO_PARENT = '00000000-0000-4000-8000-00000000000d';

const PARENT: OrganisationFacts = {
  nameTh: 'บริษัทแม่สาธิต (ข้อมูลสมมติ)',
  nameJa: 'デモ親会社（架空のデータ）',
  nameEn: 'Demo parent company (synthetic data)',
  country: 'JP',
  registrationType: null,
  registrationNumber: null,
  isicSection: null,
  industryScheme: null,
  industryCode: null,
  groupName: null,
  groupRegistrationType: null,
  groupRegistrationNumber: null,
  employees: null,
  ownership: 'local',
};

interface DemoGrant {
  readonly id: string;
  /** Of the company that gives it. */
  readonly giver: string;
  readonly level: GrantLevel;
}

const GRANTS: readonly DemoGrant[] = [
  {
    id: '00000000-0000-4000-8000-000000000d0a',
    giver: '00000000-0000-4000-8000-00000000000a',
    level: 'report',
  },
  {
    id: '00000000-0000-4000-8000-000000000d0c',
    giver: '00000000-0000-4000-8000-00000000000c',
    level: 'result',
  },
];

/** Makes the parent company and what it may read, as far as they are not there yet. */
export async function seedParent(database: Database): Promise<void> {
  const reader = demoPerson('group-reader');
  await database.inTenant(acting(reader), DEMO_PARENT, async (tx) => {
    if ((await tx.organisation.find()) !== null) return;
    await foundOrganisation(tx, reader, PARENT, true);
  });
  const owner = demoPerson('owner');
  for (const grant of GRANTS) {
    await database.inTenant(acting(owner), grant.giver, (tx) => seedGrant(tx, owner, grant));
  }
}

function acting(personId: string): Actor {
  return { kind: 'person', personId, sessionHash: null, correlationId: null };
}

/** All that has a result, for the longest term there is. Nobody is told: nobody reads that mail. */
async function seedGrant(
  tx: TenantTransaction,
  owner: string,
  { id, level }: DemoGrant,
): Promise<void> {
  if ((await tx.grants.find(id)) !== null) return;
  const { rows } = await tx.assessments.page({ limit: 50, after: null });
  const assessmentIds = rows.filter(({ scoredAt }) => scoredAt !== null).map((each) => each.id);
  // Who has taken the company out of the database has nothing to be read either.
  if (assessmentIds.length === 0) return;
  const beginsAt = new Date();
  const endsAt = new Date(beginsAt.getTime() + LONGEST_TERM_MS);
  const term = { beginsAt, endsAt, note: null, givenBy: owner };
  await tx.grants.insert({ id, granteeId: DEMO_PARENT, level, assessmentIds, ...term });
  const given = await tx.grants.find(id);
  if (given === null) throw new Error('a grant that was just given is there');
  tx.audit.note({ action: 'grant.given', objectId: id, after: factsOfGrant(given) });
}
