import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { totpContext } from '@sukoyaka/accounts';
import {
  hashPassword,
  newToken,
  newTotpSecret,
  passwordWork,
  seal,
  totpCode,
} from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import { givePassword, keeping, OTHER_PASSWORD, PASSWORD } from '../support/accounts.js';
import {
  expectProblem,
  type Http,
  type RunningApi,
  type SignedIn,
  startApi,
} from '../support/api.js';
import { grantBody, newOwner, scoredOf } from '../support/grants.js';
import { linkTo, mailsTo, newAddress } from '../support/mailbox.js';
import { until } from '../support/until.js';

const MANY = 12;

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());
beforeEach(() => rows('DELETE FROM throttle'));

const rows = <Row>(text: string, ...values: readonly unknown[]) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows: found } = await client.query(text, [...values]);
    return found as Row[];
  });

async function withPassword(): Promise<SignedIn> {
  const person = await api.signIn();
  await givePassword(api, person);
  return person;
}

const signIn = (email: string, password = PASSWORD) =>
  api.anonymous.post('/api/session').send({ email, password });

async function giveTotp({ id }: SignedIn): Promise<string> {
  const secret = newTotpSecret();
  const sealed = seal(api.config.keyring.key('totp'), secret, totpContext(id));
  await rows(
    'INSERT INTO totp_credential (person_id, sealed_secret, confirmed_at) VALUES ($1, $2, now())',
    id,
    sealed,
  );
  return secret;
}

/** From now on each attempt is followed by the longest wait there is. */
const exhaust = () => rows('UPDATE throttle SET failures = 50, blocked_until = NULL');

const manyTimes = <T>(work: () => PromiseLike<T>) =>
  Promise.all(Array.from({ length: MANY }, work));

/** Lets no password be computed until it is released. */
function occupyPasswordWork(): { readonly release: () => Promise<void> } {
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const busy = Array.from({ length: passwordWork.places }, () => passwordWork.run(() => gate));
  const release = async () => {
    open();
    await Promise.all(busy);
  };
  return { release };
}

/** How many of this database's transactions wait for others. */
async function waitingForLocks(): Promise<number> {
  const [found] = await rows<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return found?.waiting ?? 0;
}

/** Sends requests none of which can write into a table before all have come as far as they can. */
async function abreast<T>(table: string, requests: readonly (() => PromiseLike<T>)[]) {
  return withClient(api.database.adminUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(`LOCK TABLE ${table} IN SHARE MODE`);
    const answers = Promise.all(requests.map((send) => send()));
    await until(async () => (await waitingForLocks()) >= requests.length);
    await client.query('COMMIT');
    return answers;
  });
}

/** Sends a request, and does `meanwhile` once its password waits to be computed. */
async function overtaken<T>(
  send: () => PromiseLike<T>,
  meanwhile: () => Promise<void>,
): Promise<T> {
  const work = occupyPasswordWork();
  try {
    const answer = Promise.resolve(send());
    await until(() => passwordWork.waiting > 0);
    await meanwhile();
    await work.release();
    return await answer;
  } finally {
    await work.release();
  }
}

/** What setting a new password by a mailed link does. */
async function resetPassword({ id }: SignedIn): Promise<void> {
  await rows('UPDATE password_credential SET hash = $2 WHERE person_id = $1', id, await otherHash);
  await rows('DELETE FROM session WHERE person_id = $1', id);
}
const otherHash = hashPassword(OTHER_PASSWORD);

describe('many attempts at once', () => {
  const counts = (statuses: readonly number[], status: number) =>
    statuses.filter((each) => each === status).length;

  it('at a password are counted before they are judged', async () => {
    const { email } = await withPassword();
    await signIn(email, 'a first wrong guess');
    await exhaust();
    const answers = await manyTimes(() => signIn(email, 'another wrong guess'));
    const statuses = answers.map(({ status }) => status);
    expect([counts(statuses, 401), counts(statuses, 429)]).toEqual([1, MANY - 1]);
  });

  it('at a code are counted before they are judged', async () => {
    const person = await withPassword();
    await giveTotp(person);
    const half = keeping(api, await signIn(person.email).expect(200));
    const guess = () => half.post('/api/session/second-factor').send({ code: '000000' });
    await guess();
    await exhaust();
    const statuses = (await manyTimes(guess)).map(({ status }) => status);
    expect([counts(statuses, 401), counts(statuses, 429)]).toEqual([1, MANY - 1]);
  });

  it('at somebody’s mailbox are counted before anything is sent', async () => {
    const { email } = await api.signIn();
    const ask = () => api.anonymous.post('/api/password-resets').send({ email }).expect(202);
    await ask();
    // A place may ask for thirty; an addressee gets three, and one more after each wait.
    await rows('UPDATE throttle SET failures = 15');
    await manyTimes(ask);
    expect(await mailsTo(api, email)).toHaveLength(2);
  });

  it('that are right cost an address nothing', async () => {
    const { email } = await withPassword();
    await signIn(newAddress(), 'somebody of the same office');
    const before = await rows('SELECT bucket, failures FROM throttle ORDER BY bucket');
    await signIn(email).expect(200);
    expect(await rows('SELECT bucket, failures FROM throttle ORDER BY bucket')).toEqual(before);
  });
});

describe('a mailbox that strangers have filled', () => {
  it('with sign-ups still gets the link for a new password', async () => {
    const { email } = await api.signIn();
    const signUp = { email, name: 'x', language: 'en', timeZone: 'Asia/Bangkok' };
    for (let sent = 0; sent < 6; sent += 1) {
      await api.anonymous.post('/api/sign-ups').send(signUp).expect(202);
    }
    await api.anonymous.post('/api/password-resets').send({ email }).expect(202);
    const token = await linkTo(api, email);
    await api.anonymous
      .post('/api/password-resets/confirmation')
      .send({ token, password: OTHER_PASSWORD })
      .expect(204);
  });
});

describe('a password that is replaced while it is checked', () => {
  const expectNobodyIn = async ({ id }: SignedIn) =>
    expect(await rows('SELECT FROM session WHERE person_id = $1', id)).toEqual([]);

  it('signs nobody in', async () => {
    const person = await withPassword();
    const answer = await overtaken(
      () => signIn(person.email),
      () => resetPassword(person),
    );
    expectProblem(answer, 401, 'SIGN_IN_FAILED');
    await expectNobodyIn(person);
  });

  it('sets no other one', async () => {
    const person = await withPassword();
    const change = { current: PASSWORD, password: 'nine kettles on a ferry boat' };
    const answer = await overtaken(
      () => person.http.put('/api/me/password').send(change),
      () => resetPassword(person),
    );
    expectProblem(answer, 403, 'PASSWORD_WRONG');
    await signIn(person.email, OTHER_PASSWORD).expect(200);
  });

  it('leaves no sign-in that waits for its second factor', async () => {
    const person = await withPassword();
    const code = totpCode(await giveTotp(person), new Date());
    const half = keeping(api, await signIn(person.email).expect(200));
    const answer = await whileLocked(person, half, code);
    expectProblem(answer, 401, 'SIGN_IN_REQUIRED');
    await expectNobodyIn(person);
  });

  /** Sends the code while its row is held, during which the password is replaced. */
  async function whileLocked(person: SignedIn, half: Http, code: string) {
    return withClient(api.database.adminUrl, async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM totp_credential WHERE person_id = $1 FOR UPDATE', [
        person.id,
      ]);
      const answer = Promise.resolve(half.post('/api/session/second-factor').send({ code }));
      await until(async () => (await waitingForLocks()) > 0);
      await resetPassword(person);
      await client.query('COMMIT');
      return answer;
    });
  }
});

describe('a link that opens nothing', () => {
  it.each(['/api/sign-ups/confirmation', '/api/password-resets/confirmation'])(
    'has no password computed: %s',
    async (path) => {
      const work = occupyPasswordWork();
      try {
        const body = { token: newToken(), password: OTHER_PASSWORD };
        expectProblem(await api.anonymous.post(path).send(body), 404, 'LINK_INVALID');
      } finally {
        await work.release();
      }
    },
  );
});

describe('two at once', () => {
  const statusesOf = (answers: readonly { readonly status: number }[]) =>
    answers.map(({ status }) => status).sort();

  async function twoOwners() {
    const first = await newOwner(api);
    const memberOf = { organisation: first.organisation, role: 'owner' } as const;
    return { ...first, both: [first, await api.signIn({ memberOf })] };
  }

  const open = (organisation: string) =>
    rows<{ email: string }>(
      `SELECT email FROM invitation WHERE organisation_id = $1 AND revoked_at IS NULL`,
      organisation,
    );

  it('who invite the same person leave one invitation open', async () => {
    const { organisation, both } = await twoOwners();
    const body = { email: newAddress(), role: 'editor', language: 'th' };
    const path = `/api/organisations/${organisation}/invitations`;
    const invite = both.map(
      ({ http }) =>
        () =>
          http.post(path).send(body),
    );
    expect(statusesOf(await abreast('invitation', invite))).toEqual([201, 201]);
    expect(await open(organisation)).toEqual([{ email: body.email }]);
  });

  it('who invite do not exceed the most that are open', async () => {
    const { organisation, both } = await twoOwners();
    await rows(
      `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, expires_at)
       SELECT $1, gen_random_uuid(), gen_random_uuid(), n || '@example.com', 'editor', 'th',
         now() + interval '1 day' FROM generate_series(1, 199) n`,
      organisation,
    );
    const path = `/api/organisations/${organisation}/invitations`;
    const body = { role: 'editor', language: 'th' };
    const invite = both.map(
      ({ http }) =>
        () =>
          http.post(path).send({ email: newAddress(), ...body }),
    );
    expect(statusesOf(await abreast('invitation', invite))).toEqual([201, 409]);
    expect(await open(organisation)).toHaveLength(200);
  });

  it('who ask the same person to be an operator leave one invitation open', async () => {
    const operators = [
      await api.signIn({ role: 'operator' }),
      await api.signIn({ role: 'operator' }),
    ];
    const body = { email: newAddress(), role: 'operator', language: 'en' };
    const path = '/api/operator/staff-invitations';
    const invite = operators.map(
      ({ http }) =>
        () =>
          http.post(path).send(body),
    );
    expect(statusesOf(await abreast('staff_invitation', invite))).toEqual([201, 201]);
    const statement = `SELECT FROM staff_invitation WHERE email = $1 AND revoked_at IS NULL`;
    expect(await rows(statement, body.email)).toHaveLength(1);
  });

  it('who let another organisation read do not exceed the most for one', async () => {
    const { both, ...giver } = await twoOwners();
    const to = await newOwner(api);
    const scored = await scoredOf(api, giver);
    await rows(
      `INSERT INTO access_grant
         (organisation_id, id, grantee_id, level, begins_at, ends_at, given_by)
       SELECT $1, gen_random_uuid(), $2, 'result', now(), now() + interval '1 day', $3
       FROM generate_series(1, 19)`,
      giver.organisation,
      to.organisation,
      giver.id,
    );
    const path = `/api/organisations/${giver.organisation}/grants`;
    const body = grantBody({ to, of: [scored] });
    const give = both.map(
      ({ http }) =>
        () =>
          http.post(path).send(body),
    );
    expect(statusesOf(await abreast('access_grant', give))).toEqual([201, 409]);
    const statement = 'SELECT FROM access_grant WHERE organisation_id = $1';
    expect(await rows(statement, giver.organisation)).toHaveLength(20);
  });
});
