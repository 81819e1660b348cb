import { Keyring, parseMasterKey } from '@sukoyaka/credentials';
import type { SettingsReader } from '@sukoyaka/persistence/embedded';

export const SECRET_KEY = 'SUKOYAKA_SECRET_KEY';
const DEMO_CHOICES = ['on', 'off'] as const;
export type DemoChoice = (typeof DEMO_CHOICES)[number];

/** The key that everything secret is derived from, which the database never gets to know. */
export function readKeyring(read: SettingsReader): Keyring | undefined {
  const text = readSecretKey(read);
  const missing = `is missing: start with "npm start", which provides it for the embedded database; for a database of yours make one once (openssl rand -base64 32) and keep it apart from the data`;
  read.require(SECRET_KEY, text, missing);
  const key = text === undefined ? undefined : parseMasterKey(text);
  return key === undefined ? undefined : new Keyring(key);
}

/** The key as it stands in the setting; undefined where there is none, or not a right one. */
export function readSecretKey(read: SettingsReader): string | undefined {
  const text = read.text(SECRET_KEY);
  if (text === undefined || parseMasterKey(text) !== undefined) return text;
  read.refuse(SECRET_KEY, 'must be 32 random bytes in base64: openssl rand -base64 32 makes one');
  return undefined;
}

/** Whether the demonstration, into which everybody may sign in, is on: never in production. */
export function readDemo(read: SettingsReader, otherwise: DemoChoice): DemoChoice {
  const isProduction = read.text('NODE_ENV') === 'production';
  const demo = read.oneOf('SUKOYAKA_DEMO', DEMO_CHOICES, isProduction ? 'off' : otherwise);
  if (demo === 'off' || !isProduction) return demo;
  read.refuse('SUKOYAKA_DEMO', 'must be off where NODE_ENV is production: everybody may sign in');
  return 'off';
}

/** Where browsers reach the service: scheme and host. */
export function readOrigin(read: SettingsReader, port: number): string {
  const name = 'SUKOYAKA_ORIGIN';
  const asked = read.url(name, ['http:', 'https:']);
  if (asked === undefined) return `http://localhost:${port}`;
  const { origin, protocol, hostname, href } = new URL(asked);
  if (href !== `${origin}/`) read.refuse(name, 'must be scheme and host only, without a path');
  if (protocol === 'http:' && hostname !== 'localhost') {
    read.refuse(name, 'must begin with https:// unless its host is localhost');
  }
  return origin;
}
