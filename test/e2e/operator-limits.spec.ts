import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newApiToken, tokenHash } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import {
  bodyOf,
  expectProblem,
  httpOf,
  type RunningApi,
  type SignedIn,
  startApi,
} from '../support/api.js';
import { EDITION, NOBODY, saveAssessment, saveOrganisation, submit } from '../support/builders.js';
import { linkTo, mailsTo, newAddress } from '../support/mailbox.js';
import { makeSession } from '../support/people.js';

/** Ten UTF-16 units, and half as many characters. */
const FIVE_FACES = '😀'.repeat(5);
const REASON = 'The company asked by phone for help with section 3';

let api: RunningApi;
let operator: SignedIn;
beforeAll(async () => {
  api = await startApi();
  operator = await api.signIn({ role: 'operator', name: 'Operator' });
});
afterAll(() => api.stop());

const admin = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

/** One statement by the application's role, for a person, in a session, on an organisation. */
const asApplication = (person: SignedIn, organisation: string, text: string, values: unknown[]) =>
  withClient(api.database.appUrl, async (client) => {
    await client.query('BEGIN');
    const session = tokenHash(person.sessionToken);
    await client.query('SELECT enter($1, $2, $3, NULL)', [person.id, session, organisation]);
    const { rowCount } = await client.query(text, values);
    await client.query('COMMIT');
    return rowCount;
  });

const invite = (body: object) =>
  operator.http.post('/api/operator/staff-invitations').send({ language: 'en', ...body });
const analyst = (email: string, countries = ['TH']) =>
  invite({ email, role: 'ministry-analyst', countries });
const accept = (by: SignedIn, token: string) =>
  by.http.post('/api/invitations/acceptance').send({ token });

describe('a text for the log', () => {
  it('is counted as people count it, and kept without space around it', async () => {
    const path = `/api/operator/organisations/${await saveOrganisation(api)}/accesses`;
    const send = (reason: string) => operator.http.post(path).send({ reason });
    expectProblem(await send(FIVE_FACES), 400, 'REQUEST_INVALID');
    const opened = await send(`  ${FIVE_FACES.repeat(2)} `).expect(201);
    expect(opened.body).toMatchObject({ reason: FIVE_FACES.repeat(2) });
    // Seven letters as they are kept, though they were sent as fourteen characters.
    expectProblem(await send('が'.normalize('NFD').repeat(7)), 400, 'REQUEST_INVALID');
  });
});

describe('an access', () => {
  const open = async (by: SignedIn, organisation: string) => {
    const path = `/api/operator/organisations/${organisation}/accesses`;
    return String(bodyOf(await by.http.post(path).send({ reason: REASON }).expect(201))['id']);
  };

  it('is listed to the operator whose it is, and to no other', async () => {
    const organisation = await saveOrganisation(api);
    const id = await open(operator, organisation);
    const other = await api.signIn({ role: 'operator' });
    const otherId = await open(other, organisation);
    const path = `/api/operator/organisations/${organisation}/accesses`;
    const own = await operator.http.get(path).expect(200);
    expect(own.body).toMatchObject({ accesses: [{ id, reason: REASON, open: true }], next: null });
    expectProblem(await operator.http.post(`${path}/${otherId}/closing`), 404, 'ACCESS_NOT_FOUND');
    const nowhere = `/api/operator/organisations/${NOBODY}/accesses`;
    expectProblem(await operator.http.get(nowhere), 404, 'ORGANISATION_NOT_FOUND');
  });

  it('opens reading to nobody but its operator, by statements neither', async () => {
    const { organisation, id } = await saveAssessment(api);
    const other = await api.signIn({ role: 'operator' });
    await open(operator, organisation);
    const count = (by: SignedIn) =>
      asApplication(by, organisation, 'SELECT FROM assessment_section WHERE assessment_id = $1', [
        id,
      ]);
    expect(await count(operator)).toBeGreaterThan(0);
    expect(await count(other)).toBe(0);
    await admin('UPDATE session SET second_factor_at = NULL WHERE person_id = $1', [operator.id]);
    expect(await count(operator)).toBe(0);
    await admin('UPDATE session SET second_factor_at = now() WHERE person_id = $1', [operator.id]);
    const update = "UPDATE assessment_section SET answers = '{}' WHERE assessment_id = $1";
    expect(await asApplication(operator, organisation, update, [id])).toBe(0);
  });

  it('is not what is missing where it would not help', async () => {
    const { path, organisation } = await saveAssessment(api);
    const save = operator.http.put(`${path}/sections/policy`).set('If-Match', '"0"');
    expectProblem(await save.send({ answers: {} }), 403, 'RIGHT_MISSING');
    const members = `/api/organisations/${organisation}/members`;
    expectProblem(await operator.http.get(members), 403, 'RIGHT_MISSING');
    const token = await machineOf(organisation);
    expectProblem(await token.get(path), 403, 'RIGHT_MISSING');
  });

  /** Requests of a machine that may read the profile only, as an operator may. */
  async function machineOf(organisation: string) {
    const token = newApiToken();
    await admin(
      `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at)
       VALUES ($1, gen_random_uuid(), $2, 'test', '{organisation.read}', $3, now() + interval '1 hour')`,
      [organisation, tokenHash(token), api.person.id],
    );
    return httpOf(api.url, { authorization: `Bearer ${token}` });
  }
});

describe('an invitation to staff', () => {
  it('of an earlier day is void once there is a later one, or it was taken back', async () => {
    const person = await api.signIn();
    await analyst(person.email).expect(201);
    const earlier = await linkTo(api, person.email);
    const later = bodyOf(await analyst(person.email, ['LA']).expect(201));
    expectProblem(await accept(person, earlier), 404, 'LINK_INVALID');
    const token = await linkTo(api, person.email);
    const path = `/api/operator/staff-invitations/${String(later['id'])}`;
    await operator.http.delete(path).expect(204);
    expectProblem(await accept(person, token), 404, 'LINK_INVALID');
    expectProblem(await operator.http.delete(path), 404, 'INVITATION_NOT_FOUND');
    expect(await admin('SELECT FROM platform_role WHERE person_id = $1', [person.id])).toEqual([]);
  });

  it('is refused to one who has the role, also when it comes a moment later', async () => {
    const person = await api.signIn();
    await analyst(person.email).expect(201);
    const token = await linkTo(api, person.email);
    await admin(
      "INSERT INTO platform_role (person_id, role, countries) VALUES ($1, 'ministry-analyst', '{VN}')",
      [person.id],
    );
    expectProblem(await accept(person, token), 409, 'STAFF_ROLE_EXISTS');
    expectProblem(await analyst(person.email), 409, 'STAFF_ROLE_EXISTS');
  });

  it('takes a session that has lately shown who it is', async () => {
    const { cookie } = await makeSession(api.database.adminUrl, operator.id, {
      hasSecondFactor: true,
      minutesOld: 20,
    });
    const stale = httpOf(api.url, { cookie });
    const sent = { email: newAddress(), language: 'en', role: 'operator' };
    const asked = await stale.post('/api/operator/staff-invitations').send(sent);
    expectProblem(asked, 403, 'CONFIRMATION_REQUIRED');
    const path = `/api/operator/staff/${operator.id}/operator`;
    expectProblem(await stale.delete(path), 403, 'CONFIRMATION_REQUIRED');
    expect(await mailsTo(api, sent.email)).toEqual([]);
  });
});

describe('a wave', () => {
  const open = async (country: string) => {
    const sent = { edition: EDITION, country, closesAt: '2099-03-31T00:00:00Z' };
    return String(
      bodyOf(await operator.http.post('/api/operator/waves').send(sent).expect(201))['id'],
    );
  };
  const waveOf = async (path: string) => bodyOf(await api.http.get(path).expect(200))['wave'];

  it('that is being closed keeps who submits waiting, and then takes them not', async () => {
    const id = await open('TH');
    const assessment = await saveAssessment(api);
    await withClient(api.database.adminUrl, async (client) => {
      await client.query('BEGIN');
      await client.query('UPDATE wave SET closed_at = now() WHERE id = $1', [id]);
      const submission = submit(api, assessment).then((response) => response);
      await waitingFor(id);
      await client.query('COMMIT');
      expect((await submission).status).toBe(200);
    });
    expect(await waveOf(assessment.path)).toBeNull();
  });

  it('is closed only after those who submit at the same moment, who belong to it', async () => {
    const id = await open('TH');
    const assessment = await saveAssessment(api);
    const close = operator.http.post(`/api/operator/waves/${id}/closing`).set('If-Match', '"1"');
    await withClient(api.database.adminUrl, async (client) => {
      await client.query('BEGIN');
      await client.query("SELECT wave_taking($1, 'TH')", [EDITION]);
      await client.query('UPDATE assessment SET wave_id = $1 WHERE id = $2', [id, assessment.id]);
      const closing = close.then((response) => response);
      await waitingFor(id);
      await client.query('COMMIT');
      expect((await closing).status).toBe(200);
    });
    expect(await waveOf(assessment.path)).toBe(id);
  });

  /** Until some transaction waits for another. */
  async function waitingFor(wave: string): Promise<void> {
    for (;;) {
      const waiting = await admin(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (waiting.length > 0) return;
      expect(await admin('SELECT FROM wave WHERE id = $1', [wave])).toHaveLength(1);
    }
  }

  it('is logged with its country; one that ended by itself is closed in the log too', async () => {
    const id = await open('SG');
    await admin(
      "UPDATE wave SET opens_at = now() - interval '2 days', closes_at = now() - interval '1 day' WHERE id = $1",
      [id],
    );
    await open('SG');
    const events = await admin<{ action: string; after: object }>(
      'SELECT action, facts_after AS after FROM audit_event WHERE object_id = $1 ORDER BY sequence',
      [id],
    );
    const [opened, closed] = events;
    expect(opened).toMatchObject({ action: 'wave.opened', after: { country: 'SG' } });
    const [{ at } = { at: '' }] = await admin<{ at: Date }>(
      'SELECT closed_at AS at FROM wave WHERE id = $1',
      [id],
    );
    const closedAt = new Date(at).toISOString();
    expect(closed).toMatchObject({
      action: 'wave.closed',
      after: { closedAt, closesAt: closedAt },
    });
  });
});

describe('a ministry’s analyst', () => {
  it('is told of which editions there are frozen statistics, and of no number', async () => {
    const person = await api.signIn({ role: 'ministry-analyst', countries: ['BN'] });
    const sent = { edition: EDITION, country: 'BN', closesAt: '2099-03-31T00:00:00Z' };
    await operator.http.post('/api/operator/waves').send(sent).expect(201);
    const overview = () => person.http.get('/api/ministry/overview').expect(200);
    expect((await overview()).body).toMatchObject({ waves: [{ statistics: false }] });
    await admin(
      "INSERT INTO reference_cohort (edition_id, edition_version, statistics) VALUES ($1, '0', '{}')",
      [EDITION],
    );
    const { waves } = bodyOf(await overview()) as { waves: object[] };
    expect(waves.map((wave) => Object.keys(wave).sort())).toEqual([
      [
        'closedAt',
        'closesAt',
        'country',
        'edition',
        'id',
        'opensAt',
        'state',
        'statistics',
        'version',
      ],
    ]);
    expect(waves).toMatchObject([{ statistics: true }]);
  });

  it('gets no row of any company by statements either', async () => {
    const { organisation } = await saveAssessment(api);
    const person = await api.signIn({ role: 'ministry-analyst' });
    const tables = await admin<{ table: string }>(
      `SELECT table_name AS table FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'organisation_id'`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { table } of [...tables, { table: 'organisation' }]) {
      const rows = await asApplication(person, organisation, `SELECT FROM ${table}`, []);
      expect({ table, rows }).toEqual({ table, rows: 0 });
    }
  });
});
