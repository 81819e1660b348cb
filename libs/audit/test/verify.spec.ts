import { describe, expect, it } from '@jest/globals';
import {
  type Anchor,
  type AuditFact,
  eventHash,
  type StoredEvent,
  verifyChains,
} from '@sukoyaka/audit';
import { chainOf, EVENT, headOf, type Log, mac, ordered, stream } from './support.js';

const OURS = '0190a5b2-0000-7000-8000-00000000000a';
const THEIRS = '0190a5b2-0000-7000-8000-00000000000b';
const ours = chainOf(Array<typeof EVENT>(6).fill(EVENT), OURS);
const theirs = chainOf([EVENT], THEIRS);
const log: Log = ordered({
  rows: [...theirs.rows, ...ours.rows],
  heads: [...theirs.heads, ...ours.heads],
});

async function faultsOf({ rows, heads }: Log, anchors: readonly Anchor[] = []) {
  const { faults } = await verifyChains(stream(rows), stream(heads), mac, { anchors });
  return faults.map(({ kind, chainId, sequence, through }) => [kind, chainId, sequence, through]);
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}

function cutAfter(sequence: number): Log {
  const rows = log.rows.filter((row) => row.chainId !== OURS || row.sequence <= sequence);
  return { rows, heads: log.heads };
}

describe('verifying', () => {
  it('of an empty log finds nothing', async () => {
    const verification = await verifyChains(stream([]), [], mac);
    expect(verification).toEqual({ chains: 0, events: 0, faults: [] });
  });

  it('names a gap by its first and last number', async () => {
    const rows = log.rows.filter(({ sequence }) => sequence !== 3 && sequence !== 4);
    expect(await faultsOf({ ...log, rows })).toEqual([['missing', OURS, 3, 4]]);
  });

  it('names the end that is missing', async () => {
    expect(await faultsOf(cutAfter(2))).toEqual([['cut-off', OURS, 3, 6]]);
  });

  it('names what was written after the head', async () => {
    const heads = [headOf(ours.rows[3]!), ...theirs.heads];
    expect(await faultsOf({ ...log, heads })).toEqual([['beyond-head', OURS, 5, 6]]);
  });

  it('notices events of another history that have the right key', async () => {
    const other = chainOf([EVENT, { ...EVENT, after: null }, EVENT, EVENT, EVENT, EVENT], OURS);
    const rows = [...ours.rows.slice(0, 3), ...other.rows.slice(3), ...theirs.rows];
    expect(await faultsOf({ ...log, rows })).toEqual([
      ['out-of-place', OURS, 4, 4],
      ['out-of-place', OURS, 6, 6],
    ]);
  });

  it('notices a head of another history that has the right key', async () => {
    const other = chainOf([...Array<typeof EVENT>(5).fill(EVENT), { ...EVENT, after: null }], OURS);
    const heads = [...other.heads, ...theirs.heads];
    expect(await faultsOf({ ...log, heads })).toEqual([['out-of-place', OURS, 6, 6]]);
  });

  it('reports a second head of a chain', async () => {
    const heads = [headOf(ours.rows[2]!), ...log.heads];
    const faults = await faultsOf({ ...log, heads });
    expect(faults).toContainEqual(['beyond-head', OURS, 4, 6]);
    expect(faults).toContainEqual(['events-missing', OURS, 1, 6]);
  });

  it.each<[string, unknown]>([
    ['deep', parsed(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
    ['huge', parsed('1e400')],
    ['strange', parsed('{"__proto__": 1}')],
  ])('survives %s facts that somebody put in', async (_, fact) => {
    const rows = log.rows.map((row) =>
      row.sequence === 2 ? { ...row, after: { fact: fact as AuditFact } } : row,
    );
    expect(await faultsOf({ ...log, rows })).toEqual([['changed', OURS, 2, 2]]);
  });

  it.each(['before', 'after'])(
    'finds the same when a forgery is read %s the true event',
    async (side) => {
      const [first, second, ...later] = ours.rows;
      const forgery = { ...second!, hash: 'f'.repeat(64), after: null };
      const both = side === 'before' ? [forgery, second!] : [second!, forgery];
      const faults = await faultsOf({ ...log, rows: [first!, ...both, ...later, ...theirs.rows] });
      expect(faults).toEqual([['duplicate', OURS, 2, 2]]);
    },
  );

  it('names what was changed and what stands twice where nothing true is left', async () => {
    const [first, second, ...later] = ours.rows;
    const forgeries = ['e', 'f'].map((sign) => ({
      ...second!,
      hash: sign.repeat(64),
      after: null,
    }));
    const rows = [first!, ...forgeries, ...later, ...theirs.rows];
    const faults = await faultsOf({ ...log, rows });
    expect(faults).toContainEqual(['duplicate', OURS, 2, 2]);
    expect(faults).toContainEqual(['changed', OURS, 2, 2]);
  });

  it('tells a changed event from one out of place, also after one whose hash was changed', async () => {
    const rows = log.rows.map((row) => {
      if (row.sequence === 2) return { ...row, hash: 'f'.repeat(64) };
      return row.sequence === 3 ? { ...row, after: null } : row;
    });
    expect(await faultsOf({ ...log, rows })).toEqual([['changed', OURS, 2, 3]]);
  });
});

describe('anchors', () => {
  const anchors = [ours.rows[1]!, ours.rows[5]!, theirs.rows[0]!];

  it('that hold change nothing', async () => {
    expect(await faultsOf(log, anchors)).toEqual([]);
  });

  it('are what shows an end cut off under an older head of the platform', async () => {
    const { rows } = cutAfter(3);
    const heads = [headOf(ours.rows[2]!), ...theirs.heads];
    expect(await faultsOf({ rows, heads })).toEqual([]);
    expect(await faultsOf({ rows, heads }, anchors)).toEqual([['anchor-broken', OURS, 6, 6]]);
  });

  it('are what shows a chain that is gone as a whole', async () => {
    expect(await faultsOf(ours, anchors)).toEqual([['anchor-broken', THEIRS, 1, 1]]);
  });

  it('break where an event was written anew with the right key', async () => {
    const anew = chainOf([EVENT, { ...EVENT, after: null }, EVENT, EVENT, EVENT, EVENT], OURS);
    expect(await faultsOf(anew, anchors.slice(0, 2))).toEqual([
      ['anchor-broken', OURS, 2, 2],
      ['anchor-broken', OURS, 6, 6],
    ]);
  });
});

describe('the streams', () => {
  it.each([
    ['chains', [...log.rows].reverse(), log.heads],
    ['numbers', ours.rows.toReversed(), ours.heads],
    ['heads', log.rows, log.heads.toReversed()],
  ])('of which the %s are in another order are refused', async (_, rows, heads) => {
    const verification = verifyChains(stream(rows), heads, mac);
    await expect(verification).rejects.toMatchObject({ code: 'AUDIT_UNORDERED' });
  });

  it('are closed, also when the check can not be carried out', async () => {
    const closed: string[] = [];
    async function* watched<T>(name: string, items: readonly T[]): AsyncGenerator<T> {
      try {
        yield* stream(items);
      } finally {
        closed.push(name);
      }
    }
    const failing = (): string => {
      throw new Error('the key is gone');
    };
    const streams = [watched('rows', log.rows), watched('heads', log.heads)] as const;
    await expect(verifyChains(...streams, failing)).rejects.toThrow('the key is gone');
    expect(closed.sort()).toEqual(['heads', 'rows']);
  });

  it('are read one event at a time', async () => {
    let ahead = 0;
    let most = 0;
    function* counted(): Generator<StoredEvent> {
      for (const row of ours.rows) {
        ahead += 1;
        most = Math.max(most, ahead);
        yield row;
      }
    }
    const checked = (text: string): string => {
      if (text.startsWith('sukoyaka.audit.event')) ahead -= 1;
      return mac(text);
    };
    await verifyChains(counted(), ours.heads, checked);
    expect(most).toBe(1);
  });
});

it('a stored hash is the one that follows from event, place and predecessor', () => {
  const [first, second] = ours.rows;
  expect(second?.hash).toBe(eventHash(second!, first!.hash, mac));
});
