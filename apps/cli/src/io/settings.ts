import { SettingsReader, StartError } from '@sukoyaka/persistence/embedded';
import type { Host } from './host.js';
import { Refusal } from './refusal.js';

/**
 * Settings of the service out of the environment, by the rules of the service.
 * @throws Refusal SETTINGS_INVALID naming each variable that is wrong, and how to put it right.
 */
export function settingsIn<T>({ environment }: Host, readAll: (read: SettingsReader) => T): T {
  const read = new SettingsReader(environment);
  const settings = readAll(read);
  try {
    read.finish();
  } catch (cause) {
    if (!(cause instanceof StartError)) throw cause;
    throw new Refusal('SETTINGS_INVALID', { reason: cause.message }, undefined, { cause });
  }
  return settings;
}
