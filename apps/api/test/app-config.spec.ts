import { describe, expect, it } from '@jest/globals';
import { readAppConfig } from '../src/platform/config/app-config.js';

const DATABASE_APP_URL = 'postgres://app:secret@localhost:5432/sukoyaka';

describe('readAppConfig', () => {
  it('fills in what is not said', () => {
    const config = readAppConfig({ DATABASE_APP_URL, PORT: '' });
    expect(config).toMatchObject({ port: 3000, databasePoolSize: 10, logLevel: 'info' });
  });

  it('names everything that is wrong at once, and repeats no value', () => {
    const environment = {
      DATABASE_APP_URL: 'secret',
      PORT: '99999999',
      DATABASE_POOL_SIZE: '-1',
      LOG_LEVEL: 'all',
    };
    const read = () => readAppConfig(environment);
    expect(read).toThrow(/DATABASE_APP_URL.*; PORT.*; DATABASE_POOL_SIZE.*; LOG_LEVEL/);
    expect(read).not.toThrow('secret');
  });

  it.each(['http://x/y', 'postgres://localhost', 'postgres://user@localhost/', 'x'])(
    'refuses %s as a database',
    (url) => {
      expect(() => readAppConfig({ DATABASE_APP_URL: url })).toThrow('DATABASE_APP_URL must be');
    },
  );

  it('says that the database is missing', () => {
    expect(() => readAppConfig({})).toThrow('DATABASE_APP_URL is missing');
  });
});
