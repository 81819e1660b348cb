import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { NOBODY, ORGANISATION, type SavedAssessment, saveAssessment } from '../support/builders.js';
import {
  endGrant,
  give,
  grantBody,
  inDays,
  logOf,
  newOwner,
  type Owner,
  revoke,
  scoredOf,
} from '../support/grants.js';
import { mailsTo } from '../support/mailbox.js';

let api: RunningApi;
let giver: Owner;
let grantee: Owner;
let scored: SavedAssessment;

beforeAll(async () => {
  api = await startApi();
  [giver, grantee] = [await newOwner(api), await newOwner(api, 'ja')];
  scored = await scoredOf(api, giver);
});
afterAll(() => api.stop());

const grantsOf = ({ organisation }: Owner) => `/api/organisations/${organisation}/grants`;
const post = (body: object) => giver.http.post(grantsOf(giver)).send(body);
const ask = (change: object = {}) =>
  post({ ...grantBody({ to: grantee, of: [scored] }), ...change });
const memberOf = (organisation: string, role: 'editor' | 'reviewer' | 'assessor') =>
  api.signIn({ memberOf: { organisation, role } });

const storedGrants = () =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM access_grant WHERE organisation_id = $1',
      [giver.organisation],
    );
    return rows.map(({ id }) => id).sort();
  });

describe('POST …/grants', () => {
  it('gives a grant, notes it, and tells the owners of the other organisation', async () => {
    const editor = await memberOf(grantee.organisation, 'editor');
    const response = await ask({ note: 'For the group’s review' }).expect(201);
    const { id, ...shown } = bodyOf(response);
    expect(response.headers['location']).toBe(`${grantsOf(giver)}/${String(id)}`);
    expect(shown).toMatchObject({
      level: 'report',
      state: 'active',
      note: 'For the group’s review',
      revokedAt: null,
      grantee: { id: grantee.organisation, names: ORGANISATION.names },
      assessments: [{ id: scored.id, periodStart: '2025-04-01', periodEnd: '2026-03-31' }],
    });
    expect(Object.keys(shown['grantee'] as object)).toEqual(['id', 'names']);
    expect(response.text).not.toContain('@');
    expect(await storedGrants()).toContain(id);
    expect((await logOf(api, giver.organisation)).at(-1)).toMatchObject({
      action: 'grant.given',
      actor: giver.id,
      object: id,
      after: {
        toOrganisation: grantee.organisation,
        scope: ['report'],
        assessments: [scored.id],
        expiresAt: shown['endsAt'],
      },
    });
    const [mail] = await mailsTo(api, grantee.email);
    expect(mail).toMatchObject({ locale: 'ja' });
    expect(mail?.text).toContain(ORGANISATION.names.ja);
    expect(mail?.text).toContain('/account?lang=ja');
    expect(await mailsTo(api, editor.email)).toEqual([]);
    expect(await mailsTo(api, giver.email)).toEqual([]);
  });

  it('says in the mail from when it holds, where that is later', async () => {
    const later = await newOwner(api);
    const change = { granteeId: later.organisation, beginsAt: inDays(3) };
    expect(bodyOf(await ask(change).expect(201))).toMatchObject({ state: 'upcoming' });
    const [mail] = await mailsTo(api, later.email);
    expect(mail?.text).toContain('Valid from');
  });

  const id = 'not-an-id';
  it.each([
    ['an id that is none', { granteeId: id }, '/granteeId'],
    ['a level that there is not', { level: 'answers' }, '/level'],
    ['no assessment', { assessmentIds: [] }, '/assessmentIds'],
    ['the same assessment twice', { assessmentIds: [NOBODY, NOBODY] }, '/assessmentIds'],
    ['a malformed assessment', { assessmentIds: [id] }, '/assessmentIds'],
    ['no end', { endsAt: undefined }, '/endsAt'],
    ['an end without its offset', { endsAt: '2027-03-31T17:00:00' }, '/endsAt'],
    ['a Buddhist year', { endsAt: '2570-03-31T17:00:00Z' }, '/endsAt'],
    ['a note of two lines', { note: 'a\nb' }, '/note'],
  ])('refuses %s', async (_, change, pointer) => {
    const before = await storedGrants();
    const problem = expectProblem(await ask(change), 400, 'REQUEST_INVALID');
    expect(problem['errors']).toMatchObject([{ pointer }]);
    expect(await storedGrants()).toEqual(before);
  });

  it.each([
    ['an end in the past', { beginsAt: inDays(-0.5), endsAt: inDays(-0.1) }],
    ['an end before the beginning', { beginsAt: inDays(10), endsAt: inDays(9) }],
    ['a beginning long ago', { beginsAt: inDays(-2) }],
    ['a beginning in the far future', { beginsAt: inDays(400), endsAt: inDays(401) }],
    ['more than two years', { endsAt: inDays(732) }],
  ])('refuses %s', async (_, change) => {
    const before = await storedGrants();
    expectProblem(await ask(change), 422, 'GRANT_TERM_INVALID');
    expect(await storedGrants()).toEqual(before);
  });

  it('takes a grant of two years, and one that begins earlier today', async () => {
    const receiver = await newOwner(api);
    const change = { granteeId: receiver.organisation, endsAt: inDays(730.9) };
    await ask(change).expect(201);
    const today = await ask({ ...change, beginsAt: inDays(-0.5), endsAt: inDays(700) }).expect(201);
    expect(bodyOf(today)).toMatchObject({ state: 'active' });
  });

  it('says no more of an organisation than that it can receive no grant', async () => {
    const before = await storedGrants();
    expectProblem(await ask({ granteeId: NOBODY }), 422, 'GRANTEE_NOT_FOUND');
    expectProblem(await ask({ granteeId: giver.organisation }), 422, 'GRANTEE_IS_ITSELF');
    expect(await storedGrants()).toEqual(before);
  });

  it("refuses another company's assessment and one without a result, and writes nothing", async () => {
    const [before, log] = [await storedGrants(), await logOf(api, giver.organisation)];
    const foreign = await scoredOf(api, grantee);
    const draft = await saveAssessment({ ...api, http: giver.http }, giver.organisation, {
      periodStart: '2019-04-01',
      periodEnd: '2020-03-31',
    });
    const naming = (other: SavedAssessment) => ask({ assessmentIds: [scored.id, other.id] });
    expectProblem(await naming(foreign), 404, 'ASSESSMENT_NOT_FOUND');
    expectProblem(await naming(draft), 409, 'RESULT_NOT_AVAILABLE');
    expect(await storedGrants()).toEqual(before);
    expect(await logOf(api, giver.organisation)).toEqual(log);
  });

  it('bounds how many there are for one organisation', async () => {
    const receiver = await newOwner(api);
    const body = grantBody({ to: receiver, of: [scored] });
    // Given today and revoked: a mail went out for each.
    await withClient(api.database.adminUrl, (client) =>
      client.query(
        `INSERT INTO access_grant (organisation_id, id, grantee_id, level, begins_at, ends_at,
           given_by, revoked_at, revoked_by)
         SELECT $1, gen_random_uuid(), $2, 'result', now(), now() + interval '1 day', $3, now(), $3
         FROM generate_series(1, 20)`,
        [giver.organisation, receiver.organisation, giver.id],
      ),
    );
    const problem = expectProblem(await post(body), 409, 'TOO_MANY_GRANTS');
    expect(problem['detail']).toMatch(/200 .* 20 /);
  });

  it('is for owners', async () => {
    const body = grantBody({ to: grantee, of: [scored] });
    for (const role of ['editor', 'reviewer', 'assessor'] as const) {
      const { http } = await memberOf(giver.organisation, role);
      expectProblem(await http.post(grantsOf(giver)).send(body), 403, 'RIGHT_MISSING');
    }
    const stranger = await grantee.http.post(grantsOf(giver)).send(body);
    expectProblem(stranger, 404, 'ORGANISATION_NOT_FOUND');
    expectProblem(await api.anonymous.post(grantsOf(giver)).send(body), 401, 'SIGN_IN_REQUIRED');
  });
});

describe('GET …/grants', () => {
  it('lists what was given with its state, those first that can still be used', async () => {
    const owner = await newOwner(api);
    const assessment = await scoredOf(api, owner);
    const granted = { to: grantee, of: [assessment] };
    const [ended, revoked, active, upcoming] = [
      await give(owner, granted),
      await give(owner, granted),
      await give(owner, granted),
      await give(owner, { ...granted, beginsAt: inDays(1) }),
    ];
    await endGrant(api, ended);
    await revoke(owner, revoked).expect(200);
    const { grants } = bodyOf(await owner.http.get(grantsOf(owner)).expect(200));
    const states = (grants as { id: string; state: string }[]).map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      [upcoming, 'upcoming'],
      [active, 'active'],
      [revoked, 'revoked'],
      [ended, 'ended'],
    ]);
    const shown = await owner.http.get(`${grantsOf(owner)}/${active}`).expect(200);
    expect(grants).toContainEqual(shown.body);
  });

  it('keeps the place of what ends while the list is read, page by page', async () => {
    const owner = await newOwner(api);
    const granted = { to: grantee, of: [await scoredOf(api, owner)] };
    const ids = [
      await give(owner, granted),
      await give(owner, granted),
      await give(owner, granted),
    ];
    const seen: string[] = [];
    for (let next: string | null = `${grantsOf(owner)}?limit=1`; next !== null;) {
      const page = bodyOf(await owner.http.get(next).expect(200));
      const [{ id } = { id: '' }] = page['grants'] as { id: string }[];
      seen.push(id);
      await revoke(owner, id).expect(200);
      next = page['next'] as string | null;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  it('is for those who work for the company', async () => {
    const id = await give(giver, { to: await newOwner(api), of: [scored] });
    const one = `${grantsOf(giver)}/${id}`;
    const reviewer = await memberOf(giver.organisation, 'reviewer');
    const assessor = await memberOf(giver.organisation, 'assessor');
    for (const path of [grantsOf(giver), one]) {
      await reviewer.http.get(path).expect(200);
      expectProblem(await assessor.http.get(path), 403, 'RIGHT_MISSING');
      expectProblem(await grantee.http.get(path), 404, 'ORGANISATION_NOT_FOUND');
    }
    const [unknown, foreign] = [`${grantsOf(giver)}/${NOBODY}`, `${grantsOf(grantee)}/${id}`];
    expectProblem(await giver.http.get(unknown), 404, 'GRANT_NOT_FOUND');
    expectProblem(await grantee.http.get(foreign), 404, 'GRANT_NOT_FOUND');
  });
});

describe('POST …/grants/{grantId}/revocation', () => {
  it('revokes once, notes it and tells the other organisation', async () => {
    const receiver = await newOwner(api, 'th');
    const id = await give(giver, { to: receiver, of: [scored], level: 'result' });
    const first = bodyOf(await revoke(giver, id).expect(200));
    expect(first).toMatchObject({ id, state: 'revoked', revokedAt: expect.any(String) });
    expect(bodyOf(await revoke(giver, id).expect(200))).toEqual(first);
    const events = (await logOf(api, giver.organisation)).filter(({ object }) => object === id);
    expect(events).toMatchObject([
      { action: 'grant.given' },
      {
        action: 'grant.revoked',
        actor: giver.id,
        before: { toOrganisation: receiver.organisation, scope: ['result'] },
      },
    ]);
    const mails = await mailsTo(api, receiver.email);
    expect(mails).toHaveLength(2);
    expect(mails.at(-1)?.subject).toContain('เพิกถอนสิทธิ์');
  });

  it('has nothing to do where the time is over', async () => {
    const id = await give(giver, { to: await newOwner(api), of: [scored] });
    await endGrant(api, id);
    expectProblem(await revoke(giver, id), 409, 'GRANT_ENDED');
  });

  it('is for owners of the company that has given it', async () => {
    const id = await give(giver, { to: grantee, of: [scored] });
    const editor = await memberOf(giver.organisation, 'editor');
    const by = (http: Owner['http'], organisation: string) =>
      revoke({ ...giver, http, organisation }, id);
    expectProblem(await by(editor.http, giver.organisation), 403, 'RIGHT_MISSING');
    expectProblem(await by(grantee.http, giver.organisation), 404, 'ORGANISATION_NOT_FOUND');
    expectProblem(await by(grantee.http, grantee.organisation), 404, 'GRANT_NOT_FOUND');
    expectProblem(await revoke(giver, NOBODY), 404, 'GRANT_NOT_FOUND');
    const shown = await giver.http.get(`${grantsOf(giver)}/${id}`);
    expect(bodyOf(shown)).toMatchObject({ state: 'active' });
  });
});

describe('GET …/received-grants', () => {
  const received = ({ http, organisation }: Pick<Owner, 'http' | 'organisation'>) =>
    http.get(`/api/organisations/${organisation}/received-grants`);

  it('shows who gave what until when, with addresses that open it', async () => {
    const receiver = await newOwner(api);
    const whole = await give(giver, { to: receiver, of: [scored] });
    const alone = await give(giver, { to: receiver, of: [scored], level: 'result' });
    const response = await received(receiver).expect(200);
    const result = `${scored.path}/result`;
    expect(response.body).toMatchObject({
      grants: [
        { id: alone, level: 'result', assessments: [{ id: scored.id, result, report: null }] },
        {
          id: whole,
          state: 'active',
          giver: { id: giver.organisation, names: ORGANISATION.names },
          assessments: [{ edition: 'jp-hpm-large/2026', result, report: `${scored.path}/report` }],
        },
      ],
    });
    expect(response.text).not.toContain('@');
    await receiver.http.get(result).expect(200);
    await receiver.http.get(`${scored.path}/report?format=json`).expect(200);
  });

  it('shows nothing to read of a grant that does not hold', async () => {
    const receiver = await newOwner(api);
    const granted = { to: receiver, of: [scored] };
    await give(giver, { ...granted, beginsAt: inDays(1) });
    await endGrant(api, await give(giver, granted));
    await revoke(giver, await give(giver, granted)).expect(200);
    const { grants } = bodyOf(await received(receiver).expect(200));
    const shown = grants as { state: string; assessments: object[] }[];
    expect(shown.map(({ state }) => state)).toEqual(['upcoming', 'revoked', 'ended']);
    expect(shown.flatMap(({ assessments }) => assessments)).toEqual([]);
  });

  it('is for those who may use grants', async () => {
    const { organisation } = grantee;
    const editor = await memberOf(organisation, 'editor');
    const assessor = await memberOf(organisation, 'assessor');
    await received({ ...editor, organisation }).expect(200);
    expectProblem(await received({ ...assessor, organisation }), 403, 'RIGHT_MISSING');
    expectProblem(await received({ ...giver, organisation }), 404, 'ORGANISATION_NOT_FOUND');
  });
});
