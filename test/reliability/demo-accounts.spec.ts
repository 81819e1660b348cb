import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword, Keyring } from '@sukoyaka/credentials';
import { DEMO_ACCOUNTS, demoSignIns } from '@sukoyaka/demo';
import { Database } from '@sukoyaka/persistence';
import { createTestDatabase, type TestDatabase, testMac, withClient } from '@sukoyaka/testing';
import { seedAccounts } from '../../apps/api/src/demo/seed-accounts.js';
import { Desk, objects } from '../cli/support.js';

const MASTER = Buffer.alloc(32, 7);
const KEYRING = new Keyring(MASTER);
/** The moment at which a desk stands. */
const NOW = new Date('2026-06-01T03:00:00Z');

const desk = new Desk();
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  desk.clear();
  await database.drop();
});

function run(argv: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const SUKOYAKA_SECRET_KEY = MASTER.toString('base64');
  const installation = { DATABASE_URL: database.ownerUrl, SUKOYAKA_SECRET_KEY };
  return desk.run([...argv, 'demo', 'accounts'], '', { ...installation, ...environment });
}

async function seed(): Promise<void> {
  const options = { url: database.ownerUrl, poolSize: 1, auditMac: testMac, isMaintenance: true };
  const owner = new Database(options);
  await seedAccounts(owner, KEYRING).finally(() => owner.close());
}

describe('sukoyaka demo accounts', () => {
  it('is refused where there are none', async () => {
    const { code, out, err } = await run([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('no demonstration');
  });

  it.each([
    [{ SUKOYAKA_DEMO: 'off' }, /SUKOYAKA_DEMO is off/],
    [{ NODE_ENV: 'production' }, /NODE_ENV is production/],
    [{ NODE_ENV: 'production', SUKOYAKA_DEMO: 'on' }, /SUKOYAKA_DEMO must be off/],
  ])('is refused with %j', async (environment, said) => {
    await seed();
    const { code, out, err } = await run([], environment);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
  });

  it('shows one sign-in for each role, with the codes of the moment', async () => {
    await seed();
    const { code, out, err } = await run(['--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const expected = demoSignIns(KEYRING, NOW).map((each) => ({
      ...each,
      secondsLeft: each.code === null ? null : 30,
    }));
    expect(objects(out)).toEqual(expected);
  });

  it.each(['th', 'ja', 'en'])(
    'is a table in %s that says what it is and where to go',
    async (lang) => {
      await seed();
      const { code, out } = await run(['--lang', lang]);
      expect(code).toBe(0);
      for (const { email } of DEMO_ACCOUNTS) expect(out).toContain(email);
      expect(out).toMatch(/synthetic|架空|สมมติ/);
      expect(out).toContain('http://localhost:3000/api/docs');
      expect(out).not.toMatch(/\[(th|ja|en)\] |\{\{/);
    },
  );

  it('tells when a password has been changed, and leaves out who has been erased', async () => {
    await seed();
    const [owner, editor] = DEMO_ACCOUNTS;
    const hash = await hashPassword('seven umbrellas under water');
    await withClient(database.adminUrl, async (client) => {
      const change = 'UPDATE password_credential SET hash = $2 WHERE person_id = $1';
      await client.query(change, [owner?.id, hash]);
      const erase = 'UPDATE person SET email = NULL, name = NULL, erased_at = now() WHERE id = $1';
      await client.query(erase, [editor?.id]);
    });
    const shown = objects((await run(['--json'])).out);
    expect(shown).toHaveLength(DEMO_ACCOUNTS.length - 1);
    expect(shown.map(({ email }) => email)).not.toContain(editor?.email);
    expect(shown[0]).toMatchObject({ email: owner?.email, password: null });
    expect((await run([])).out).toMatch(/owner@demo\.example +\(changed\)/);
  });
});
