import { describe, expect, it } from '@jest/globals';
import { readLauncherSettings } from '../src/settings.js';

describe('readLauncherSettings', () => {
  it('needs nothing', () => {
    expect(readLauncherSettings({}, '/work')).toEqual({
      port: 3000,
      databaseUrl: undefined,
      databaseAppUrl: undefined,
      dataFolder: undefined,
      demo: 'on',
    });
  });

  it('takes a folder from where the user stands', () => {
    const environment = { SUKOYAKA_DATA_DIR: 'data', INIT_CWD: '/home/user' };
    expect(readLauncherSettings(environment, '/work').dataFolder).toBe('/home/user/data');
    const absolute = { ...environment, SUKOYAKA_DATA_DIR: '/srv/data' };
    expect(readLauncherSettings(absolute, '/work').dataFolder).toBe('/srv/data');
  });

  it.each([
    [{ PORT: '0' }, /^PORT must be/],
    [{ PORT: '3e3' }, /^PORT must be/],
    [{ DATABASE_URL: 'mysql://a@b/c' }, /^DATABASE_URL must be/],
    [{ DATABASE_APP_URL: 'postgres://a@b/c' }, /^DATABASE_URL is missing/],
    [{ SUKOYAKA_DEMO: 'no' }, /^SUKOYAKA_DEMO must be one of on, off$/],
  ])('refuses %j', (environment, message) => {
    expect(() => readLauncherSettings(environment, '/work')).toThrow(message);
  });
});
