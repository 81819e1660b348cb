import {
  type AuditEvent,
  type AuditFaultKind,
  eventHash,
  GENESIS,
  type StoredEvent,
  type StoredHead,
} from '@sukoyaka/audit';
import fc from 'fast-check';
import { headOf, type Log, ordered, wrongMac } from './support.js';

/** What a report has to say first of a chain. */
export interface Expected {
  readonly chainId: string;
  readonly sequence: number;
  readonly kinds: readonly AuditFaultKind[];
}

export interface Tampered {
  readonly log: Log;
  readonly expected: readonly Expected[];
  /** More faults than these would be a cascade. */
  readonly atMost: number;
}

type Tampering = (log: Log, pick: fc.GeneratorValue) => Tampered | null;

const FIELDS: Readonly<Record<string, (row: StoredEvent) => Partial<StoredEvent>>> = {
  at: ({ at }) => ({ at: new Date(Date.parse(at) + 1).toISOString() }),
  'actor.kind': ({ actor }) => ({
    actor: { ...actor, kind: actor.kind === 'system' ? 'person' : 'system' },
  }),
  'actor.id': ({ actor }) => ({ actor: { ...actor, id: actor.id === null ? 'x' : null } }),
  action: ({ action }) => ({ action: `${action}d` }),
  'object.kind': ({ object }) => ({ object: { ...object, kind: '' } }),
  'object.id': ({ object }) => ({ object: { ...object, id: `${object.id}0` } }),
  before: ({ before }) => ({ before: before ? null : {} }),
  'after, a fact more': ({ after }) => ({ after: { ...after, more: null } }),
  'after, no facts': () => ({ after: null }),
  'after, infinite': ({ after }) => ({ after: { ...after, more: Infinity } }),
  correlationId: ({ correlationId }) => ({ correlationId: correlationId ? null : '' }),
  previousHash: () => ({ previousHash: 'f'.repeat(64) }),
  hash: () => ({ hash: '0'.repeat(64) }),
};

const CHANGED = ['changed', 'out-of-place'] as const;

function replaced<T>(items: readonly T[], item: T, ...by: T[]): T[] {
  return items.flatMap((each) => (each === item ? by : [each]));
}

function endOf(log: Log, { chainId }: StoredEvent): StoredHead {
  return log.heads.find((head) => head.chainId === chainId)!;
}

function anyRow(log: Log, pick: fc.GeneratorValue): StoredEvent {
  return pick(() => fc.constantFrom(...log.rows));
}

/** How the absence of an event shows. */
function absence(log: Log, row: StoredEvent): Expected {
  const { chainId, sequence } = row;
  const last = endOf(log, row).sequence;
  const kind = sequence < last ? 'missing' : last === 1 ? 'events-missing' : 'cut-off';
  return { chainId, sequence, kinds: [kind] };
}

/** The chain from `index` on, written anew by somebody without the key. */
function forged(events: readonly AuditEvent[], previous: string, from: number): StoredEvent[] {
  let previousHash = previous;
  return events.map((event, index) => {
    const place = { ...event, sequence: from + index };
    const row = { ...place, previousHash, hash: eventHash(place, previousHash, wrongMac) };
    previousHash = row.hash;
    return row;
  });
}

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a field changed': (log, pick) => {
    const row = anyRow(log, pick);
    const field = pick(() => fc.constantFrom(...Object.keys(FIELDS)));
    const rows = replaced(log.rows, row, { ...row, ...FIELDS[field]!(row) });
    const kind = field === 'previousHash' ? 'out-of-place' : 'changed';
    return { log: { ...log, rows }, expected: [{ ...row, kinds: [kind] }], atMost: 1 };
  },
  'an event deleted': (log, pick) => {
    const row = anyRow(log, pick);
    const rows = replaced(log.rows, row);
    return { log: { ...log, rows }, expected: [absence(log, row)], atMost: 1 };
  },
  'an event deleted and the later ones renumbered': (log, pick) => {
    const gone = anyRow(log, pick);
    if (gone.sequence === endOf(log, gone).sequence) return null;
    const rows = replaced(log.rows, gone).map((row) =>
      row.chainId === gone.chainId && row.sequence > gone.sequence
        ? { ...row, sequence: row.sequence - 1 }
        : row,
    );
    return { log: { ...log, rows }, expected: [{ ...gone, kinds: ['out-of-place'] }], atMost: 3 };
  },
  'the end deleted and the head set back without the key': (log, pick) => {
    const last = anyRow(log, pick);
    const head = endOf(log, last);
    if (last.sequence === head.sequence) return null;
    const rows = log.rows.filter(
      (row) => row.chainId !== last.chainId || row.sequence <= last.sequence,
    );
    const { sequence, hash } = last;
    const heads = replaced(log.heads, head, { ...head, sequence, hash });
    return { log: { rows, heads }, expected: [{ ...last, kinds: ['head-changed'] }], atMost: 1 };
  },
  'two exchanged': (log, pick) => {
    const one = anyRow(log, pick);
    const other = anyRow(log, pick);
    if (one.chainId !== other.chainId || one === other) return null;
    const rows = log.rows.map((row) => {
      if (row === one) return { ...row, sequence: other.sequence };
      return row === other ? { ...row, sequence: one.sequence } : row;
    });
    const { chainId } = one;
    const expected = [one, other].map(
      ({ sequence }) => ({ chainId, sequence, kinds: ['out-of-place'] }) as const,
    );
    return { log: ordered({ ...log, rows }), expected, atMost: 2 };
  },
  'one doubled': (log, pick) => {
    const row = anyRow(log, pick);
    const rows = replaced(log.rows, row, row, row);
    return { log: { ...log, rows }, expected: [{ ...row, kinds: ['duplicate'] }], atMost: 1 };
  },
  'a forged one under a number that exists': (log, pick) => {
    const row = anyRow(log, pick);
    const [forgery] = forged([{ ...row, after: null }], row.previousHash, row.sequence);
    const isFirst = pick(fc.boolean);
    const rows = replaced(log.rows, row, ...(isFirst ? [forgery!, row] : [row, forgery!]));
    const kinds = ['duplicate', 'changed'] as const;
    return { log: { ...log, rows }, expected: [{ ...row, kinds }], atMost: 2 };
  },
  'one replaced by a forged one': (log, pick) => {
    const row = anyRow(log, pick);
    const rows = replaced(
      log.rows,
      row,
      ...forged([{ ...row, after: null }], row.previousHash, row.sequence),
    );
    return { log: { ...log, rows }, expected: [{ ...row, kinds: ['changed'] }], atMost: 1 };
  },
  'one inserted, and all after it written anew with another key': (log, pick) => {
    const row = anyRow(log, pick);
    const { chainId, sequence } = row;
    const isAfter = (each: StoredEvent): boolean =>
      each.chainId === chainId && each.sequence >= sequence;
    const later = log.rows.filter(isAfter);
    const anew = forged([{ ...row, after: null }, ...later], row.previousHash, sequence);
    const rows = [...log.rows.filter((each) => !isAfter(each)), ...anew];
    const heads = replaced(log.heads, endOf(log, row), headOf(anew.at(-1)!, wrongMac));
    return {
      log: ordered({ rows, heads }),
      expected: [{ chainId, sequence, kinds: ['changed'] }],
      atMost: 2,
    };
  },
  'one appended without the key': (log, pick) => {
    const row = anyRow(log, pick);
    const { chainId, hash, sequence: end } = endOf(log, row);
    const rows = [...log.rows, ...forged([row], hash, end + 1)];
    return {
      log: ordered({ ...log, rows }),
      expected: [{ chainId, sequence: end + 1, kinds: ['changed', 'beyond-head'] }],
      atMost: 2,
    };
  },
  'a head changed': (log, pick) => {
    const head = pick(() => fc.constantFrom(...log.heads));
    const change = pick(() =>
      fc.constantFrom<Partial<StoredHead>>(
        { sequence: head.sequence + 1 },
        { hash: GENESIS },
        { mac: GENESIS },
      ),
    );
    const changed = { ...head, ...change };
    const heads = replaced(log.heads, head, changed);
    return {
      log: { ...log, heads },
      expected: [{ ...changed, kinds: ['head-changed'] }],
      atMost: 1,
    };
  },
  'a head deleted': (log, pick) => {
    const head = pick(() => fc.constantFrom(...log.heads));
    const heads = replaced(log.heads, head);
    return { log: { ...log, heads }, expected: [{ ...head, kinds: ['head-missing'] }], atMost: 1 };
  },
  'all events of a chain deleted': (log, pick) => {
    const { chainId } = anyRow(log, pick);
    const rows = log.rows.filter((row) => row.chainId !== chainId);
    const expected = [{ chainId, sequence: 1, kinds: ['events-missing'] as const }];
    return { log: { ...log, rows }, expected, atMost: 1 };
  },
  'one moved to another chain': (log, pick) => {
    const row = anyRow(log, pick);
    const { chainId, sequence: end } = pick(() => fc.constantFrom(...log.heads));
    if (chainId === row.chainId) return null;
    const rows = replaced(log.rows, row, { ...row, chainId });
    const isTaken = row.sequence <= end;
    const kinds = ['missing', 'beyond-head', 'duplicate', ...CHANGED] as const;
    const there = { chainId, sequence: isTaken ? row.sequence : end + 1, kinds };
    return { log: ordered({ ...log, rows }), expected: [absence(log, row), there], atMost: 4 };
  },
  'one renumbered': (log, pick) => {
    const row = anyRow(log, pick);
    const { sequence: end } = endOf(log, row);
    const sequence = pick(() => fc.integer({ min: end + 1, max: end + 9 }));
    const rows = replaced(log.rows, row, { ...row, sequence });
    const { chainId } = row;
    const expected = { chainId, sequence: row.sequence, kinds: ['missing', ...CHANGED] as const };
    // The last one, renumbered by one, leaves a gap of one number and stands behind the head.
    return { log: ordered({ ...log, rows }), expected: [expected], atMost: 4 };
  },
  'one numbered zero': (log, pick) => {
    const row = anyRow(log, pick);
    const rows = replaced(log.rows, row, { ...row, sequence: 0 });
    const kinds = ['out-of-place'] as const;
    const expected = [{ chainId: row.chainId, sequence: 0, kinds }];
    return { log: ordered({ ...log, rows }), expected, atMost: 2 };
  },
};
