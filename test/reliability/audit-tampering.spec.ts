import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addPerson } from '@sukoyaka/accounts';
import { PLATFORM_CHAIN } from '@sukoyaka/audit';
import { Database, serviceActor } from '@sukoyaka/persistence';
import { withClient } from '@sukoyaka/testing';
import type { Client } from 'pg';
import { Desk } from '../cli/support.js';
import { bodyOf, type RunningApi, startApi } from '../support/api.js';
import { auditCommand, keepLog, tamper, verifyLog } from '../support/audit-log.js';
import { askables, ORGANISATION, saveAssessment, SITE } from '../support/builders.js';
import { newAddress } from '../support/mailbox.js';

const desk = new Desk();
let api: RunningApi;
/** The chains: one's organisation with 8 events, another's with 3, a person's with 2, a newcomer's with 1. */
let one: string;
let other: string;
let person: string;
const newcomer = randomUUID();

beforeAll(async () => {
  api = await startApi();
  person = api.person.id;
  one = await found();
  await api.app.get(Database).as(serviceActor(null, newcomer), (tx) => {
    const facts = { name: 'Newcomer', language: 'en', timeZone: 'UTC' } as const;
    return addPerson(tx, newcomer, newAddress(), facts);
  });
  other = await found();
  await api.http.post(`/api/organisations/${other}/sites`).send(SITE).expect(201);
  await fill(one);
  await keepLog(api, 'early');
  for (const version of [0, 1]) await saveAnswer(version);
  for (const name of ['A', 'B']) await rename(name);
  const argv = ['anchor', '--out', 'anchors.json'];
  expect((await auditCommand(desk, api, argv)).err).toMatch(/^The ends of 5 chains /);
  await keepLog(api);
});
afterAll(async () => {
  desk.clear();
  await api.stop();
});

async function found(): Promise<string> {
  const made = await api.http.post('/api/organisations').send(ORGANISATION).expect(201);
  return String(bodyOf(made)['id']);
}

let assessment: string;

async function fill(organisation: string): Promise<void> {
  const sites = `/api/organisations/${organisation}/sites`;
  for (let count = 0; count < 3; count += 1) await api.http.post(sites).send(SITE).expect(201);
  assessment = (await saveAssessment(api, organisation)).path;
}

async function saveAnswer(version: number): Promise<void> {
  const [{ section, question } = { section: '', question: '' }] = askables();
  const answers = { [question]: version === 0 ? 'yes' : 'no' };
  const request = api.http.put(`${assessment}/sections/${section}`).send({ answers });
  await request.set('If-Match', `"${version}"`).expect(200);
}

async function rename(name: string): Promise<void> {
  const version = Number(bodyOf(await api.http.get('/api/me').expect(200))['version']);
  const body = { name, language: 'en', timeZone: 'Asia/Tokyo' };
  await api.http.put('/api/me').set('If-Match', `"${version}"`).send(body).expect(200);
}

const ONE = 8;
const OTHER = 3;
/** Founded twice, joined and anchored once. */
const PLATFORM = 4;

const OTHER_VALUES = {
  occurred_at: "occurred_at + interval '1 millisecond'",
  actor_kind: "CASE actor_kind WHEN 'person' THEN 'token' ELSE 'person' END",
  actor_id: 'gen_random_uuid()',
  action: "action || 'x'",
  object_kind: "object_kind || 'x'",
  object_id: "coalesce(object_id, '') || 'x'",
  facts_before: `coalesce(facts_before, '{}') || '{"version": 9}'`,
  facts_after: `coalesce(facts_after, '{}') || '{"version": 9}'`,
  correlation_id: "coalesce(correlation_id, '') || 'x'",
  previous_hash: "overlay(previous_hash PLACING 'x' FROM 1 FOR 1)",
  hash: "overlay(hash PLACING 'x' FROM 64 FOR 1)",
} as const;

const columnsOf = (client: Client) =>
  client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = 'audit_event' ORDER BY ordinal_position`,
  );

describe('a log that nobody tampered with', () => {
  it('is found sound, with and without anchors', async () => {
    await tamper(api, () => Promise.resolve());
    expect(await verifyLog(desk, api)).toEqual({ code: 0, faults: {} });
    expect(await verifyLog(desk, api, '--anchors', 'anchors.json')).toMatchObject({ code: 0 });
    const told = await auditCommand(desk, api, ['verify']);
    expect(told.out).toBe(
      `The audit log is sound: ${ONE + OTHER + PLATFORM + 2 + 1} events in 5 chains.\n`,
    );
  });
});

describe('a value that was changed', () => {
  it.each(Object.entries(OTHER_VALUES))('of %s is found in each event', async (column, value) => {
    for (const [chain, events] of [
      [one, ONE],
      [PLATFORM_CHAIN, PLATFORM],
      [person, 2],
    ] as const) {
      for (let sequence = 1; sequence <= events; sequence += 1) {
        const place = 'WHERE chain_id = $1 AND sequence = $2';
        await tamper(api, (client) =>
          client.query(`UPDATE audit_event SET ${column} = ${value} ${place}`, [chain, sequence]),
        );
        const { code, faults } = await verifyLog(desk, api);
        expect({ code, chains: Object.keys(faults) }).toEqual({ code: 1, chains: [chain] });
        expect(faults[chain]).toEqual([expect.stringMatching(` ${sequence}-${sequence}$`)]);
      }
    }
  });

  it.each([
    ['a number written in another way', '{"version": 1.0}'],
    ['a number that only seems the same', '{"version": 1.00000000000000000001}'],
    ['a text for a number', '{"version": "1"}'],
    ['nothing for no facts', 'null'],
  ])('into %s is found', async (_, facts) => {
    await tamper(api, (client) =>
      client.query(
        'UPDATE audit_event SET facts_before = $2 WHERE chain_id = $1 AND sequence = 8',
        [one, facts],
      ),
    );
    expect(await verifyLog(desk, api)).toEqual({ code: 1, faults: { [one]: ['changed 8-8'] } });
  });

  it('could be in no other column', async () => {
    const { rows } = await withClient(api.database.adminUrl, columnsOf);
    const names = rows.map(({ name }) => name).filter((name) => !(name in OTHER_VALUES));
    expect(names).toEqual(['chain_id', 'sequence']);
  });
});

interface Case {
  readonly sql: string;
  /** By chain, in place of ids: `one`, `other`, `person`, `newcomer`, `platform`. */
  readonly finds: Readonly<Record<string, readonly string[]>>;
}

const EVENT = 'audit_event WHERE chain_id = :one';
const SWAP = `UPDATE audit_event SET sequence = CASE sequence WHEN 3 THEN 5 ELSE 3 END
  WHERE chain_id = :one AND sequence IN (3, 5)`;
const FORGED = (sequence: number | string) => `
  INSERT INTO audit_event SELECT chain_id, ${sequence}, occurred_at, actor_kind, actor_id, action,
    object_kind, object_id, facts_before, facts_after, correlation_id, hash, repeat('ab', 32)
  FROM audit_event WHERE chain_id = :one AND sequence = 8`;
const BACK_TO_EARLY = `
  DELETE FROM audit_event WHERE chain_id = :one AND sequence > 6;
  UPDATE audit_head SET (sequence, hash, mac) = (SELECT sequence, hash, mac FROM early.audit_head
    WHERE chain_id = :one) WHERE chain_id = :one`;

const CASES: Readonly<Record<string, Case>> = {
  'the first event removed': {
    sql: `DELETE FROM ${EVENT} AND sequence = 1`,
    finds: { one: ['missing 1-1'] },
  },
  'an event in the middle removed': {
    sql: `DELETE FROM ${EVENT} AND sequence = 4`,
    finds: { one: ['missing 4-4'] },
  },
  'several in the middle removed': {
    sql: `DELETE FROM ${EVENT} AND sequence IN (3, 4, 6)`,
    finds: { one: ['missing 3-4', 'missing 6-6'] },
  },
  'one removed and the numbers closed up': {
    sql: `DELETE FROM ${EVENT} AND sequence = 4;
      UPDATE audit_event SET sequence = sequence - 1 WHERE chain_id = :one AND sequence > 4`,
    finds: { one: ['out-of-place 4-4', 'changed 5-7', 'cut-off 8-8'] },
  },
  'the last event removed': {
    sql: `DELETE FROM ${EVENT} AND sequence = 8`,
    finds: { one: ['cut-off 8-8'] },
  },
  'all events removed': {
    sql: `DELETE FROM ${EVENT}`,
    finds: { one: ['events-missing 1-8'] },
  },
  'all events and the head removed': {
    sql: `DELETE FROM ${EVENT}; DELETE FROM audit_head WHERE chain_id = :one`,
    finds: { one: ['events-missing 1-1'] },
  },
  'the chain of the platform removed': {
    sql: 'DELETE FROM audit_event WHERE chain_id = :platform; DELETE FROM audit_head WHERE chain_id = :platform',
    finds: { platform: ['events-missing 1-1'] },
  },
  'the chain of the platform and of an organisation removed': {
    sql: 'DELETE FROM audit_event WHERE chain_id IN (:platform, :one); DELETE FROM audit_head WHERE chain_id IN (:platform, :one)',
    finds: { platform: ['events-missing 1-1'], one: ['events-missing 1-1'] },
  },
  'everything removed': {
    sql: 'DELETE FROM audit_event; DELETE FROM audit_head',
    finds: {
      platform: ['events-missing 1-1'],
      one: ['events-missing 1-1'],
      other: ['events-missing 1-1'],
    },
  },
  'the events of a person removed': {
    sql: 'DELETE FROM audit_event WHERE chain_id = :person',
    finds: { person: ['events-missing 1-2'] },
  },
  'the chain of a person who joined removed': {
    sql: 'DELETE FROM audit_event WHERE chain_id = :newcomer; DELETE FROM audit_head WHERE chain_id = :newcomer',
    finds: { newcomer: ['events-missing 1-1'] },
  },
  'a head removed': {
    sql: 'DELETE FROM audit_head WHERE chain_id = :one',
    finds: { one: ['head-missing 8-8'] },
  },
  'two events exchanged': {
    sql: SWAP,
    finds: { one: ['out-of-place 3-3', 'out-of-place 5-5'] },
  },
  'an event added at the end': {
    sql: FORGED(9),
    finds: { one: ['changed 9-9', 'beyond-head 9-9'] },
  },
  'an event pushed in between': {
    sql: `UPDATE audit_event SET sequence = sequence + 1 WHERE chain_id = :one AND sequence > 3;
      ${FORGED(4).replace('sequence = 8', 'sequence = 9')}`,
    finds: { one: ['out-of-place 4-5', 'changed 6-9', 'beyond-head 9-9'] },
  },
  'an event that stands twice': {
    sql: FORGED(5),
    finds: { one: ['duplicate 5-5'] },
  },
  'an event before the first': {
    sql: FORGED(0),
    finds: { one: ['out-of-place 0-0'] },
  },
  'a chain that never was': {
    sql: `INSERT INTO audit_event SELECT '11111111-1111-4111-8111-111111111111', 1, occurred_at,
        actor_kind, actor_id, action, object_kind, object_id, facts_before, facts_after,
        correlation_id, repeat('0', 64), hash
      FROM ${EVENT} AND sequence = 1`,
    finds: { never: ['changed 1-1', 'head-missing 1-1'] },
  },
  'a head that says less': {
    sql: 'UPDATE audit_head SET sequence = 7 WHERE chain_id = :one',
    finds: { one: ['head-changed 7-7'] },
  },
  'a head with another hash': {
    sql: "UPDATE audit_head SET hash = repeat('ab', 32) WHERE chain_id = :one",
    finds: { one: ['head-changed 8-8'] },
  },
  'a head with another signature': {
    sql: "UPDATE audit_head SET mac = repeat('ab', 32) WHERE chain_id = :one",
    finds: { one: ['head-changed 8-8'] },
  },
  'the end cut off and a head forged to it': {
    sql: `DELETE FROM ${EVENT} AND sequence > 6;
      UPDATE audit_head SET sequence = 6, hash = (SELECT hash FROM ${EVENT} AND sequence = 6)
      WHERE chain_id = :one`,
    finds: { one: ['head-changed 6-6'] },
  },
  'an old head put back over all events': {
    sql: BACK_TO_EARLY.slice(BACK_TO_EARLY.indexOf('UPDATE')),
    finds: { one: ['beyond-head 7-8'] },
  },
  'an event moved to another chain': {
    sql: `UPDATE audit_event SET chain_id = :other, sequence = 4 WHERE chain_id = :one AND sequence = 8`,
    finds: { one: ['cut-off 8-8'], other: ['out-of-place 4-4', 'beyond-head 4-4'] },
  },
  'two chains exchanged with their heads': {
    sql: ['audit_event', 'audit_head']
      .map(
        (table) => `UPDATE ${table} SET chain_id = CASE chain_id WHEN :one THEN :other ELSE :one END
          WHERE chain_id IN (:one, :other)`,
      )
      .join(';'),
    finds: {
      one: ['changed 1-3', 'head-changed 3-3'],
      other: ['changed 1-8', 'head-changed 8-8'],
    },
  },
};

describe('tampering by who has the whole server', () => {
  const chains = () => ({
    one,
    other,
    person,
    newcomer,
    platform: PLATFORM_CHAIN,
    never: '11111111-1111-4111-8111-111111111111',
  });
  const filled = (sql: string) =>
    sql.replace(
      /:(one|other|person|newcomer|platform)\b/g,
      (_, name: 'one') => `'${chains()[name]}'::uuid`,
    );

  it.each(Object.entries(CASES))('%s, is found where it is', async (_, { sql, finds }) => {
    await tamper(api, (client) => client.query(filled(sql)));
    const places = Object.entries(finds).map(([name, faults]) => [chains()[name as 'one'], faults]);
    const faults = Object.fromEntries(places) as Record<string, readonly string[]>;
    expect(await verifyLog(desk, api)).toEqual({ code: 1, faults });
  });

  it('that puts an old head back behind a log that was cut off, is found by anchors', async () => {
    await tamper(api, (client) => client.query(filled(BACK_TO_EARLY)));
    expect(await verifyLog(desk, api)).toEqual({ code: 0, faults: {} });
    const found = await verifyLog(desk, api, '--anchors', 'anchors.json');
    expect(found).toEqual({ code: 1, faults: { [one]: ['anchor-broken 8-8'] } });
  });

  it('that removes the chain of somebody who did not join by the service, is found by anchors', async () => {
    await tamper(api, (client) =>
      client.query(
        filled(
          'DELETE FROM audit_event WHERE chain_id = :person; DELETE FROM audit_head WHERE chain_id = :person',
        ),
      ),
    );
    expect(await verifyLog(desk, api)).toEqual({ code: 0, faults: {} });
    const found = await verifyLog(desk, api, '--anchors', 'anchors.json');
    expect(found).toEqual({ code: 1, faults: { [person]: ['anchor-broken 2-2'] } });
  });
});
