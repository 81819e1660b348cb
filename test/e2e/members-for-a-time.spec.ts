import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, type SignedIn, startApi } from '../support/api.js';
import { saveAssessment, saveOrganisation } from '../support/builders.js';
import { linkTo, mailsTo, newAddress } from '../support/mailbox.js';

const REASON = 'Document check of the round';
const DAY = 24 * 3600 * 1000;

let api: RunningApi;
let operator: SignedIn;
beforeAll(async () => {
  api = await startApi();
  operator = await api.signIn({ role: 'operator', name: 'Olivia Operator' });
});
afterAll(() => api.stop());

const admin = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const accept = (by: SignedIn, token: string) =>
  by.http.post('/api/invitations/acceptance').send({ token });
const invite = (organisation: string, body: object) =>
  api.http.post(`/api/organisations/${organisation}/invitations`).send({ language: 'en', ...body });
const nameAssessor = (organisation: string, email: string, more: object = {}) =>
  operator.http
    .post(`/api/operator/organisations/${organisation}/assessors`)
    .send({ email, language: 'en', endsOn: dayIn(30), reason: REASON, ...more });

async function joinAs(by: SignedIn, organisation: string, body: object): Promise<void> {
  await invite(organisation, { email: by.email, ...body }).expect(201);
  await accept(by, await linkTo(api, by.email)).expect(200);
}

const memberOf = async (organisation: string, person: string) =>
  (
    await admin(
      'SELECT role, ends_at AS "endsAt" FROM membership WHERE organisation_id = $1 AND person_id = $2',
      [organisation, person],
    )
  )[0];

describe('an assessor whom an operator names', () => {
  it('is named for a reason, which the owners are told and the log keeps', async () => {
    const organisation = await saveOrganisation(api);
    const email = newAddress();
    expectProblem(
      await nameAssessor(organisation, email, { reason: undefined }),
      400,
      'REQUEST_INVALID',
    );
    expectProblem(
      await nameAssessor(organisation, email, { reason: 'short' }),
      400,
      'REQUEST_INVALID',
    );
    await nameAssessor(organisation, email).expect(202);
    const told = (await mailsTo(api, api.person.email)).at(-1);
    for (const each of ['Sample Co., Ltd.', REASON, email, 'Olivia Operator'])
      expect(told?.text).toContain(each);
    const listed = await api.http.get(`/api/organisations/${organisation}/invitations`).expect(200);
    expect(listed.body).toMatchObject({
      invitations: [{ email, role: 'assessor', reason: REASON }],
    });
    const noted = await admin<{ reason: string; actor: string }>(
      `SELECT facts_after ->> 'reason' AS reason, actor_id AS actor FROM audit_event
       WHERE chain_id = $1 AND action = 'operator.assessor-named'`,
      [organisation],
    );
    expect(noted).toEqual([{ reason: REASON, actor: operator.id }]);
  });

  it('is named for a year at most, and not until a day that has passed', async () => {
    const organisation = await saveOrganisation(api);
    const endsOn = (day: string) => nameAssessor(organisation, newAddress(), { endsOn: day });
    expectProblem(await endsOn('2020-01-01'), 422, 'MEMBERSHIP_END_PAST');
    expectProblem(await endsOn('2099-03-31'), 422, 'ASSESSOR_TERM_TOO_LONG');
    expectProblem(await endsOn(dayIn(367)), 422, 'ASSESSOR_TERM_TOO_LONG');
    await endsOn(dayIn(360)).expect(202);
  });

  it('is no operator: that would be a way around the access', async () => {
    const organisation = await saveOrganisation(api);
    const colleague = await api.signIn({ role: 'operator' });
    for (const { email } of [operator, colleague]) {
      expectProblem(await nameAssessor(organisation, email), 409, 'ASSESSOR_IS_OPERATOR');
    }
  });

  it('does not join once they are an operator, and reads nothing when they become one', async () => {
    const { organisation, path } = await saveAssessment(api);
    const [early, late] = [await api.signIn(), await api.signIn()];
    const become = (person: SignedIn) =>
      admin("INSERT INTO platform_role (person_id, role) VALUES ($1, 'operator')", [person.id]);
    await nameAssessor(organisation, early.email).expect(202);
    await become(early);
    expectProblem(await accept(early, await linkTo(api, early.email)), 409, 'ASSESSOR_IS_OPERATOR');
    expect(await memberOf(organisation, early.id)).toBeUndefined();
    await nameAssessor(organisation, late.email).expect(202);
    await accept(late, await linkTo(api, late.email)).expect(200);
    await late.http.get(`${path}/sections/policy`).expect(200);
    await become(late);
    expect((await late.http.get(`${path}/sections/policy`)).status).not.toBe(200);
  });

  it('is taken out by the owner, and reads nothing from then on', async () => {
    const { organisation, path } = await saveAssessment(api);
    const assessor = await api.signIn();
    await nameAssessor(organisation, assessor.email).expect(202);
    await accept(assessor, await linkTo(api, assessor.email)).expect(200);
    await assessor.http.get(`${path}/sections/policy`).expect(200);
    const [noted] = await admin<{ count: number }>(
      "SELECT count(*)::int FROM audit_event WHERE chain_id = $1 AND action = 'answers.read' AND actor_id = $2",
      [organisation, assessor.id],
    );
    expect(noted).toEqual({ count: 1 });
    await api.http.delete(`/api/organisations/${organisation}/members/${assessor.id}`).expect(204);
    expectProblem(await assessor.http.get(path), 404, 'ORGANISATION_NOT_FOUND');
  });

  it('reads no longer than until its day', async () => {
    const { organisation, path } = await saveAssessment(api);
    const assessor = await api.signIn({ memberOf: { organisation, role: 'assessor' } });
    await assessor.http.get(path).expect(200);
    await admin(
      "UPDATE membership SET ends_at = now() - interval '1 second' WHERE person_id = $1",
      [assessor.id],
    );
    expectProblem(await assessor.http.get(path), 404, 'ORGANISATION_NOT_FOUND');
  });
});

describe('a member for a time', () => {
  it('joins anew once the time is over, and longer before it is', async () => {
    const organisation = await saveOrganisation(api);
    const person = await api.signIn();
    await joinAs(person, organisation, { role: 'reviewer', endsOn: dayIn(2) });
    await joinAs(person, organisation, { role: 'reviewer', endsOn: dayIn(9) });
    expect(await memberOf(organisation, person.id)).toMatchObject({
      endsAt: new Date(`${dayIn(9)}T23:59:59.999Z`),
    });
    await admin('UPDATE membership SET ends_at = now() WHERE person_id = $1', [person.id]);
    expectProblem(
      await person.http.get(`/api/organisations/${organisation}`),
      404,
      'ORGANISATION_NOT_FOUND',
    );
    await joinAs(person, organisation, { role: 'editor' });
    expect(await memberOf(organisation, person.id)).toEqual({ role: 'editor', endsAt: null });
    const joined = await admin(
      `SELECT facts_before AS before, facts_after AS after FROM audit_event
       WHERE chain_id = $1 AND action = 'member.joined' AND object_id = $2 ORDER BY sequence`,
      [organisation, person.id],
    );
    expect(joined).toEqual([
      { before: null, after: { role: 'reviewer' } },
      { before: { role: 'reviewer' }, after: { role: 'reviewer' } },
      { before: { role: 'reviewer' }, after: { role: 'editor' } },
    ]);
    const stale = `/api/organisations/${organisation}/members/${person.id}`;
    const set = api.http.put(stale).set('If-Match', '"1"').send({ role: 'reviewer' });
    expectProblem(await set, 412, 'VERSION_CONFLICT');
    await person.http.get(`/api/organisations/${organisation}`).expect(200);
  });

  it('who stays for good is a member already', async () => {
    const organisation = await saveOrganisation(api);
    const person = await api.signIn({ memberOf: { organisation, role: 'editor' } });
    await invite(organisation, { email: person.email, role: 'reviewer' }).expect(201);
    expectProblem(await accept(person, await linkTo(api, person.email)), 409, 'ALREADY_MEMBER');
    expect(await memberOf(organisation, person.id)).toMatchObject({ role: 'editor' });
  });

  it('is no owner, whom an organisation cannot do without', async () => {
    const organisation = await saveOrganisation(api);
    const asked = { email: newAddress(), role: 'owner', endsOn: dayIn(9) };
    expectProblem(await invite(organisation, asked), 422, 'OWNER_HAS_NO_END');
    const person = await api.signIn();
    await joinAs(person, organisation, { role: 'editor', endsOn: dayIn(9) });
    const path = `/api/organisations/${organisation}/members/${person.id}`;
    const promoted = await api.http.put(path).set('If-Match', '"1"').send({ role: 'owner' });
    expectProblem(promoted, 422, 'OWNER_HAS_NO_END');
    await joinAs(person, organisation, { role: 'owner' });
    expect(await memberOf(organisation, person.id)).toEqual({ role: 'owner', endsAt: null });
    expect(
      bodyOf(await person.http.get(`/api/organisations/${organisation}/members`)),
    ).toMatchObject({
      members: [{ role: 'owner' }, { role: 'owner', endsAt: null }],
    });
  });
});
