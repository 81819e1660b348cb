import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { deviceMark, newTotpSecret, seal, totpCode } from '@sukoyaka/credentials';
import { totpContext } from '@sukoyaka/accounts';
import { withClient } from '@sukoyaka/testing';
import { type Actor, Database } from '@sukoyaka/persistence';
import type { Response } from 'supertest';
import {
  type Attempt,
  SignInThrottle,
} from '../../apps/api/src/platform/identity/sign-in-throttle.js';
import { cookieIn, keeping, OTHER_PASSWORD, PASSWORD } from '../support/accounts.js';
import {
  expectProblem,
  type Http,
  httpOf,
  type RunningApi,
  type SignedIn,
  startApi,
} from '../support/api.js';
import { saveOrganisation } from '../support/builders.js';
import { linkTo, mailsTo, newAddress } from '../support/mailbox.js';

const DEVICE = '__Host-sukoyaka-device';
/** How many are judged at once, of an account over all places and of a place at all accounts. */
const OF_ALL = 100;
const NOBODY: Actor = { kind: 'service', personId: null, correlationId: null };

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ trustedProxies: ['127.0.0.1'] });
});
afterAll(() => api.stop());
beforeEach(() => rows('DELETE FROM throttle'));

const rows = <Row>(text: string, ...values: readonly unknown[]) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows: found } = await client.query(text, [...values]);
    return found as Row[];
  });

let places = 0;
/** An address from which nobody has asked for anything yet. */
function newPlace(): string {
  places += 1;
  return `198.18.${places >> 8}.${places & 255}`;
}

/** All that is counted, as if it had been counted so much earlier. */
const passTime = (seconds: number) =>
  rows(
    `UPDATE throttle SET blocked_until = blocked_until - make_interval(secs => $1),
       last_failure_at = last_failure_at - make_interval(secs => $1)`,
    seconds,
  );

/** Gives a password that takes little work to try. */
async function setPassword({ id }: SignedIn, password = PASSWORD): Promise<void> {
  const weak = await hash(password.normalize('NFKC'), {
    memoryCost: 64,
    timeCost: 1,
    parallelism: 1,
  });
  await rows(
    `INSERT INTO password_credential (person_id, hash) VALUES ($1, $2)
     ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash`,
    id,
    weak,
  );
}

async function withPassword(): Promise<SignedIn> {
  const person = await api.signIn();
  await setPassword(person);
  return person;
}

interface From {
  /** A browser that has never been here, unless one is named. */
  readonly http?: Http;
  readonly password?: string;
}

const signIn = (email: string, place: string, from: From = {}) => {
  const { http = api.anonymous, password = PASSWORD } = from;
  return http.post('/api/session').set('X-Forwarded-For', place).send({ email, password });
};

/** Tries wrong passwords, one after the other. */
async function guess(email: string, place: string, times: number, http?: Http): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const from = { password: `guess ${time}`, ...(http && { http }) };
    statuses.push((await signIn(email, place, from)).status);
  }
  return statuses;
}

/**
 * Fails once, as far as a sign-in counts it: without the work of looking at a password, so that a
 * test can do so very often. @returns whether the password would have been looked at.
 */
function fail(account: string, address: string): Promise<boolean> {
  const [kind, personId, deviceMark] = ['password', null, undefined] as const;
  return failAt({ kind, account, personId, address, deviceMark });
}

async function failAt(attempt: Attempt): Promise<boolean> {
  const throttle = api.app.get(SignInThrottle);
  try {
    await api.app.get(Database).as(NOBODY, (tx) => throttle.count(tx, attempt));
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'SIGN_IN_THROTTLED' });
    return false;
  }
}

/** Fails at an account from ever new places; @returns how often a password was looked at. */
async function storm(email: string, times = OF_ALL + 20): Promise<number> {
  const tried = await Promise.all(Array.from({ length: times }, () => fail(email, newPlace())));
  return tried.filter(Boolean).length;
}

/** Fails at ever other accounts from one place. */
async function fill(place: string, times = OF_ALL + 20): Promise<number> {
  const tried = await Promise.all(Array.from({ length: times }, () => fail(newAddress(), place)));
  return tried.filter(Boolean).length;
}

/** Asks for a link to a new password, and uses it in a browser. */
async function reset(email: string, place: string, http = api.anonymous): Promise<Response> {
  await http.post('/api/password-resets').set('X-Forwarded-For', place).send({ email }).expect(202);
  return http
    .post('/api/password-resets/confirmation')
    .set('X-Forwarded-For', place)
    .send({ token: await linkTo(api, email), password: OTHER_PASSWORD })
    .expect(204);
}

describe('marks of browsers, collected before there was a second factor', () => {
  it('give no guesses at it anew', async () => {
    const { id } = await withPassword();
    const key = api.config.keyring.key('device');
    const tries = Array.from({ length: 15 }, (_, browser) => {
      const mark = deviceMark(key, id, `browser${browser}`);
      const guessed = { kind: 'factor', account: id, personId: id, deviceMark: mark } as const;
      return Array.from({ length: 10 }, () => failAt({ ...guessed, address: newPlace() }));
    });
    const judged = (await Promise.all(tries.flat())).filter(Boolean);
    expect(judged).toHaveLength(OF_ALL);
  });
});

describe('a stranger who guesses at an account from one place', () => {
  it('keeps nobody but themself waiting, for as long as they go on', async () => {
    const { email } = await withPassword();
    const [theirs, own] = [newPlace(), newPlace()];
    for (let round = 0; round < 3; round += 1) {
      expect((await guess(email, theirs, 12)).at(-1)).toBe(429);
      await signIn(email, own).expect(200);
      expectProblem(await signIn(email, theirs), 429, 'SIGN_IN_THROTTLED');
      await passTime(900);
    }
  });

  it('never fills what is counted over all places, however long they go on', async () => {
    const { email } = await withPassword();
    const theirs = newPlace();
    for (let quarter = 0; quarter < 150; quarter += 1) {
      while (await fail(email, theirs));
      await passTime(900);
    }
    await signIn(email, newPlace()).expect(200);
  });

  it('changes nothing for anybody by asking while they wait', async () => {
    const { email } = await withPassword();
    const theirs = newPlace();
    await guess(email, theirs, 12);
    const counted = () => rows('SELECT * FROM throttle ORDER BY bucket');
    const before = await counted();
    expect(await guess(email, theirs, 3)).toEqual([429, 429, 429]);
    expect(await counted()).toEqual(before);
  });
});

describe('guesses at an account from many places', () => {
  it.each(['somebody', 'nobody'])(
    'are bounded, whether the address is of %s or not',
    async (whose) => {
      const email = whose === 'somebody' ? (await withPassword()).email : newAddress();
      expect(await storm(email)).toBe(OF_ALL);
      const wrong = { password: 'another wrong guess' };
      expectProblem(await signIn(email, newPlace(), wrong), 429, 'SIGN_IN_THROTTLED');
      await passTime(180);
      expectProblem(await signIn(email, newPlace(), wrong), 401, 'SIGN_IN_FAILED');
      expectProblem(await signIn(email, newPlace(), wrong), 429, 'SIGN_IN_THROTTLED');
      await passTime(3600);
      expect(await storm(email)).toBe(20);
      await passTime(7 * 86_400);
      expect(await storm(email)).toBe(OF_ALL);
    },
  );

  it('do not keep out who uses a link for a new password, while they go on', async () => {
    const { email } = await withPassword();
    const [place, password] = [newPlace(), OTHER_PASSWORD];
    await storm(email);
    const told = expectProblem(await signIn(email, place), 429, 'SIGN_IN_THROTTLED');
    expect(told['detail']).toContain('link');
    const done = await reset(email, place);
    await signIn(email, newPlace(), { password }).expect(200);
    await storm(email);
    expectProblem(await signIn(email, newPlace(), { password }), 429, 'SIGN_IN_THROTTLED');
    await signIn(email, place, { password, http: keeping(api, done) }).expect(200);
  });

  it('make nobody wait who has signed in in that browser before', async () => {
    const { email } = await withPassword();
    const known = keeping(api, await signIn(email, newPlace()).expect(200));
    await storm(email);
    await signIn(email, newPlace(), { http: known }).expect(200);
  });
});

describe('a browser in which a mailed link was used', () => {
  it('is let in though its own attempts had failed', async () => {
    const { email } = await withPassword();
    const place = newPlace();
    const known = keeping(api, await signIn(email, place).expect(200));
    expect((await guess(email, place, 12, known)).at(-1)).toBe(429);
    const http = keeping(api, await reset(email, place, known));
    await signIn(email, place, { http, password: OTHER_PASSWORD }).expect(200);
  });

  it('is told of as new all the same when its person signs in there first', async () => {
    const { email } = await withPassword();
    const http = keeping(api, await reset(email, newPlace()));
    const password = OTHER_PASSWORD;
    const first = await signIn(email, newPlace(), { http, password }).expect(200);
    await signIn(email, newPlace(), { http: keeping(api, first), password }).expect(200);
    const subjects = (await mailsTo(api, email)).map(({ subject }) => subject);
    expect(subjects.filter((each) => each.includes('new device'))).toHaveLength(1);
  });

  it('gives no guesses at the second factor for each further link', async () => {
    const person = await withPassword();
    await giveTotp(person);
    const statuses: number[] = [];
    for (let link = 0; link < 2; link += 1) {
      const place = newPlace();
      const mark = cookieIn(await reset(person.email, place), DEVICE) ?? '';
      const begun = await signIn(person.email, place, { password: OTHER_PASSWORD }).expect(200);
      for (let time = 0; time < 6; time += 1) {
        statuses.push((await sendCode(begun, mark, place, '000000')).status);
      }
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('an office from which others have failed', () => {
  it('lets browsers in that are known, and new ones by a link', async () => {
    const { email } = await withPassword();
    const office = newPlace();
    const known = keeping(api, await signIn(email, office).expect(200));
    await fill(office);
    expectProblem(await signIn(email, office), 429, 'SIGN_IN_THROTTLED');
    await signIn(email, office, { http: known }).expect(200);
    const http = keeping(api, await reset(email, office));
    await signIn(email, office, { http, password: OTHER_PASSWORD }).expect(200);
  });

  it('lets in who has come by an invitation', async () => {
    const organisation = await saveOrganisation(api);
    const [email, office] = [newAddress(), newPlace()];
    const invited = { email, role: 'editor', language: 'en' };
    await api.http.post(`/api/organisations/${organisation}/invitations`).send(invited).expect(201);
    await storm(email);
    await fill(office);
    const body = { token: await linkTo(api, email), name: 'New', password: PASSWORD };
    const path = '/api/invitations/acceptance';
    const accepted = await api.anonymous.post(path).send(body).expect(200);
    await signIn(email, office, { http: keeping(api, accepted) }).expect(200);
    await signIn(email, newPlace()).expect(200);
  });

  it('lets in who has signed up', async () => {
    const [email, office] = [newAddress(), newPlace()];
    await api.anonymous.post('/api/sign-ups').send({ email, name: 'New', language: 'en' });
    await storm(email);
    await fill(office);
    const body = { token: await linkTo(api, email), password: PASSWORD };
    const done = await api.anonymous.post('/api/sign-ups/confirmation').send(body).expect(201);
    await signIn(email, office, { http: keeping(api, done) }).expect(200);
    await signIn(email, newPlace()).expect(200);
  });

  it('gets one more attempt each minute, and does not add up the mistakes of days', async () => {
    const office = newPlace();
    expect(await fill(office)).toBe(OF_ALL);
    await passTime(60);
    expect(await fill(office)).toBe(1);
    for (let day = 0; day < 5; day += 1) {
      await passTime(8 * 3600);
      expect(await fill(office, 60)).toBe(60);
    }
  });
});

describe('somebody with the password who guesses at the second factor', () => {
  it('does not keep its owner out of a browser that is known', async () => {
    const person = await withPassword();
    const secret = await giveTotp(person);
    const [theirs, own] = [newPlace(), newPlace()];
    const first = await signIn(person.email, own).expect(200);
    const done = await sendCode(first, '', own, totpCode(secret, new Date()));
    const mark = cookieIn(done, DEVICE) ?? '';
    const strange = await signIn(person.email, theirs).expect(200);
    for (let time = 0; time < 12; time += 1) await sendCode(strange, '', theirs, '000000');
    expectProblem(await sendCode(strange, '', theirs, '000000'), 429, 'SIGN_IN_THROTTLED');
    const again = await signIn(person.email, own).expect(200);
    const next = totpCode(secret, new Date(Date.now() + 30_000));
    expect((await sendCode(again, mark, own, next)).status).toBe(200);
  });
});

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

/** Completes a sign-in that was begun, in a browser with this mark. */
function sendCode(begun: Response, mark: string, place: string, code: string) {
  const cookie = `__Host-sukoyaka=${cookieIn(begun)}; ${DEVICE}=${mark}`;
  return httpOf(api.url, { cookie })
    .post('/api/session/second-factor')
    .set('X-Forwarded-For', place)
    .send({ code });
}
