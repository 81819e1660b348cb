import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newToken } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import { cookieIn, givePassword, keeping, OTHER_PASSWORD, PASSWORD } from '../support/accounts.js';
import { bodyOf, expectProblem, type Http, type RunningApi, startApi } from '../support/api.js';
import { saveOrganisation } from '../support/builders.js';
import { linkTo, mailsTo, newAddress } from '../support/mailbox.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const admin = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

const SOMSRI = { name: 'สมศรี สุขสันต์', language: 'th', timeZone: 'Asia/Bangkok' } as const;
const signUp = (email: string, body: object = {}) =>
  api.anonymous.post('/api/sign-ups').send({ email, ...SOMSRI, ...body });
const confirm = (token: string, password = PASSWORD) =>
  api.anonymous.post('/api/sign-ups/confirmation').send({ token, password });
const signIn = (email: string, password: string) =>
  api.anonymous.post('/api/session').send({ email, password });

describe('signing up', () => {
  it('makes an account once the mailed link is followed', async () => {
    const email = newAddress();
    await signUp(email).expect(202);
    expect(await admin('SELECT FROM person WHERE email = $1', [email])).toEqual([]);
    const done = await confirm(await linkTo(api, email)).expect(201);
    const me = await keeping(api, done).get('/api/me').expect(200);
    expect(me.body).toMatchObject({ email, ...SOMSRI, factors: { hasPassword: true } });
    await signIn(email, PASSWORD).expect(200);
  });

  it('answers alike whether there is an account or not, and tells its owner', async () => {
    const known = await api.signIn({ language: 'ja' });
    const [first, second] = [await signUp(known.email), await signUp(newAddress())];
    expect([first.status, first.text]).toEqual([second.status, second.text]);
    const [mail] = await mailsTo(api, known.email);
    expect(mail?.locale).toBe('ja');
    expect(mail?.text).not.toMatch(/#[\w-]{43}/);
  });

  it('stops to mail somebody whom a stranger signs up again and again', async () => {
    const email = newAddress();
    for (let time = 0; time < 8; time += 1) await signUp(email).expect(202);
    const count = (await mailsTo(api, email)).length;
    expect(count).toBeGreaterThan(2);
    expect(count).toBeLessThan(6);
  });

  it('by a link works once, and not at all when it is old or was made up', async () => {
    const email = newAddress();
    await signUp(email);
    const token = await linkTo(api, email);
    const answers = await Promise.all([confirm(token), confirm(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    expectProblem(await confirm(newToken()), 404, 'LINK_INVALID');
    const late = newAddress();
    await signUp(late);
    // The answer comes before the link is made; once it is mailed, it is there.
    const old = await linkTo(api, late);
    await admin('UPDATE one_time_link SET expires_at = now() WHERE email = $1', [late]);
    expectProblem(await confirm(old), 404, 'LINK_INVALID');
  });

  it.each([
    ['short', 'too short'],
    ['password1234', 'guessed'],
    ['example.com example.com', 'too close'],
  ])('refuses the password %j and leaves the link as it was', async (password, words) => {
    const email = newAddress();
    await signUp(email);
    const token = await linkTo(api, email);
    const problem = expectProblem(await confirm(token, password), 422, 'PASSWORD_UNFIT');
    expect(problem['detail']).toContain(words);
    await confirm(token).expect(201);
  });

  it('takes a password in any script', async () => {
    const email = newAddress();
    await signUp(email);
    await confirm(await linkTo(api, email), OTHER_PASSWORD).expect(201);
    await signIn(email, OTHER_PASSWORD).expect(200);
  });

  it('is refused where accounts are by invitation', async () => {
    const closed = await startApi({ signUp: 'invited' });
    const response = await closed.anonymous
      .post('/api/sign-ups')
      .send({ email: newAddress(), ...SOMSRI });
    expectProblem(response, 403, 'SIGN_UP_CLOSED');
    await closed.stop();
  });

  it.each([
    [{ language: 'fr' }, '/language'],
    [{ timeZone: 'Mars/Base' }, '/timeZone'],
    [{ name: 'a\nb' }, '/name'],
    [{ email: 'a@b' }, '/email'],
    [{ email: 'a b@example.com' }, '/email'],
    [{ email: 'somchai@company.co,th' }, '/email'],
    [{ email: 'a@b>.com' }, '/email'],
    [{ email: 'a@exam\u200bple.com' }, '/email'],
    [{ email: 'x@example.com;y' }, '/email'],
  ])('refuses %j', async (body, pointer) => {
    const { errors } = expectProblem(await signUp(newAddress(), body), 400, 'REQUEST_INVALID');
    expect(errors).toEqual([expect.objectContaining({ pointer })]);
  });
});

describe('a forgotten password', () => {
  const ask = (email: string) => api.anonymous.post('/api/password-resets').send({ email });
  const reset = (token: string, password = OTHER_PASSWORD) =>
    api.anonymous.post('/api/password-resets/confirmation').send({ token, password });

  it('is set anew by the mailed link, which ends every session', async () => {
    const person = await api.signIn();
    await givePassword(api, person);
    await ask(person.email).expect(202);
    const token = await linkTo(api, person.email);
    expectProblem(await reset(token, 'password1234'), 422, 'PASSWORD_UNFIT');
    await reset(token).expect(204);
    expectProblem(await person.http.get('/api/me'), 401, 'SIGN_IN_REQUIRED');
    expectProblem(await signIn(person.email, PASSWORD), 401, 'SIGN_IN_FAILED');
    await signIn(person.email, OTHER_PASSWORD).expect(200);
    expectProblem(await reset(token), 404, 'LINK_INVALID');
  });

  it('leaves the second factor in force', async () => {
    const person = await api.signIn();
    await admin(
      `INSERT INTO totp_credential (person_id, sealed_secret, confirmed_at) VALUES ($1, '', now())`,
      [person.id],
    );
    await ask(person.email).expect(202);
    const done = await reset(await linkTo(api, person.email)).expect(204);
    expect(cookieIn(done)).toBeUndefined();
    const begun = await signIn(person.email, OTHER_PASSWORD).expect(200);
    expect(begun.body).toEqual({ stage: 'second-factor' });
  });

  it('answers alike for an address that nobody has, and mails nothing there', async () => {
    const [known, nobody] = [await api.signIn(), newAddress()];
    const answers = [await ask(known.email), await ask(nobody)];
    expect(answers[0]?.text).toBe(answers[1]?.text);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(await mailsTo(api, nobody)).toEqual([]);
  });

  it('does not take the link of a sign-up', async () => {
    const email = newAddress();
    await signUp(email);
    expectProblem(await reset(await linkTo(api, email)), 404, 'LINK_INVALID');
  });
});

describe('what a stranger asks to be mailed', () => {
  it.each([
    ['/api/sign-ups', SOMSRI],
    ['/api/password-resets', {}],
  ])('is answered before it is looked up who has an account: %s', async (path, body) => {
    const { email } = await api.signIn();
    await withClient(api.database.adminUrl, async (client) => {
      await client.query('BEGIN');
      // From now on nobody can look.
      await client.query('LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
      await api.anonymous
        .post(path)
        .send({ email, ...body })
        .expect(202);
      await client.query('ROLLBACK');
    });
    expect(await mailsTo(api, email)).toHaveLength(1);
  });
});

describe('an invitation', () => {
  let organisation: string;
  beforeAll(async () => {
    organisation = await saveOrganisation(api);
  });

  const invite = async (email: string, body: object = {}) => {
    const path = `/api/organisations/${organisation}/invitations`;
    const sent = { email, role: 'editor', language: 'ja', ...body };
    return String(bodyOf(await api.http.post(path).send(sent).expect(201))['id']);
  };
  const accept = (token: string, body: object = {}, http: Http = api.anonymous) =>
    http.post('/api/invitations/acceptance').send({ token, ...body });
  const rolesIn = (personId: unknown) =>
    admin('SELECT role FROM membership WHERE organisation_id = $1 AND person_id = $2', [
      organisation,
      personId,
    ]);

  it('says what it is to, and makes a newcomer a member', async () => {
    const email = newAddress();
    await invite(email);
    const token = await linkTo(api, email);
    const view = await api.anonymous.post('/api/invitations/lookup').send({ token }).expect(200);
    expect(view.body).toMatchObject({
      email,
      role: 'editor',
      organisation: { ja: '見本株式会社' },
      hasAccount: false,
    });
    const response = await accept(token, { name: '山田花子', password: PASSWORD }).expect(200);
    expect(response.body).toMatchObject({ organisationId: organisation, role: 'editor' });
    expect(await rolesIn(bodyOf(response)['personId'])).toEqual([{ role: 'editor' }]);
    await signIn(email, PASSWORD).expect(200);
    expectProblem(await accept(token), 404, 'LINK_INVALID');
  });

  it('asks a newcomer for a name and a password', async () => {
    const email = newAddress();
    await invite(email);
    const token = await linkTo(api, email);
    const { errors } = expectProblem(await accept(token), 400, 'REQUEST_INVALID');
    expect(errors).toMatchObject([{ pointer: '/name' }, { pointer: '/password' }]);
    const weak = await accept(token, { name: 'x', password: 'password1234' });
    expectProblem(weak, 422, 'PASSWORD_UNFIT');
    await accept(token, { name: 'x', password: PASSWORD }).expect(200);
  });

  it('to somebody with an account is for who is signed in to it', async () => {
    const [person, other] = [await api.signIn(), await api.signIn()];
    await invite(person.email, { role: 'reviewer' });
    const token = await linkTo(api, person.email);
    const stranger = { name: 'x', password: PASSWORD };
    expectProblem(await accept(token, stranger), 401, 'SIGN_IN_REQUIRED');
    expectProblem(await accept(token, {}, other.http), 403, 'INVITATION_FOR_OTHER');
    await accept(token, {}, person.http).expect(200);
    expect(await rolesIn(person.id)).toEqual([{ role: 'reviewer' }]);
  });

  it('that was taken back, or replaced by another, opens nothing', async () => {
    const email = newAddress();
    const id = await invite(email);
    const first = await linkTo(api, email);
    await invite(email, { role: 'reviewer' });
    const second = await linkTo(api, email);
    expectProblem(await accept(first), 404, 'LINK_INVALID');
    const path = `/api/organisations/${organisation}/invitations`;
    expectProblem(await api.http.delete(`${path}/${id}`), 404, 'INVITATION_NOT_FOUND');
    const { invitations } = bodyOf(await api.http.get(path)) as {
      invitations: { id: string; email: string }[];
    };
    const open = invitations.find((each) => each.email === email);
    await api.http.delete(`${path}/${open?.id}`).expect(204);
    expectProblem(await accept(second), 404, 'LINK_INVALID');
  });

  it('gives exactly what was offered: the database takes no other role', async () => {
    const email = newAddress();
    await invite(email);
    const token = await linkTo(api, email);
    const attempt = withClient(api.database.appUrl, async (client) => {
      const { rows } = await client.query("SELECT encode(sha256($1::bytea), 'hex') AS hash", [
        token,
      ]);
      const { hash } = rows[0] as { hash: string };
      await client.query('BEGIN');
      await client.query('SELECT enter($1, NULL, $2, $3)', [api.person.id, organisation, hash]);
      await client.query(
        "INSERT INTO membership (organisation_id, person_id, role) VALUES ($1, gen_random_uuid(), 'owner')",
        [organisation],
      );
    });
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
  });

  it('ends the membership on the day that it says', async () => {
    const person = await api.signIn();
    await invite(person.email, { endsOn: '2099-03-31' });
    await accept(await linkTo(api, person.email), {}, person.http).expect(200);
    const path = `/api/organisations/${organisation}`;
    await person.http.get(path).expect(200);
    await admin('UPDATE membership SET ends_at = now() WHERE person_id = $1', [person.id]);
    expectProblem(await person.http.get(path), 404, 'ORGANISATION_NOT_FOUND');
  });
});
