import { DomainError } from '@sukoyaka/kernel';
import type { Mac, StoredEvent, StoredHead } from './chain.js';
import { type Anchor, ChainCheck } from './chain-check.js';
import type { AuditFault } from './faults.js';

/** What a check of the whole log found. */
export interface Verification {
  /** How many chains have events or a head. */
  readonly chains: number;
  readonly events: number;
  /** By chain, in each by place; empty when nothing was tampered with. */
  readonly faults: readonly AuditFault[];
}

export interface VerifyOptions {
  readonly anchors?: readonly Anchor[];
}

type Stream<T> = AsyncIterable<T> | Iterable<T>;

/**
 * Recomputes every chain and names what was tampered with, and where. Reads both streams once and
 * keeps one event of each, so that memory does not grow with the log.
 *
 * Not noticed without anchors: the end of a chain cut off while an older head that the platform
 * itself wrote is put back, and a chain that is gone together with its head. Which chains there have
 * to be is for the caller to know.
 *
 * @param rows by chain id, in it by sequence; ids compared as texts, which is how PostgreSQL orders
 * the type uuid.
 * @param heads by chain id, in the same order.
 * @throws DomainError AUDIT_UNORDERED when a stream is in another order.
 */
export async function verifyChains(
  rows: Stream<StoredEvent>,
  heads: Stream<StoredHead>,
  mac: Mac,
  { anchors = [] }: VerifyOptions = {},
): Promise<Verification> {
  const events = new Cursor(rows, (row) => row.sequence);
  const ends = new Cursor(heads, () => 0);
  try {
    await Promise.all([events.advance(), ends.advance()]);
    return await verifyAll(
      events,
      ends,
      mac,
      Map.groupBy(anchors, ({ chainId }) => chainId),
    );
  } finally {
    await Promise.all([events.close(), ends.close()]);
  }
}

async function verifyAll(
  rows: Cursor<StoredEvent>,
  heads: Cursor<StoredHead>,
  mac: Mac,
  anchors: Map<string, readonly Anchor[]>,
): Promise<Verification> {
  const found = { chains: 0, events: 0, faults: [] as AuditFault[] };
  for (let id = firstOf(rows, heads); id !== undefined; id = firstOf(rows, heads)) {
    const head = await takeHead(heads, id);
    const check = new ChainCheck(id, head, anchors.get(id) ?? [], mac);
    anchors.delete(id);
    found.chains += 1;
    for (; rows.current?.chainId === id; await rows.advance()) {
      check.add(rows.current);
      found.events += 1;
    }
    found.faults.push(...check.finish());
  }
  // Of these chains neither an event nor a head is left.
  for (const [id, gone] of anchors) {
    found.faults.push(...new ChainCheck(id, null, gone, mac).finish());
  }
  return found;
}

function firstOf(rows: Cursor<StoredEvent>, heads: Cursor<StoredHead>): string | undefined {
  const row = rows.current?.chainId;
  const head = heads.current?.chainId;
  if (row === undefined || head === undefined) return row ?? head;
  return row < head ? row : head;
}

async function takeHead(heads: Cursor<StoredHead>, id: string): Promise<StoredHead | null> {
  const head = heads.current;
  if (head?.chainId !== id) return null;
  await heads.advance();
  return head;
}

/** Goes through a stream by hand and sees to it that it is in order. */
class Cursor<T extends { readonly chainId: string }> {
  current: T | undefined;
  private readonly iterator: AsyncIterator<T> | Iterator<T>;

  constructor(
    source: Stream<T>,
    private readonly rankOf: (item: T) => number,
  ) {
    this.iterator =
      Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  }

  async advance(): Promise<void> {
    const { current } = this;
    const next = await this.iterator.next();
    this.current = next.done ? undefined : next.value;
    if (current && this.current) this.assertOrder(current, this.current);
  }

  /** Lets the source free what it holds, also when the check ended early. */
  async close(): Promise<void> {
    await this.iterator.return?.();
  }

  private assertOrder(one: T, next: T): void {
    const isInOrder =
      one.chainId === next.chainId
        ? this.rankOf(one) <= this.rankOf(next)
        : one.chainId < next.chainId;
    if (!isInOrder) throw new DomainError('AUDIT_UNORDERED', { chain: next.chainId });
  }
}
