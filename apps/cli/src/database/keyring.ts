import { Keyring, parseMasterKey } from '@sukoyaka/credentials';
import { SettingsReader } from '@sukoyaka/persistence/embedded';
import type { Host } from '../io/host.js';
import { Refusal } from '../io/refusal.js';

const VARIABLE = 'SUKOYAKA_SECRET_KEY';

/** The keys of the service, of which what is changed has to be signed. @throws Refusal SECRET_KEY */
export function readKeyring({ environment }: Host): Keyring {
  const text = new SettingsReader(environment).text(VARIABLE);
  const key = text === undefined ? undefined : parseMasterKey(text);
  if (key === undefined) throw new Refusal('SECRET_KEY', { variable: VARIABLE });
  return new Keyring(key);
}
