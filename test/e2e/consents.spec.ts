import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consentText, consentTextHash } from '@sukoyaka/consent';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type Http, type RunningApi, startApi } from '../support/api.js';
import { NOBODY, saveAssessment, saveOrganisation, submit } from '../support/builders.js';

const PUBLIC = '/api/published-organisations';
const VERSION = '1.0';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

type Kind = 'participation' | 'publication';
type Decision = 'given' | 'withdrawn';

const decide = (organisation: string, kind: Kind, decision: Decision, http: Http = api.http) =>
  http
    .post(`/api/organisations/${organisation}/consents`)
    .send({ kind, decision, textVersion: VERSION, language: 'th' });

const records = (organisation: string) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query<{ sequence: number; kind: string; decision: string }>(
      `SELECT sequence, kind, decision FROM consent_record WHERE organisation_id = $1
       ORDER BY sequence`,
      [organisation],
    );
    return rows;
  });

interface Published {
  readonly organisations: readonly { readonly id: string }[];
  readonly next: string | null;
}

/** The whole public list, page by page. */
async function published(query = ''): Promise<readonly Published['organisations'][number][]> {
  let address: string | null = `${PUBLIC}?limit=2${query}`;
  const all: Published['organisations'][number][] = [];
  while (address !== null) {
    const page: Published = (await api.anonymous.get(address).expect(200)).body as Published;
    all.push(...page.organisations);
    address = page.next;
  }
  return all;
}

const publishedIds = async () => (await published()).map(({ id }) => id);

async function scoredOrganisation(): Promise<string> {
  const organisation = await saveOrganisation(api);
  await submit(api, await saveAssessment(api, organisation)).expect(200);
  return organisation;
}

describe('GET /api/consent-texts', () => {
  it('shows all texts to anybody, in three languages, with what a record keeps of them', async () => {
    const all = bodyOf(await api.anonymous.get('/api/consent-texts').expect(200));
    expect(all).toMatchObject({
      texts: [
        { kind: 'participation', canBeGiven: true, current: VERSION },
        { kind: 'publication', canBeGiven: true, current: VERSION },
        { kind: 'contact-notice', canBeGiven: false, current: VERSION },
      ],
    });
    const one = await api.anonymous.get('/api/consent-texts/publication').expect(200);
    const text = consentText('publication', VERSION);
    const hash = consentTextHash(text, (whole) => createHash('sha256').update(whole).digest('hex'));
    expect(one.body).toMatchObject({ versions: [{ ...text, hash }] });
    const none = await api.anonymous.get('/api/consent-texts/marketing');
    expectProblem(none, 404, 'CONSENT_TEXT_NOT_FOUND');
  });
});

describe('POST …/consents', () => {
  it('records who decided what, when, and by which words', async () => {
    const organisation = await saveOrganisation(api);
    const response = await decide(organisation, 'participation', 'given').expect(201);
    expect(response.body).toMatchObject({
      kind: 'participation',
      state: 'given',
      holds: true,
      currentVersion: VERSION,
      history: [
        {
          sequence: 1,
          decision: 'given',
          textVersion: VERSION,
          textHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          language: 'th',
          at: expect.stringMatching(/Z$/),
          by: { id: api.person.id, name: 'Test person' },
        },
      ],
    });
    expect(await records(organisation)).toEqual([
      { sequence: 1, kind: 'participation', decision: 'given' },
    ]);
    const events = await withClient(api.database.adminUrl, (client) =>
      client.query(
        "SELECT facts_after FROM audit_event WHERE chain_id = $1 AND action = 'consent.given'",
        [organisation],
      ),
    );
    const facts = { purpose: 'participation', textVersion: VERSION, language: 'th' };
    expect(events.rows).toEqual([{ facts_after: facts }]);
  });

  it('keeps the kinds apart, and needs no more to withdraw than to give', async () => {
    const organisation = await saveOrganisation(api);
    const path = `/api/organisations/${organisation}/consents`;
    await decide(organisation, 'participation', 'given').expect(201);
    await decide(organisation, 'publication', 'given').expect(201);
    const withdrawal = { kind: 'participation', decision: 'withdrawn', language: 'ja' };
    await api.http.post(path).send(withdrawal).expect(201);
    expect((await api.http.get(path).expect(200)).body).toMatchObject({
      consents: [
        {
          kind: 'participation',
          state: 'withdrawn',
          holds: false,
          history: [
            { decision: 'withdrawn', language: 'ja', textVersion: VERSION },
            { decision: 'given', language: 'th' },
          ],
        },
        { kind: 'publication', state: 'given', holds: true, history: [{ decision: 'given' }] },
      ],
    });
  });

  it('records nothing that stands already', async () => {
    const organisation = await saveOrganisation(api);
    const never = await decide(organisation, 'publication', 'withdrawn').expect(200);
    expect(never.body).toMatchObject({ state: 'never', holds: false, history: [] });
    await decide(organisation, 'publication', 'given').expect(201);
    const again = await decide(organisation, 'publication', 'given').expect(200);
    expect(again.body).toMatchObject({ state: 'given', history: [{ sequence: 1 }] });
    expect(await records(organisation)).toHaveLength(1);
  });

  it('writes one record of two decisions of the same moment, without gaps of many', async () => {
    const organisation = await saveOrganisation(api);
    const same = await Promise.all(
      Array.from({ length: 6 }, () => decide(organisation, 'participation', 'given')),
    );
    expect(same.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    const mixed = Array.from({ length: 12 }, (_, index) =>
      decide(organisation, 'publication', index % 2 === 0 ? 'given' : 'withdrawn'),
    );
    for (const { status } of await Promise.all(mixed)) expect([200, 201]).toContain(status);
    const all = await records(organisation);
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => index + 1));
    const decisions = all.filter(({ kind }) => kind === 'publication').map((row) => row.decision);
    expect(decisions[0]).toBe('given');
    expect(decisions.filter((each, index) => each === decisions[index + 1])).toEqual([]);
  });

  it('takes only the version in force, and names it', async () => {
    const organisation = await saveOrganisation(api);
    const path = `/api/organisations/${organisation}/consents`;
    const body = { kind: 'participation', decision: 'given', language: 'th' };
    const other = await api.http.post(path).send({ ...body, textVersion: '0.9' });
    const problem = expectProblem(other, 409, 'CONSENT_TEXT_CHANGED');
    expect(problem).toMatchObject({
      detail: expect.stringContaining('Version 1.0'),
      errors: [{ pointer: '/textVersion', detail: expect.stringContaining(VERSION) }],
    });
    expectProblem(await api.http.post(path).send(body), 400, 'REQUEST_INVALID');
    const wrong = { ...body, kind: 'contact-notice', textVersion: VERSION };
    expectProblem(await api.http.post(path).send(wrong), 400, 'REQUEST_INVALID');
    expect(await records(organisation)).toEqual([]);
  });

  it('is for owners; other members read, and assessors and strangers do not', async () => {
    const organisation = await saveOrganisation(api);
    await decide(organisation, 'participation', 'given').expect(201);
    const path = `/api/organisations/${organisation}/consents`;
    for (const role of ['editor', 'reviewer'] as const) {
      const { http } = await api.signIn({ memberOf: { organisation, role } });
      await http.get(path).expect(200);
      const attempt = await decide(organisation, 'participation', 'withdrawn', http);
      expectProblem(attempt, 403, 'RIGHT_MISSING');
    }
    const assessor = await api.signIn({ memberOf: { organisation, role: 'assessor' } });
    expectProblem(await assessor.http.get(path), 403, 'RIGHT_MISSING');
    const stranger = await api.signIn();
    expectProblem(await stranger.http.get(path), 404, 'ORGANISATION_NOT_FOUND');
    const attempt = await decide(organisation, 'participation', 'withdrawn', stranger.http);
    expectProblem(attempt, 404, 'ORGANISATION_NOT_FOUND');
    expectProblem(await api.anonymous.get(path), 401, 'SIGN_IN_REQUIRED');
    expectProblem(await decide(NOBODY, 'publication', 'given'), 404, 'ORGANISATION_NOT_FOUND');
    expect(await records(organisation)).toHaveLength(1);
  });

  it('shows where the organisation stands on every page, and the latest ones after a decision', async () => {
    const organisation = await saveOrganisation(api);
    await decide(organisation, 'publication', 'given').expect(201);
    await withClient(api.database.adminUrl, (client) =>
      client.query(
        `INSERT INTO consent_record (organisation_id, sequence, kind, decision, text_version,
           text_hash, language, person_id)
         SELECT $1, n, 'participation', (ARRAY['given', 'withdrawn'])[1 + n % 2], '1.0', 'x', 'en', $2
         FROM generate_series(2, 60) AS n`,
        [organisation, api.person.id],
      ),
    );
    const path = `/api/organisations/${organisation}/consents`;
    expect(bodyOf(await api.http.get(`${path}?limit=1`).expect(200))).toMatchObject({
      consents: [
        { kind: 'participation', state: 'given', holds: true, history: [{ sequence: 60 }] },
        { kind: 'publication', state: 'given', holds: true, history: [] },
      ],
    });
    const decided = bodyOf(await decide(organisation, 'participation', 'withdrawn').expect(201));
    const history = decided['history'] as { sequence: number; decision: string }[];
    expect(history).toHaveLength(50);
    expect(history[0]).toMatchObject({ sequence: 61, decision: 'withdrawn' });
  });

  it('writes what nobody changes or removes, not even the owner of the database', async () => {
    const organisation = await saveOrganisation(api);
    await decide(organisation, 'participation', 'given').expect(201);
    for (const url of [api.database.ownerUrl, api.database.adminUrl]) {
      await withClient(url, async (client) => {
        await client.query("SELECT set_config('app.maintenance', 'on', false)");
        for (const statement of [
          "UPDATE consent_record SET decision = 'withdrawn'",
          'DELETE FROM consent_record',
          'TRUNCATE consent_record',
        ]) {
          await expect(client.query(statement)).rejects.toMatchObject({
            code: '23001',
            constraint: 'consent_record_append_only',
          });
        }
      });
    }
  });
});

describe('an assessment', () => {
  it('says whether it counts, to whoever may see it', async () => {
    const assessment = await saveAssessment(api);
    const { organisation, path } = assessment;
    const assessor = await api.signIn({ memberOf: { organisation, role: 'assessor' } });
    const stateFor = async (http: Http) =>
      bodyOf(await http.get(path).expect(200))['participation'];
    expect(await stateFor(api.http)).toEqual({ state: 'not-consented' });
    await decide(organisation, 'participation', 'given').expect(201);
    expect(await stateFor(assessor.http)).toEqual({ state: 'not-submitted' });
    await submit(api, assessment).expect(200);
    expect(await stateFor(api.http)).toEqual({ state: 'outside-wave' });
    await decide(organisation, 'participation', 'withdrawn').expect(201);
    expect(await stateFor(assessor.http)).toEqual({ state: 'withdrawn' });
    await decide(organisation, 'participation', 'given').expect(201);
    expect(await stateFor(api.http)).toEqual({ state: 'outside-wave' });
  });
});

describe('GET /api/published-organisations', () => {
  it('names who agrees to it and has a result, from that moment on and no longer', async () => {
    const organisation = await scoredOrganisation();
    const expectListed = async (isListed: boolean) =>
      expect((await publishedIds()).includes(organisation)).toBe(isListed);
    await expectListed(false);
    await decide(organisation, 'participation', 'given').expect(201);
    await expectListed(false);
    for (const _round of [1, 2]) {
      await decide(organisation, 'publication', 'given').expect(201);
      await expectListed(true);
      await decide(organisation, 'publication', 'withdrawn').expect(201);
      await expectListed(false);
    }
    await decide(organisation, 'publication', 'given').expect(201);
    await decide(organisation, 'participation', 'withdrawn').expect(201);
    await expectListed(true);
    const draft = await saveAssessment(api);
    await decide(draft.organisation, 'publication', 'given').expect(201);
    expect(await publishedIds()).not.toContain(draft.organisation);
  });

  it('shows names and nothing of results', async () => {
    const organisation = await scoredOrganisation();
    await decide(organisation, 'publication', 'given').expect(201);
    const entry = (await published('&country=TH')).find(({ id }) => id === organisation);
    expect(entry).toEqual({
      id: organisation,
      names: { th: 'บริษัท ตัวอย่าง จำกัด', ja: '見本株式会社', en: 'Sample Co., Ltd.' },
      country: 'TH',
      industry: 'C',
      synthetic: false,
      assessments: [
        { edition: 'jp-hpm-large/2026', periodStart: '2025-04-01', periodEnd: '2026-03-31' },
      ],
    });
    expect(await published('&country=VN')).toEqual([]);
  });

  it('is read page by page, in an order that has nothing to do with results', async () => {
    for (let count = 0; count < 3; count += 1) {
      await decide(await scoredOrganisation(), 'publication', 'given').expect(201);
    }
    const ids = await publishedIds();
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expectProblem(await api.anonymous.get(`${PUBLIC}?cursor=x`), 400, 'CURSOR_INVALID');
    expectProblem(await api.anonymous.get(`${PUBLIC}?country=thai`), 400, 'REQUEST_INVALID');
  });

  it('leaves out what was scored longer ago than the period that is set', async () => {
    const organisation = await scoredOrganisation();
    await decide(organisation, 'publication', 'given').expect(201);
    const { publicationDays } = api.config;
    await withClient(api.database.adminUrl, (client) =>
      client.query(
        `UPDATE assessment SET scored_at = now() - make_interval(days => $2)
         WHERE organisation_id = $1`,
        [organisation, publicationDays + 1],
      ),
    );
    expect(await publishedIds()).not.toContain(organisation);
  });
});
