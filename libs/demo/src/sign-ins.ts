import { createHmac } from 'node:crypto';
import { type Keyring, totpCode } from '@sukoyaka/credentials';
import { DEMO_ACCOUNTS, type DemoAccount } from './accounts.js';

/** How somebody of the demonstration signs in at a moment. */
export interface DemoSignIn extends Pick<DemoAccount, 'role' | 'email' | 'name'> {
  readonly password: string;
  /** Of the authenticator app, for those that need one. */
  readonly code: string | null;
}

/** Seconds for which a code is shown. */
export const CODE_SECONDS = 30;

/** All sign-ins of the demonstration, with the codes of this moment. */
export function demoSignIns(keyring: Keyring, now: Date): readonly DemoSignIn[] {
  return DEMO_ACCOUNTS.map((demo) => ({
    role: demo.role,
    email: demo.email,
    name: demo.name,
    password: demoPassword(keyring, demo),
    code: demo.platformRole === undefined ? null : totpCode(demoTotpSecret(keyring, demo), now),
  }));
}

/** How long the codes of this moment are shown, in seconds from 1 to 30. */
export function secondsLeft(now: Date): number {
  return CODE_SECONDS - (Math.floor(now.getTime() / 1000) % CODE_SECONDS);
}

/** The password of an account: another on every installation, since all know the addresses. */
export function demoPassword(keyring: Keyring, { email }: DemoAccount): string {
  const letters = derived(keyring, `password ${email}`).toLowerCase();
  return `demo-${letters.slice(0, 5)}-${letters.slice(5, 10)}-${letters.slice(10, 15)}`;
}

/** The secret of an account's authenticator app; base32. */
export function demoTotpSecret(keyring: Keyring, { email }: DemoAccount): string {
  return derived(keyring, `totp ${email}`);
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 bits of the installation's key and of what they are for, in base32. */
function derived(keyring: Keyring, purpose: string): string {
  const bytes = createHmac('sha256', keyring.key('device')).update(`demo ${purpose}`).digest();
  return Array.from(bytes, (byte) => BASE32[byte % 32]).join('');
}
