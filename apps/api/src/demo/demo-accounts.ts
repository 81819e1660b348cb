import { createHmac } from 'node:crypto';
import type { OrganisationRole, PlatformRole } from '@sukoyaka/access';
import {
  hashPassword,
  type Keyring,
  newRecoveryCodes,
  recoveryCodeHash,
  seal,
} from '@sukoyaka/credentials';
import type { Actor, Database, PersonFacts, Transaction } from '@sukoyaka/persistence';
import { totpContext } from '../modules/me/totp.service.js';

/** Somebody of the demonstration: made up, named as such, with an id that never changes. */
export interface DemoAccount {
  readonly id: string;
  readonly email: string;
  readonly facts: PersonFacts;
  /** What the sign-in is there to show. */
  readonly role: OrganisationRole | PlatformRole | 'group-reader';
  /** Of the organisations of the demonstration, by the last digit of their ids. */
  readonly organisations: Readonly<Record<string, OrganisationRole>>;
  readonly platformRole?: PlatformRole;
  readonly countries?: readonly string[];
}

const BANGKOK = 'Asia/Bangkok';

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account(1, 'owner', 'th', 'ผู้ใช้สาธิต เจ้าของข้อมูล (สมมติ)', { a: 'owner', b: 'owner', c: 'owner' }),
  account(2, 'editor', 'th', 'ผู้ใช้สาธิต ผู้กรอกข้อมูล (สมมติ)', { a: 'editor', b: 'editor' }),
  account(3, 'reviewer', 'en', 'Demo reviewer (synthetic)', { a: 'reviewer' }),
  account(4, 'assessor', 'th', 'ผู้ใช้สาธิต ผู้ประเมิน (สมมติ)', { a: 'assessor', c: 'assessor' }),
  account(5, 'group-reader', 'ja', 'デモ利用者 親会社担当（架空）', { d: 'owner' }),
  {
    ...account(6, 'ministry-analyst', 'th', 'ผู้ใช้สาธิต นักวิเคราะห์ (สมมติ)', {}),
    platformRole: 'ministry-analyst',
    countries: ['TH'],
  },
  {
    ...account(7, 'operator', 'en', 'Demo operator (synthetic)', {}),
    platformRole: 'operator',
  },
];

function account(
  number: number,
  role: DemoAccount['role'],
  language: PersonFacts['language'],
  name: string,
  organisations: DemoAccount['organisations'],
): DemoAccount {
  const id = `00000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`;
  const facts = { name, language, timeZone: language === 'ja' ? 'Asia/Tokyo' : BANGKOK };
  return { id, role, facts, organisations, email: `${role}@demo.example` };
}

/** The password of an account of the demonstration: another on every installation. */
export function demoPassword(keyring: Keyring, { email }: DemoAccount): string {
  return `demo-${words(keyring, `password ${email}`).slice(0, 16).toLowerCase()}`;
}

/** The secret of its authenticator app, for those that need one; base32. */
export function demoTotpSecret(keyring: Keyring, { email }: DemoAccount): string {
  return words(keyring, `totp ${email}`);
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function words(keyring: Keyring, what: string): string {
  const bytes = createHmac('sha256', keyring.key('device')).update(`demo ${what}`).digest();
  return Array.from(bytes, (byte) => BASE32[byte % 32]).join('');
}

/** Makes the accounts that are not there yet. The connection is the owner's, in maintenance. */
export async function seedAccounts(database: Database, keyring: Keyring): Promise<void> {
  for (const demo of DEMO_ACCOUNTS) {
    const actor: Actor = { kind: 'service', personId: demo.id, correlationId: null };
    const hash = await hashPassword(demoPassword(keyring, demo));
    await database.as(actor, async (tx) => {
      if ((await tx.people.find(demo.id)) !== null) return;
      await tx.people.insert(demo.id, demo.email, demo.facts, true);
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
