import { describe, expect, it } from '@jest/globals';
import { readAppConfig } from '../src/platform/config/app-config.js';

const DATABASE_APP_URL = 'postgres://app:secret@localhost:5432/sukoyaka';
const SUKOYAKA_SECRET_KEY = Buffer.alloc(32, 1).toString('base64');
const NEEDED = { DATABASE_APP_URL, SUKOYAKA_SECRET_KEY };

describe('readAppConfig', () => {
  it('fills in what is not said', () => {
    const config = readAppConfig({ ...NEEDED, PORT: '' });
    expect(config).toMatchObject({
      port: 3000,
      origin: 'http://localhost:3000',
      isDemo: false,
      databasePoolSize: 10,
      logLevel: 'info',
      signUp: 'open',
      trustedProxies: [],
      oidc: undefined,
      operator: undefined,
    });
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

  it('takes what is said', () => {
    const mail = { MAIL_URL: 'smtp://localhost:2525', MAIL_FROM: 'Us <us@example.org>' };
    const config = readAppConfig({
      ...NEEDED,
      ...mail,
      SUKOYAKA_ORIGIN: 'https://sukoyaka.example.org/',
      SUKOYAKA_DEMO: 'on',
      TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::1',
      OPERATOR_NAME: ' กระทรวงตัวอย่าง ',
      OPERATOR_CONTACT: 'pdpa@example.org',
    });
    expect(config).toMatchObject({
      origin: 'https://sukoyaka.example.org',
      isDemo: true,
      trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::1'],
      mail: { url: 'smtp://localhost:2525', from: 'Us <us@example.org>' },
      operator: { name: 'กระทรวงตัวอย่าง', contact: 'pdpa@example.org' },
    });
  });

  it.each([
    [{ SUKOYAKA_SECRET_KEY: '' }, /^SUKOYAKA_SECRET_KEY is missing/],
    [{ SUKOYAKA_SECRET_KEY: 'secret' }, /^SUKOYAKA_SECRET_KEY must be 32 random bytes/],
    [{ SUKOYAKA_DEMO: 'on', NODE_ENV: 'production' }, /^SUKOYAKA_DEMO must be off/],
    [{ SUKOYAKA_ORIGIN: 'http://example.org' }, /^SUKOYAKA_ORIGIN must begin with https/],
    [{ MAIL_URL: 'http://localhost' }, /^MAIL_URL must begin with smtp/],
    [{ MAIL_FROM: 'us' }, /^MAIL_FROM must be one address/],
    [{ TRUSTED_PROXIES: 'everybody' }, /^TRUSTED_PROXIES must be addresses/],
    [{ OPERATOR_NAME: 'Sample Ministry' }, /^OPERATOR_CONTACT is missing/],
    [{ OPERATOR_CONTACT: 'us@example.org' }, /^OPERATOR_NAME is missing/],
    [{ OIDC_ISSUER: 'https://id.example.org' }, /^OIDC_CLIENT_ID is missing/],
  ])('refuses %j', (environment, message) => {
    const read = () => readAppConfig({ ...NEEDED, ...environment });
    expect(read).toThrow(message);
    expect(read).not.toThrow('secret@');
  });

  it('says that the database is missing', () => {
    expect(() => readAppConfig({})).toThrow('DATABASE_APP_URL is missing');
  });
});
