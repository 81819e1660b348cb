import { mkdirSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { masterKey } from '../../apps/cli/src/database/master-key.js';
import { complain } from '../../apps/cli/src/io/complain.js';
import type { Host } from '../../apps/cli/src/io/host.js';
import { Desk } from './support.js';

const KEY = Buffer.alloc(32, 7);
const OTHER = Buffer.alloc(32, 8).toString('base64url');

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

const keyring = (folder: string | undefined, given?: string) =>
  masterKey({ environment: { SUKOYAKA_SECRET_KEY: given } } as unknown as Host, folder);

function refusalOf(folder: string | undefined, given?: string): unknown {
  try {
    keyring(folder, given);
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

describe('the key of an installation', () => {
  const mail = (folder: string | undefined, given?: string) => keyring(folder, given).key('mail');

  it('is that of the setting, else that of the file beside the data', () => {
    desk.file('secret-key', `${KEY.toString('base64url')}\n`);
    expect(mail(desk.folder)).toEqual(mail(undefined, KEY.toString('base64')));
    expect(mail(desk.folder, ' ')).toEqual(mail(desk.folder));
    expect(mail(desk.folder, OTHER)).toEqual(mail(undefined, OTHER));
    expect(mail(desk.folder, OTHER)).not.toEqual(mail(desk.folder));
  });

  it('is missing where there is neither', () => {
    expect(refusalOf(undefined)).toMatchObject({ code: 'SECRET_KEY_MISSING' });
    expect(refusalOf(desk.folder, '')).toMatchObject({ code: 'SECRET_KEY_MISSING' });
  });

  it('is no key where something else is written', () => {
    desk.file('secret-key', 'short');
    expect(refusalOf(desk.folder)).toMatchObject({ code: 'SECRET_KEY_INVALID' });
  });

  it.each([
    ['a folder', (path: string) => mkdirSync(path), 'FILE_IS_FOLDER'],
    ['what leads nowhere', (path: string) => symlinkSync('secret-key', path), 'FILE_UNREADABLE'],
  ])('is not missing where %s has its name', (_, put, code) => {
    const file = desk.path('secret-key');
    put(file);
    const refusal = refusalOf(desk.folder);
    expect(refusal).toMatchObject({ code, place: { file } });
    expect(complain(refusal, 'en')).not.toContain('missing');
  });
});
