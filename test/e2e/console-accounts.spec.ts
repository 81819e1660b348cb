import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newTotpSecret, seal, tokenHash, totpCode } from '@sukoyaka/credentials';
import { totpContext } from '@sukoyaka/accounts';
import { withClient } from '@sukoyaka/testing';
import { Desk, objects } from '../cli/support.js';
import { keeping, PASSWORD } from '../support/accounts.js';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { rowCounts } from '../support/backup-databases.js';
import { NOBODY, saveOrganisation } from '../support/builders.js';
import { linkTo, mailsTo, newAddress } from '../support/mailbox.js';

/** That of the service in tests. */
const KEY = Buffer.alloc(32, 7).toString('base64url');
const OTHER_KEY = Buffer.alloc(32, 8).toString('base64url');

const desk = new Desk();
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  desk.clear();
  await api.stop();
});

const query = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

/** Runs a command as the operator of the installation does, in its folder and surroundings. */
function run(argv: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const installation = { DATABASE_URL: api.database.ownerUrl, SUKOYAKA_SECRET_KEY: KEY };
  return desk.run(argv, '', { ...installation, ...environment });
}

/** Path, language and token of the link that a command has shown. */
async function linkOf(argv: readonly string[]) {
  const { code, out, err } = await run(['--json', 'user', ...argv]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [shown] = objects(out);
  const { origin, pathname: path, searchParams, hash } = new URL(String(shown?.['link']));
  expect(origin).toBe('http://localhost:3000');
  expect(shown?.['expiresAt']).toMatch(/^\d{4}-.*Z$/);
  return { path, language: searchParams.get('lang'), token: hash.slice(1) };
}

interface LoggedEvent {
  readonly action: string;
  readonly actor: string;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const eventsOf = (chainOrObject: string) =>
  query<LoggedEvent>(
    `SELECT action, actor_kind AS actor, facts_after AS after FROM audit_event
     WHERE chain_id::text = $1 OR object_id = $1 ORDER BY chain_id, sequence`,
    [chainOrObject],
  );

async function personWith(email: string): Promise<string> {
  const [person] = await query<{ id: string }>('SELECT id FROM person WHERE email = $1', [email]);
  return person?.id ?? '';
}

describe('sukoyaka user create', () => {
  it('makes the first operator, who sets password and second factor and then operates', async () => {
    const email = newAddress();
    const argv = ['create', '--email', email, '--name', 'Olivia', '--language', 'en'];
    const { path, language, token } = await linkOf([...argv, '--role', 'operator']);
    expect({ path, language }).toEqual({ path: '/account/password-reset', language: 'en' });
    expect(await linkTo(api, email)).toBe(token);
    expect((await mailsTo(api, email))[0]?.subject).toContain('An account has been made for you');

    const set = { token, password: PASSWORD };
    await api.anonymous.post('/api/password-resets/confirmation').send(set).expect(204);
    const again = await api.anonymous.post('/api/password-resets/confirmation').send(set);
    expectProblem(again, 404, 'LINK_INVALID');

    const signIn = { email, password: PASSWORD };
    const begun = await api.anonymous.post('/api/session').send(signIn).expect(200);
    expect(begun.body).toEqual({ stage: 'enrolment' });
    const enrolling = keeping(api, begun);
    const early = await enrolling.get('/api/operator/staff');
    expectProblem(early, 403, 'SECOND_FACTOR_SETUP_REQUIRED');
    const { secret } = bodyOf(await enrolling.post('/api/me/totp').expect(201));
    const code = totpCode(String(secret), new Date());
    const done = await enrolling.post('/api/me/totp/confirmation').send({ code }).expect(200);
    const { staff } = bodyOf(await keeping(api, done).get('/api/operator/staff').expect(200));
    expect(staff).toMatchObject([{ email, role: 'operator' }]);
  });

  it('is noted in the log, by nobody but the system', async () => {
    const [email, name] = [newAddress(), '𠮷'.repeat(100)];
    const argv = ['create', '--email', email.toUpperCase(), '--name', ` ${name} `];
    await linkOf([...argv, '--role', 'ministry-analyst', '--countries', 'th,VN']);
    const id = await personWith(email);
    const events = await eventsOf(id);
    expect(events).toContainEqual({
      action: 'person.created',
      actor: 'system',
      after: { language: 'th', timeZone: 'Asia/Bangkok', origin: 'command-line' },
    });
    expect(events).toContainEqual({
      action: 'person.role-given',
      actor: 'system',
      after: { role: 'ministry-analyst', countries: ['TH', 'VN'] },
    });
    const [person] = await query('SELECT name, is_synthetic FROM person WHERE id = $1', [id]);
    expect(person).toEqual({ name, is_synthetic: false });
  });

  it('gives an organisation from before there were accounts its owner', async () => {
    const organisation = randomUUID();
    await query("INSERT INTO organisation (id, name_th, country) VALUES ($1, 'ก', 'TH')", [
      organisation,
    ]);
    const email = newAddress();
    const argv = ['create', '--email', email, '--name', 'Owner', '--organisation', organisation];
    const { token } = await linkOf(argv);
    const set = { token, password: PASSWORD };
    await api.anonymous.post('/api/password-resets/confirmation').send(set).expect(204);
    const signIn = { email, password: PASSWORD };
    const begun = await api.anonymous.post('/api/session').send(signIn).expect(200);
    const shown = bodyOf(await keeping(api, begun).get('/api/session').expect(200));
    expect(shown['organisations']).toMatchObject([{ id: organisation, role: 'owner' }]);
    expect(await eventsOf(organisation)).toMatchObject([
      { action: 'member.joined', actor: 'system', after: { role: 'owner' } },
    ]);
  });
});

describe('sukoyaka user invite', () => {
  it('invites to an organisation like a member of it, and ends an earlier invitation', async () => {
    const organisation = await saveOrganisation(api);
    const email = newAddress();
    const argv = ['invite', '--email', email, '--language', 'ja', '--organisation', organisation];
    const earlier = await linkOf([...argv, '--role', 'editor']);
    const { path, token } = await linkOf([...argv, '--role', 'reviewer']);
    expect(path).toBe('/account/invitation');
    const [mail] = (await mailsTo(api, email)).slice(-1);
    expect(mail).toMatchObject({ locale: 'ja' });
    expect(mail?.text).toContain('見本株式会社');
    const accept = (given: string) =>
      api.anonymous
        .post('/api/invitations/acceptance')
        .send({ token: given, name: 'Rin', password: PASSWORD });
    expectProblem(await accept(earlier.token), 404, 'LINK_INVALID');
    expect((await accept(token).expect(200)).body).toMatchObject({
      organisationId: organisation,
      role: 'reviewer',
    });
    const invited = (await eventsOf(organisation)).filter(
      ({ action }) => action === 'member.invited',
    );
    expect(invited.map(({ actor, after }) => ({ actor, ...after }))).toEqual([
      { actor: 'system', role: 'editor' },
      { actor: 'system', role: 'reviewer' },
    ]);
  });

  it('invites to a role beside organisations, but not twice', async () => {
    const email = newAddress();
    const argv = ['invite', '--email', email, '--role', 'ministry-analyst', '--countries', 'LA'];
    const { path, token } = await linkOf(argv);
    expect(path).toBe('/account/staff-invitation');
    expect(await linkTo(api, email)).toBe(token);
    const given = { token, name: 'Analyst', password: PASSWORD };
    await api.anonymous.post('/api/invitations/acceptance').send(given).expect(200);
    const again = await run(['user', ...argv]);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('has the role already');
  });
});

describe('sukoyaka user reset', () => {
  /** Somebody with an authenticator app, a passkey and recovery codes. */
  async function wellProtected() {
    const person = await api.signIn({ role: 'operator' });
    const { id } = person;
    const sealed = seal(api.config.keyring.key('totp'), newTotpSecret(), totpContext(id));
    await query(
      'INSERT INTO totp_credential (person_id, sealed_secret, confirmed_at) VALUES ($1, $2, now())',
      [id, sealed],
    );
    await query(
      `INSERT INTO passkey (person_id, id, credential_id, public_key, counter, transports,
         is_backed_up, label)
       VALUES ($1, gen_random_uuid(), gen_random_uuid(), 'x', 0, '{}', false, 'Key')`,
      [id],
    );
    for (const code of ['a', 'b']) {
      await query('INSERT INTO recovery_code (person_id, code_hash) VALUES ($1, $2)', [id, code]);
    }
    return person;
  }

  const factorsOf = (id: string) =>
    query<{ of: string }>(
      `SELECT 'totp' AS of FROM totp_credential WHERE person_id = $1
       UNION ALL SELECT 'passkey' FROM passkey WHERE person_id = $1
       UNION ALL SELECT 'code' FROM recovery_code WHERE person_id = $1`,
      [id],
    );

  it('makes a link to set a new password, and leaves everything else', async () => {
    const { id, email, http } = await wellProtected();
    const { token } = await linkOf(['reset', '--email', email]);
    const [link] = await query<{ seconds: number }>(
      `SELECT extract(epoch FROM expires_at - created_at)::int AS seconds FROM one_time_link
       WHERE token_hash = $1`,
      [tokenHash(token)],
    );
    expect(link).toEqual({ seconds: 3600 });
    expect(await linkTo(api, email)).toBe(token);
    expect(await factorsOf(id)).toHaveLength(4);
    await http.get('/api/session').expect(200);
    expect(await eventsOf(id)).toContainEqual({
      action: 'person.password-reset-asked',
      actor: 'system',
      after: null,
    });
  });

  it('removes lost second factors for a reason, ends sessions, and tells the person', async () => {
    const { id, email, http } = await wellProtected();
    const [reason, typed] = ['Phone lost in a caf\u00e9', ' Phone lost in a cafe\u0301'];
    const argv = ['reset', '--email', email, '--remove-second-factors', '--reason', typed];
    const { token } = await linkOf(argv);
    expect(await factorsOf(id)).toEqual([]);
    expectProblem(await http.get('/api/session'), 401, 'SIGN_IN_REQUIRED');
    expect(await eventsOf(id)).toContainEqual({
      action: 'person.second-factors-removed',
      actor: 'system',
      after: { totp: true, passkeys: 1, recoveryCodes: 2, reason },
    });
    const mails = (await mailsTo(api, email)).map(({ text }) => text).join('\n');
    expect(mails).toContain('have been removed by the operator of this service');

    const set = { token, password: PASSWORD };
    await api.anonymous.post('/api/password-resets/confirmation').send(set).expect(204);
    const begun = await api.anonymous
      .post('/api/session')
      .send({ email, password: PASSWORD })
      .expect(200);
    expect(begun.body).toEqual({ stage: 'enrolment' });
  });

  it.each([
    ['without a reason', ['--remove-second-factors'], /reason is missing/],
    [
      'for a reason with an address in it',
      ['--remove-second-factors', '--reason', 'ask a@example.org'],
      /cannot be kept/,
    ],
    ['for a reason alone', ['--reason', 'Phone lost'], /--remove-second-factors/],
  ])('does nothing %s', async (_, options, said) => {
    const { id, email } = await wellProtected();
    const before = await rowCounts(api.database);
    const { code, out, err } = await run(['user', 'reset', '--email', email, ...options]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(await factorsOf(id)).toHaveLength(4);
    expect(await rowCounts(api.database)).toEqual(before);
  });
});

describe('what cannot be done', () => {
  const create = (...options: readonly string[]) => [
    'user',
    'create',
    '--email',
    'new@example.com',
    '--name',
    'New',
    ...options,
  ];
  const invite = (...options: readonly string[]) => [
    'user',
    'invite',
    '--email',
    'new@example.com',
    ...options,
  ];

  const leave = (...options: readonly string[]) => ['user', 'sign-out', ...options];

  it.each<readonly [string, readonly string[], RegExp]>([
    [
      'an address that is none',
      ['user', 'create', '--email', 'x', '--name', 'X'],
      /name@example\.com/,
    ],
    ['an empty name', ['user', 'create', '--email', 'a@example.com', '--name', ' '], /--name/],
    ['a name on two lines', create('--name', 'A\u2028B'), /--name/],
    ['an unknown language', create('--language', 'fr'), /th, ja, en/],
    ['an unknown time zone', create('--time-zone', 'Asia/Nowhere'), /Asia\/Nowhere/],
    ['an unknown role', create('--role', 'owner'), /ministry-analyst, operator/],
    ['an analyst without countries', create('--role', 'ministry-analyst'), /--countries/],
    [
      'an operator with countries',
      create('--role', 'operator', '--countries', 'TH'),
      /--countries TH,VN/,
    ],
    [
      'a country that there is not',
      create('--role', 'ministry-analyst', '--countries', 'TH,ZZ'),
      /["「]ZZ["」].*--countries/s,
    ],
    ['countries of nobody', create('--countries', 'TH'), /TH/],
    [
      'a staff role in an organisation',
      create('--organisation', NOBODY, '--role', 'operator'),
      /owner, editor/,
    ],
    ['an id that is none', create('--organisation', '1'), /UUID/],
    ['an unknown organisation', create('--organisation', NOBODY), new RegExp(NOBODY)],
    [
      'an invitation to an unknown organisation',
      invite('--organisation', NOBODY),
      new RegExp(NOBODY),
    ],
    ['an invitation to nothing', invite(), /--organisation/],
    [
      'a reset of nobody',
      ['user', 'reset', '--email', 'nobody@example.com'],
      /nobody@example\.com/,
    ],
    ['a sign-out of nobody', leave('--reason', 'x'), /--everybody/],
    ['one of all and one', leave('--everybody', '--email', 'a@b.co', '--reason', 'x'), /--email/],
    ['one for no reason to keep', leave('--everybody', '--reason', 'a@b.co'), /--reason/],
  ])('%s is refused, and nothing written', async (_, argv, said) => {
    const before = await rowCounts(api.database);
    for (const lang of ['en', 'ja', 'th']) {
      const { code, out, err } = await run(['--lang', lang, ...argv]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(said);
      expect(err).not.toMatch(/\{\{|\n {4}at |PROGRAM_FAULT/);
    }
    expect(await rowCounts(api.database)).toEqual(before);
  });

  it('an address that somebody has', async () => {
    const { email } = await api.signIn();
    const { code, err } = await run(['user', 'create', '--email', email, '--name', 'Again']);
    expect(code).toBe(2);
    expect(err).toContain(`an account with the address ${email}`);
  });

  it.each([
    ['no key', { SUKOYAKA_SECRET_KEY: '' }, /secret key of the installation is missing/],
    ['no real key', { SUKOYAKA_SECRET_KEY: 'short' }, /32 random bytes/],
    ['another key', { SUKOYAKA_SECRET_KEY: OTHER_KEY }, /not the secret key that the database/],
    ['a wrong address of the service', { SUKOYAKA_ORIGIN: 'http://x.org' }, /SUKOYAKA_ORIGIN must/],
  ])('anything with %s', async (_, environment, said) => {
    // The first use of a key is what later ones are held against.
    await linkOf(['create', '--email', newAddress(), '--name', 'First']);
    const before = await rowCounts(api.database);
    const { code, out, err } = await run(create(), environment);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(await rowCounts(api.database)).toEqual(before);
  });
});
