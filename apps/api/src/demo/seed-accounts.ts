import {
  hashPassword,
  type Keyring,
  newRecoveryCodes,
  recoveryCodeHash,
  seal,
} from '@sukoyaka/credentials';
import {
  DEMO_ACCOUNTS,
  type DemoAccount,
  demoPassword,
  type DemoRole,
  demoTotpSecret,
} from '@sukoyaka/demo';
import { type Database, serviceActor, type Transaction } from '@sukoyaka/persistence';
import type { PlatformRole } from '@sukoyaka/access';
import { totpContext } from '@sukoyaka/accounts';

/** The id of who shows a role. */
export function demoPerson(role: DemoRole): string {
  const found = DEMO_ACCOUNTS.find((each) => each.role === role);
  if (found === undefined) throw new Error(`the demonstration has no ${role}`);
  return found.id;
}

/** Makes the accounts that are not there yet. The connection is the owner's, in maintenance. */
export async function seedAccounts(database: Database, keyring: Keyring): Promise<void> {
  for (const demo of DEMO_ACCOUNTS) {
    const actor = serviceActor(null, demo.id);
    const isThere = await database.as(
      actor,
      async (tx) => (await tx.people.find(demo.id)) !== null,
    );
    if (isThere) continue;
    const hash = await hashPassword(demoPassword(keyring, demo));
    await database.as(actor, async (tx) => {
      await tx.people.insert(demo.id, demo.email, demo, true);
      await tx.credentials.setPassword(demo.id, hash);
      if (demo.platformRole !== undefined) await seedStaff(tx, demo, demo.platformRole, keyring);
    });
  }
}

async function seedStaff(
  tx: Transaction,
  demo: DemoAccount,
  role: PlatformRole,
  keyring: Keyring,
): Promise<void> {
  const { id, countries = [] } = demo;
  await tx.staff.give(id, role, countries, null);
  const secret = demoTotpSecret(keyring, demo);
  await tx.credentials.beginTotp(id, seal(keyring.key('totp'), secret, totpContext(id)));
  await tx.credentials.useTotp(id, 0);
  const hashes = newRecoveryCodes().flatMap((code) => recoveryCodeHash(code) ?? []);
  await tx.credentials.replaceRecoveryCodes(id, hashes);
}
