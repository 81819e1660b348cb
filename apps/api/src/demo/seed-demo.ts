import type { Database, TenantTransaction } from '@sukoyaka/persistence';
import { DEMO_ORGANISATIONS, type DemoOrganisation } from './demo-organisations.js';

const EVENT = 'demo-seeded';

/** Puts the demonstration into the database, the first time only: who removes it is rid of it. */
export async function seedDemo(database: Database): Promise<void> {
  if (await database.hasHappened(EVENT)) return;
  for (const organisation of DEMO_ORGANISATIONS) {
    await database.inTenant(organisation.id, (tx) => seedOrganisation(tx, organisation));
  }
  await database.noteOnce(EVENT);
}

async function seedOrganisation(
  tx: TenantTransaction,
  { names, facts }: DemoOrganisation,
): Promise<void> {
  if ((await tx.organisation.find()) !== null) return;
  const { th: nameTh, ja: nameJa, en: nameEn } = names;
  const registration = { registrationType: null, registrationNumber: null };
  await tx.organisation.insert({ nameTh, nameJa, nameEn, ...registration, ...facts }, true);
}
