import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PLATFORM_CHAIN, type StoredEvent, verifyChains } from '@sukoyaka/audit';
import { type Actor, type AuditNote, Database } from '@sukoyaka/persistence';
import { AuditLogReader, ownerConnection } from '@sukoyaka/persistence/maintenance';
import { createTestDatabase, type TestDatabase, testMac, withClient } from '@sukoyaka/testing';

/** In the order of their ids: what is written last is to the last one. */
const ORGANISATIONS = [
  '00000000-0000-4000-8000-0000000000a1',
  '00000000-0000-4000-8000-0000000000a2',
];
const PERSON = 'ffffffff-0000-4000-8000-0000000000b1';
const STRANGER = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
const [ONE = '', OTHER = ''] = ORGANISATIONS;
const ACTOR: Actor = { kind: 'service', personId: PERSON, correlationId: 'test' };

let store: TestDatabase;
let database: Database;
beforeAll(async () => {
  store = await createTestDatabase();
  database = new Database({ url: store.appUrl, poolSize: 10, auditMac: testMac });
});
afterAll(async () => {
  await database.close();
  await store.drop();
});

function verified() {
  return ownerConnection(
    store.ownerUrl,
    (client) => {
      const reader = new AuditLogReader(client);
      return verifyChains(reader.events(), reader.heads(), testMac);
    },
    'snapshot',
  );
}

function chain(chainId: string): Promise<readonly StoredEvent[]> {
  return ownerConnection(
    store.ownerUrl,
    async (client) => {
      const events: StoredEvent[] = [];
      for await (const event of new AuditLogReader(client).events()) {
        if (event.chainId === chainId) events.push(event);
      }
      return events;
    },
    'snapshot',
  );
}

const access = (reason: string): AuditNote => ({
  action: 'operator.access-opened',
  objectId: randomUUID(),
  after: { person: PERSON, reason, expiresAt: '2026-03-31T16:59:59.999Z' },
});

describe('what was written', () => {
  it('verifies after it has been in the database, whatever the texts, numbers and times', async () => {
    const reasons = ['ตรวจสอบตามคำขอ', '依頼により確認 “”', '"\\ \'é😀', '1e5', ' x '];
    await database.inTenant(ACTOR, ONE, (tx) => {
      for (const reason of reasons) tx.audit.note(access(reason));
      const codes = ['b', 'a', 'jp-hpm-large/2026'];
      tx.audit.note({ action: 'grant.given', after: { scope: codes, assessments: [] } });
      const counts = { version: Number.MAX_SAFE_INTEGER, section: 'policy', questions: [] };
      tx.audit.note({ action: 'section.saved', before: null, after: counts });
      tx.audit.note({ action: 'organisation.changed', before: {}, after: { employees: null } });
      return Promise.resolve();
    });
    expect(await verified()).toMatchObject({ events: reasons.length + 3, faults: [] });
    const events = await chain(ONE);
    expect(events.slice(0, 5).map(({ after }) => after?.['reason'])).toEqual(reasons);
    expect(events.at(-2)?.after).toEqual({
      version: Number.MAX_SAFE_INTEGER,
      section: 'policy',
      questions: [],
    });
    expect(events.at(-1)).toMatchObject({ before: {}, after: { employees: null } });
  });

  it('verifies where many write to the same and to different chains at once', async () => {
    const before = await verified();
    const transactions = Array.from({ length: 50 }, (_, index) => {
      const organisation = ORGANISATIONS[index % 2] ?? '';
      return database.inTenant(ACTOR, organisation, (tx) => {
        const notes = [
          () => tx.audit.note({ action: 'site.added', objectId: randomUUID() }),
          () => tx.audit.notePerson(PERSON, { action: 'person.signed-out' }),
          () => tx.audit.notePlatform({ action: 'retention.carried-out', after: { rows: index } }),
        ];
        for (const note of index % 3 === 0 ? notes.reverse() : notes) note();
        return Promise.resolve();
      });
    });
    await Promise.all(transactions);
    const after = await verified();
    expect(after).toMatchObject({ chains: 4, events: before.events + 150, faults: [] });
    const numbers = (await chain(PERSON)).map(({ sequence }) => sequence);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const rows = (await chain(PLATFORM_CHAIN)).map(({ after: facts }) => facts?.['rows']);
    expect(new Set(rows).size).toBe(50);
  });

  it('leaves no gap where a transaction is undone, before or after its events were written', async () => {
    const { events } = await verified();
    const early = database.inTenant(ACTOR, OTHER, (tx) => {
      tx.audit.note({ action: 'site.added' });
      return Promise.reject(new Error('changed my mind'));
    });
    await expect(early).rejects.toThrow('changed my mind');
    // The last chain refuses: it is of somebody who does not act here.
    const late = database.inTenant(ACTOR, OTHER, (tx) => {
      tx.audit.note({ action: 'site.added' });
      tx.audit.notePerson(STRANGER, { action: 'person.signed-out' });
      return Promise.resolve();
    });
    await expect(late).rejects.toThrow(/RIGHT_MISSING/);
    await database.inTenant(ACTOR, OTHER, (tx) =>
      Promise.resolve(tx.audit.note({ action: 'site.removed' })),
    );
    expect(await verified()).toMatchObject({ events: events + 1, faults: [] });
  });
});

describe('a fact that its action has no place for', () => {
  it.each([
    ['section.saved', { answers: { q1: 'yes' } }],
    ['member.joined', { email: 'name@example.com' }],
    ['operator.access-opened', { reason: 'write to name@example.com' }],
    ['no.such-action', {}],
  ])('of %s stops the transaction: %j', async (action, after) => {
    const { events } = await verified();
    const work = database.inTenant(ACTOR, ONE, (tx) =>
      Promise.resolve(tx.audit.note({ action, after } as never)),
    );
    await expect(work).rejects.toMatchObject({ code: 'AUDIT_FACTS' });
    expect(await verified()).toMatchObject({ events });
  });
});

describe('the tables', () => {
  const STATEMENTS = [
    "UPDATE audit_event SET action = 'x'",
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
  ];

  it.each(STATEMENTS)('refuse the owner in maintenance: %s', async (statement) => {
    const work = ownerConnection(store.ownerUrl, (client) => client.query(statement));
    await expect(work).rejects.toThrow(/append|never|changed/i);
    expect((await verified()).faults).toEqual([]);
  });

  it.each([...STATEMENTS, 'DELETE FROM audit_head', 'TRUNCATE audit_head'])(
    'give the application no privilege: %s',
    async (statement) => {
      const work = withClient(store.appUrl, (client) => client.query(statement));
      await expect(work).rejects.toMatchObject({ code: '42501' });
    },
  );

  it("show and take nothing of another's chain", async () => {
    await withClient(store.appUrl, async (client) => {
      const enter = 'SELECT enter($1, NULL, $2, NULL)';
      await client.query('BEGIN');
      await client.query(enter, [STRANGER, OTHER]);
      expect((await client.query('SELECT FROM audit_event')).rowCount).toBe(0);
      const forge = `UPDATE audit_head SET hash = 'x' WHERE chain_id = $1`;
      expect((await client.query(forge, [ONE])).rowCount).toBe(0);
    });
  });
});
