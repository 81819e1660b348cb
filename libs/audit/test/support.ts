import { createHmac } from 'node:crypto';
import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditEvent,
  type AuditFacts,
  eventHash,
  GENESIS,
  headMac,
  type Mac,
  PLATFORM_CHAIN,
  type StoredEvent,
  type StoredHead,
} from '@sukoyaka/audit';
import fc from 'fast-check';

export function macOf(key: string): Mac {
  return (text) => createHmac('sha256', key).update(text).digest('hex');
}

export const mac = macOf('the key of these tests');
export const wrongMac = macOf('the key of somebody else');

export interface Log {
  readonly rows: readonly StoredEvent[];
  readonly heads: readonly StoredHead[];
}

export const EVENT: AuditEvent = {
  chainId: '0190a5b2-7c1d-7e3f-8a4b-5c6d7e8f9a0b',
  sequence: 1,
  at: '2026-02-03T04:05:06.789Z',
  actor: { kind: 'person', id: '0190a5b2-0000-7000-8000-000000000001' },
  action: 'section.saved',
  object: { kind: 'assessment', id: '0190a5b2-0000-7000-8000-000000000002' },
  before: { version: 3 },
  after: { version: 4, section: 'smoking', questions: ['smoke-free-level', 'quit-support'] },
  correlationId: 'request-17',
};

/** As a database gives rows back: by chain and number. Those with one number stay in their order. */
export function ordered({ rows, heads }: Log): Log {
  const byChain = (a: { chainId: string }, b: { chainId: string }): number =>
    a.chainId < b.chainId ? -1 : Number(a.chainId > b.chainId);
  return {
    rows: rows.toSorted((a, b) => byChain(a, b) || a.sequence - b.sequence),
    heads: heads.toSorted(byChain),
  };
}

/** Writes events in their order to a chain; numbers, hashes and head follow. */
export function chainOf(events: readonly AuditEvent[], chainId: string, key = mac): Log {
  const rows: StoredEvent[] = [];
  for (const [index, event] of events.entries()) {
    const place = { ...event, chainId, sequence: index + 1 };
    const previousHash = rows.at(-1)?.hash ?? GENESIS;
    rows.push({ ...place, previousHash, hash: eventHash(place, previousHash, key) });
  }
  return { rows, heads: [headOf(rows.at(-1)!, key)] };
}

export function headOf({ chainId, sequence, hash }: StoredEvent, key = mac): StoredHead {
  return { chainId, sequence, hash, mac: headMac(chainId, sequence, hash, key) };
}

const FACTS: Readonly<Record<string, fc.Arbitrary<AuditFacts[string]>>> = {
  code: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,20}$/),
  codes: fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 4 }),
  count: fc.maxSafeNat(),
  flag: fc.boolean(),
  date: fc.constantFrom('2026-04-01', '2027-03-31'),
  time: fc.constantFrom('2026-04-01T00:00:00.000Z', '2027-03-31T16:59:59.999Z'),
  text: fc.constantFrom('健康株式会社（架空）', 'บริษัทตัวอย่าง', 'A "quoted"\\ text', '𠮷野'),
};

function facts(action: AuditAction): fc.Arbitrary<AuditFacts> {
  const { facts: kinds, needs } = AUDIT_ACTIONS[action];
  const shape = Object.entries(kinds).map(([name, kind]) => [name, FACTS[kind]!]);
  return fc.record(Object.fromEntries(shape) as Record<string, fc.Arbitrary<AuditFacts[string]>>, {
    requiredKeys: [...(needs ?? [])],
  });
}

const time = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** An event of any action that may be written to a chain of its kind. */
export const arbitraryEvent: fc.Arbitrary<AuditEvent> = fc
  .constantFrom(...(Object.keys(AUDIT_ACTIONS) as AuditAction[]))
  .chain((action) =>
    fc.record({
      chainId: AUDIT_ACTIONS[action].chain === 'platform' ? fc.constant(PLATFORM_CHAIN) : fc.uuid(),
      sequence: fc.integer({ min: 1, max: 2 ** 31 }),
      at: time,
      actor: fc.record({
        kind: fc.constantFrom('person' as const, 'token' as const, 'system' as const),
        id: fc.option(fc.uuid()),
      }),
      action: fc.constant<string>(action),
      object: fc.record({
        kind: fc.constant(AUDIT_ACTIONS[action].object),
        id: fc.option(fc.uuid()),
      }),
      before: fc.option(facts(action)),
      after: facts(action),
      correlationId: fc.option(fc.uuid()),
    }),
  );

/** Two to four chains of one to eight events each. */
export const arbitraryLog: fc.Arbitrary<Log> = fc
  .uniqueArray(fc.tuple(fc.uuid(), fc.array(arbitraryEvent, { minLength: 1, maxLength: 8 })), {
    selector: ([id]) => id,
    minLength: 2,
    maxLength: 4,
  })
  .map((chains) => chains.map(([id, events]) => chainOf(events, id)))
  .map((logs) =>
    ordered({ rows: logs.flatMap(({ rows }) => rows), heads: logs.flatMap(({ heads }) => heads) }),
  );

export async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}
