import { describe, expect, it } from '@jest/globals';
import { readServiceSettings } from '../../../apps/api/src/platform/config/app-config.js';
import { readLauncherSettings } from '../src/settings.js';

const read = (environment: Readonly<Record<string, string>>) =>
  readLauncherSettings(environment, '/work', readServiceSettings);

describe('readLauncherSettings', () => {
  it('needs nothing', () => {
    expect(read({})).toEqual({
      port: 3000,
      databaseUrl: undefined,
      databaseAppUrl: undefined,
      dataFolder: undefined,
      demo: 'on',
      secretKey: undefined,
    });
  });

  it('leaves the demonstration out in production, unless it is asked for, which is refused', () => {
    expect(read({ NODE_ENV: 'production' }).demo).toBe('off');
    const asked = { NODE_ENV: 'production', SUKOYAKA_DEMO: 'on' };
    expect(() => read(asked)).toThrow(/^SUKOYAKA_DEMO must be off/);
  });

  it('takes a folder from where the user stands', () => {
    const environment = { SUKOYAKA_DATA_DIR: 'data', INIT_CWD: '/home/user' };
    expect(read(environment).dataFolder).toBe('/home/user/data');
    const absolute = { ...environment, SUKOYAKA_DATA_DIR: '/srv/data' };
    expect(read(absolute).dataFolder).toBe('/srv/data');
  });

  it.each([
    [{ PORT: '0' }, /^PORT must be/],
    [{ PORT: '3e3' }, /^PORT must be/],
    [{ DATABASE_URL: 'mysql://a@b/c' }, /^DATABASE_URL must be/],
    [{ DATABASE_APP_URL: 'postgres://a@b/c' }, /^DATABASE_URL is missing/],
    [{ DATABASE_URL: 'postgres://a@b/c' }, /^SUKOYAKA_SECRET_KEY is missing/],
    [{ SUKOYAKA_DEMO: 'no' }, /^SUKOYAKA_DEMO must be one of on, off$/],
  ])('refuses %j', (environment, message) => {
    expect(() => read(environment)).toThrow(message);
  });

  it('names what is wrong for the service with what is wrong for itself', () => {
    const environment = {
      PORT: 'http',
      SUKOYAKA_DEMO: 'no',
      DATABASE_POOL_SIZE: '0',
      REPORT_THREADS: 'many',
      LOG_LEVEL: 'all',
    };
    expect(() => read(environment)).toThrow(
      /^PORT .*; SUKOYAKA_DEMO .*; DATABASE_POOL_SIZE .*; REPORT_THREADS .*; LOG_LEVEL /,
    );
  });
});
