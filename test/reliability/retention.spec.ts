import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  carryOutRetention,
  Database,
  RETENTION_KINDS,
  type RetentionKind,
  retentionKinds,
} from '@sukoyaka/persistence';
import { testMac, withClient } from '@sukoyaka/testing';
import { RetentionJob } from '../../apps/api/src/platform/retention/retention-job.js';
import { Desk, objects } from '../cli/support.js';
import { expectProblem, type RunningApi, startApi } from '../support/api.js';
import { rowCounts } from '../support/backup-databases.js';
import {
  askables,
  saveAssessment,
  type SavedAssessment,
  saveOrganisation,
} from '../support/builders.js';
import { give, newOwner, type Owner, scoredOf, seenBy } from '../support/grants.js';
import { makePerson, type PersonOptions } from '../support/people.js';

const KEY = Buffer.alloc(32, 7).toString('base64url');
/** Held by who removes; another number than this one would be another lock. */
const LOCK = 7_358_102_932;

const desk = new Desk();
let api: RunningApi;
let database: Database;
let organisation: string;
beforeAll(async () => {
  api = await startApi();
  database = new Database({ url: api.database.appUrl, poolSize: 3, auditMac: testMac });
  organisation = await saveOrganisation(api);
});
afterAll(async () => {
  desk.clear();
  await database.close();
  await api.stop();
});

const query = <Row>(text: string, values: readonly unknown[] = []) =>
  withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  });

const daysOf = (kind: RetentionKind) => RETENTION_KINDS[kind].days;
const run = (kind: RetentionKind, isTrial = false) =>
  carryOutRetention(database, kind, daysOf(kind), isTrial);

type PlainKind = Exclude<RetentionKind, 'contacts' | 'drafts' | 'assessments'>;

/** How to make a row of each kind that became old so many days ago. */
const OLD: Readonly<Record<PlainKind, string>> = {
  sessions: `INSERT INTO session (person_id, id, token_hash, stage, method, user_agent, expires_at)
    VALUES ($2, gen_random_uuid(), gen_random_uuid(), 'full', 'link', '', now() - $1 * interval '1 day')`,
  links: `INSERT INTO one_time_link (token_hash, purpose, email, language, person_id, expires_at)
    VALUES (gen_random_uuid(), 'password-reset', 'x@example.com', 'th', $2, now() - $1 * interval '1 day')`,
  invitations: `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, invited_by, expires_at)
    SELECT o.id, gen_random_uuid(), gen_random_uuid(), 'x@example.com', 'editor', 'th', $2, now() - $1 * interval '1 day'
    FROM organisation o LIMIT 1`,
  'staff-invitations': `INSERT INTO staff_invitation (id, token_hash, email, language, role, invited_by, expires_at)
    VALUES (gen_random_uuid(), gen_random_uuid(), 'x@example.com', 'th', 'operator', $2, now() - $1 * interval '1 day')`,
  'repeated-requests': `INSERT INTO idempotency_record (organisation_id, key, operation, request_hash, response, created_at)
    SELECT o.id, gen_random_uuid(), 'submit', $2::uuid::text, '{}', now() - $1 * interval '1 day' FROM organisation o LIMIT 1`,
  mails: `INSERT INTO outbox_mail (id, kind, sealed_message, addressee, created_at, sent_at)
    VALUES (gen_random_uuid(), 'sign-up', '', $2::uuid::text, now(), now() - $1 * interval '1 day')`,
  challenges: `INSERT INTO used_challenge (challenge_hash, used_at)
    VALUES (gen_random_uuid()::text || $2::uuid::text, now() - $1 * interval '1 day')`,
  throttles: `INSERT INTO throttle (bucket, failures, last_failure_at)
    VALUES (gen_random_uuid()::text || $2::uuid::text, 1, now() - $1 * interval '1 day')`,
};

beforeEach(async () => {
  await query('DELETE FROM throttle');
  await query('DELETE FROM outbox_mail');
  for (const kind of retentionKinds) await run(kind);
});

describe.each(Object.entries(OLD))('the rule of %s', (name, insert) => {
  const kind = name as PlainKind;

  it('removes what is older than its period and nothing else, and notes how much', async () => {
    const days = daysOf(kind);
    for (const age of [days + 1, days + 1, days - 1]) await query(insert, [age, api.person.id]);
    const before = await rowCounts(api.database);
    expect(await run(kind, true)).toBe(2);
    expect(await rowCounts(api.database)).toEqual(before);
    expect(await run(kind)).toBe(2);
    expect(await run(kind)).toBe(0);
    const [event] = await query<{ after: object }>(
      `SELECT facts_after AS after FROM audit_event WHERE action = 'retention.carried-out'
       ORDER BY sequence DESC LIMIT 1`,
    );
    expect(event?.after).toMatchObject({ rule: kind, rows: 2 });
  });

  it('has a shortest period', async () => {
    const least = RETENTION_KINDS[kind].least;
    await expect(carryOutRetention(database, kind, least - 1)).rejects.toThrow('at least');
    expect(await carryOutRetention(database, kind, least, true)).toBeGreaterThanOrEqual(0);
  });
});

it('is carried out portion by portion, however much has gathered', async () => {
  await query(
    `INSERT INTO throttle (bucket, failures, last_failure_at)
     SELECT 'old ' || n, 1, now() - make_interval(days => $1) FROM generate_series(1, 10001) AS n`,
    [daysOf('throttles') + 1],
  );
  expect(await run('throttles')).toBe(10_001);
  const portions = await query<{ rows: number }>(
    `SELECT (facts_after ->> 'rows')::int AS rows FROM audit_event
     WHERE action = 'retention.carried-out' AND object_id = 'throttles'
     ORDER BY sequence DESC LIMIT 3`,
  );
  expect(portions.map(({ rows }) => rows)).toEqual([1, 5000, 5000]);
});

/** Somebody whose account was made long ago and has no session. */
async function formerUser(options: PersonOptions = {}): Promise<string> {
  const { id } = await makePerson(api.database.adminUrl, options);
  await query('DELETE FROM session WHERE person_id = $1', [id]);
  await query(`UPDATE person SET created_at = now() - make_interval(days => $2) WHERE id = $1`, [
    id,
    daysOf('contacts') + 1,
  ]);
  return id;
}

const isErased = async (id: string) => {
  const [row] = await query<{ email: string | null; erased: boolean }>(
    'SELECT email, erased_at IS NOT NULL AS erased FROM person WHERE id = $1',
    [id],
  );
  return row?.erased === true && row.email === null;
};

const signedIn = (id: string, daysAgo: number) =>
  query(
    `INSERT INTO audit_event (chain_id, sequence, occurred_at, actor_kind, actor_id, action,
       object_kind, previous_hash, hash)
     VALUES ($1, 99, now() - make_interval(days => $2), 'person', $1, 'person.signed-in', 'session', '', '')`,
    [id, daysAgo],
  );

describe('the rule of contacts', () => {
  it('erases whose account is no longer used, with all that they signed in with', async () => {
    const id = await formerUser();
    await signedIn(id, daysOf('contacts') + 1);
    await query("INSERT INTO password_credential (person_id, hash) VALUES ($1, 'x')", [id]);
    await query(
      `INSERT INTO membership (organisation_id, person_id, role, ends_at)
       VALUES ($1, $2, 'assessor', now() - make_interval(days => $3))`,
      [organisation, id, daysOf('contacts') + 1],
    );
    expect(await run('contacts', true)).toBe(1);
    expect(await isErased(id)).toBe(false);
    expect(await run('contacts')).toBe(1);
    expect(await isErased(id)).toBe(true);
    for (const table of ['password_credential', 'membership']) {
      expect(await query(`SELECT FROM ${table} WHERE person_id = $1`, [id])).toEqual([]);
    }
    expect(await run('contacts')).toBe(0);
    const noted = await query(
      `SELECT actor_kind AS actor, facts_after AS after FROM audit_event
       WHERE chain_id = $1 AND action = 'person.erased'`,
      [id],
    );
    expect(noted).toEqual([{ actor: 'system', after: { cause: 'unused' } }]);
  });

  it('keeps who has signed in since, though no session shows it any more', async () => {
    const id = await formerUser();
    await signedIn(id, daysOf('contacts') - 1);
    expect(await run('contacts')).toBe(0);
    expect(await isErased(id)).toBe(false);
  });

  it('keeps members, staff, who is asked to join, and who is new', async () => {
    const member = await formerUser({ memberOf: { organisation, role: 'editor' } });
    const staff = await formerUser({ role: 'operator' });
    const asked = await formerUser({ email: 'asked@example.com' });
    const body = { email: 'asked@example.com', role: 'editor', language: 'th' };
    await api.http.post(`/api/organisations/${organisation}/invitations`).send(body).expect(201);
    const { id: recent } = await makePerson(api.database.adminUrl, {});
    expect(await run('contacts')).toBe(0);
    for (const id of [member, staff, asked, recent]) expect(await isErased(id)).toBe(false);
  });

  it('has a shortest period, below which the database refuses', async () => {
    await expect(carryOutRetention(database, 'contacts', 29)).rejects.toThrow('at least 30 days');
  });
});

describe('the rules of assessments', () => {
  /** Assessments that have been left alone for so many days. */
  const leave = (days: number, ...assessments: readonly SavedAssessment[]) =>
    query(
      `WITH sections AS (
         UPDATE assessment_section SET updated_at = now() - make_interval(days => $2)
         WHERE assessment_id = ANY ($1))
       UPDATE assessment SET created_at = now() - make_interval(days => $2),
         submitted_at = CASE WHEN status <> 'draft' THEN now() - make_interval(days => $2) END
       WHERE id = ANY ($1)`,
      [assessments.map(({ id }) => id), days],
    );
  const rowsOfAssessment = ({ id }: SavedAssessment) =>
    query<{ table: string }>(
      `SELECT 'assessment' AS table FROM assessment WHERE id = $1
       UNION SELECT 'section' FROM assessment_section WHERE assessment_id = $1
       UNION SELECT 'result' FROM evaluation_result WHERE assessment_id = $1
       UNION SELECT 'grant' FROM access_grant_assessment WHERE assessment_id = $1 ORDER BY 1`,
      [id],
    );
  const notes = (owner: Owner) =>
    query(
      `SELECT object_id AS id, facts_before AS before FROM audit_event
       WHERE chain_id = $1 AND action = 'assessment.erased'`,
      [owner.organisation],
    );

  it('remove what was submitted long ago, with all that hangs on it, and tell its organisation', async () => {
    const [owner, parent] = [await newOwner(api), await newOwner(api)];
    const [old, recent] = [await scoredOf(api, owner, 2025), await scoredOf(api, owner, 2026)];
    const grant = await give(owner, { to: parent, of: [old, recent] });
    await leave(daysOf('assessments') + 1, old);
    await leave(daysOf('assessments') - 1, recent);
    expect(await run('assessments', true)).toBe(1);
    expect(await rowsOfAssessment(old)).toHaveLength(4);

    expect(await run('assessments')).toBe(1);

    expect(await rowsOfAssessment(old)).toEqual([]);
    expect(await rowsOfAssessment(recent)).toHaveLength(4);
    const period = { periodStart: '2024-04-01', periodEnd: '2025-03-31' };
    expect(await notes(owner)).toEqual([
      { id: old.id, before: expect.objectContaining({ ...period, status: 'scored' }) },
    ]);
    expectProblem(await owner.http.get(`${old.path}/result`), 404, 'ASSESSMENT_NOT_FOUND');
    expectProblem(await parent.http.get(`${old.path}/result`), 404, 'ORGANISATION_NOT_FOUND');
    const given = `/api/organisations/${owner.organisation}/grants/${grant}`;
    expect((await owner.http.get(given).expect(200)).body).toMatchObject({
      assessments: [{ id: recent.id }],
    });
    expect(await run('assessments')).toBe(0);
  });

  it('remove drafts that nobody works on any more, and no others', async () => {
    const owner = await newOwner(api);
    const as = { ...api, http: owner.http };
    const begin = (periodStart: string) =>
      saveAssessment(as, owner.organisation, { periodStart, periodEnd: '2026-03-31' });
    const [left, worked] = [await begin('2025-04-01'), await begin('2025-04-02')];
    const submitted = await scoredOf(api, owner, 2024);
    await leave(daysOf('drafts') + 1, left, worked, submitted);
    const [first] = askables();
    const section = `${worked.path}/sections/${first?.section}`;
    const save = owner.http.put(section).set('If-Match', '"0"');
    await save.send({ answers: { [String(first?.question)]: 'yes' } }).expect(200);

    expect(await run('drafts')).toBe(1);

    expect(await rowsOfAssessment(left)).toEqual([]);
    for (const kept of [worked, submitted]) expect(await rowsOfAssessment(kept)).not.toEqual([]);
    expect(await notes(owner)).toMatchObject([{ id: left.id, before: { status: 'draft' } }]);
  });

  it('tell nobody who acts for themself of the assessments of others', async () => {
    const owner = await newOwner(api);
    await leave(daysOf('assessments') + 1, await scoredOf(api, owner));
    const asked = [
      "SELECT * FROM erase_assessments('assessments', 3650, 9)",
      "SELECT carry_out_retention('assessments', 3650, true, 9)",
      'SELECT erase_unused_accounts(3650, 9)',
    ];
    for (const statement of asked) {
      const asking = seenBy(api, api.person.id, organisation, statement);
      await expect(asking).rejects.toMatchObject({ code: '42501' });
    }
    await withClient(api.database.appUrl, async (client) => {
      const early = client.query("SELECT * FROM erase_assessments('assessments', -99999, 9)");
      await expect(early).rejects.toThrow('at least 365 days');
    });
    expect(await run('assessments')).toBe(1);
  });

  it.each(['drafts', 'assessments'] as const)('give %s a year at least', async (kind) => {
    await expect(carryOutRetention(database, kind, 364)).rejects.toThrow('at least 365 days');
  });
});

describe('the job of the service', () => {
  const insertOld = () => query(OLD.throttles, [daysOf('throttles') + 1, randomUUID()]);
  const throttles = () => query('SELECT FROM throttle');

  it('carries out every kind', async () => {
    await insertOld();
    const id = await formerUser();
    await api.app.get(RetentionJob).carryOut();
    expect(await throttles()).toEqual([]);
    expect(await isErased(id)).toBe(true);
  });

  it('leaves it to another process that is at it', async () => {
    await insertOld();
    await withClient(api.database.adminUrl, async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
      expect(await run('throttles')).toBeUndefined();
      expect(await run('throttles', true)).toBe(1);
      await api.app.get(RetentionJob).carryOut();
      const argv = ['retention', 'run'];
      const outcome = await desk.run(argv, '', environment());
      expect(outcome).toMatchObject({ code: 2, out: '' });
      expect(outcome.err).toContain('Another process');
    });
    expect(await throttles()).toHaveLength(1);
    const both = await Promise.all([run('throttles'), run('throttles')]);
    expect(both.filter((rows) => rows === 1)).toHaveLength(1);
  });
});

function environment(more: Readonly<Record<string, string>> = {}) {
  return { DATABASE_URL: api.database.ownerUrl, SUKOYAKA_SECRET_KEY: KEY, ...more };
}

describe('sukoyaka retention run', () => {
  it('counts with --dry-run, and removes and notes without', async () => {
    await query(OLD.mails, [daysOf('mails') + 1, randomUUID()]);
    const before = await rowCounts(api.database);
    const trial = ['--json', 'retention', 'run', '--dry-run'];
    const counted = await desk.run(trial, '', environment());
    expect(counted).toMatchObject({ code: 0, err: '' });
    const mails = { kind: 'mails', days: 30, rows: 1 };
    expect(objects(counted.out)).toContainEqual({ ...mails, dryRun: true });
    expect(objects(counted.out).map(({ kind }) => kind)).toEqual(retentionKinds);
    expect(await rowCounts(api.database)).toEqual(before);

    const done = await desk.run(['--json', 'retention', 'run'], '', environment());
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(objects(done.out)).toContainEqual({ ...mails, dryRun: false });
    const after = await rowCounts(api.database);
    expect(after).toEqual({
      ...before,
      outbox_mail: before['outbox_mail']! - 1,
      audit_event: before['audit_event']! + 1,
    });
  });

  it('takes the periods of the service, and refuses wrong ones and a missing key', async () => {
    await query(OLD.mails, [8, randomUUID()]);
    const argv = ['--json', 'retention', 'run', '--dry-run'];
    const shorter = await desk.run(argv, '', environment({ RETENTION_MAILS_DAYS: '7' }));
    expect(objects(shorter.out)).toContainEqual({ kind: 'mails', days: 7, rows: 1, dryRun: true });
    const wrong = await desk.run(argv, '', environment({ RETENTION_CONTACTS_DAYS: '1' }));
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('RETENTION_CONTACTS_DAYS must be a whole number from 30');
    const keyless = environment({ SUKOYAKA_SECRET_KEY: 'short' });
    const refused = await desk.run(['retention', 'run'], '', keyless);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('SUKOYAKA_SECRET_KEY');
  });

  it.each(['th', 'ja', 'en'])('tells in %s what became of each kind', async (lang) => {
    const argv = ['--lang', lang, 'retention', 'run', '--dry-run'];
    const { code, out } = await desk.run(argv, '', environment());
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(retentionKinds.length + 1);
    expect(out).not.toMatch(/\[(th|ja|en)\] |\{\{/);
  });
});
