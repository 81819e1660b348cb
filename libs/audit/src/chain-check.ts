import {
  eventHash,
  GENESIS,
  headMac,
  type Mac,
  type StoredEvent,
  type StoredHead,
} from './chain.js';
import { type AuditFault, type AuditFaultKind, FaultList } from './faults.js';

/** A place of a chain that was noted elsewhere, to notice a log cut off together with its head. */
export interface Anchor {
  readonly chainId: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The event before, as the next one may refer to it. */
interface Link {
  readonly hashes: readonly string[];
  readonly isSound: boolean;
}

/** What an event is judged to be, and the hashes by which the next one may refer to it. */
interface Place {
  readonly kind: AuditFaultKind | null;
  readonly hashes: readonly string[];
}

/** Checks one chain, event by event in the order of their numbers. */
export class ChainCheck {
  private readonly faults: FaultList;
  /** The head, when it is one that the platform wrote; only that says where the chain ends. */
  private readonly head: StoredHead | null;
  /** The hashes that were noted elsewhere and not met yet, by sequence. */
  private readonly noted = new Map<number, Set<string>>();
  private last = 0;
  /** What stands at the last number. */
  private place: Place | null = null;
  /** Null after a gap: what stood there is not known. */
  private link: Link | null = { hashes: [GENESIS], isSound: true };

  constructor(
    chainId: string,
    private readonly storedHead: StoredHead | null,
    anchors: readonly Anchor[],
    private readonly mac: Mac,
  ) {
    this.faults = new FaultList(chainId);
    this.head = storedHead && isGenuine(storedHead, mac) ? storedHead : null;
    for (const { sequence, hash } of anchors) {
      this.noted.set(sequence, (this.noted.get(sequence) ?? new Set()).add(hash));
    }
  }

  add(row: StoredEvent): void {
    const { sequence } = row;
    this.noted.get(sequence)?.delete(row.hash);
    if (sequence < 1) return this.faults.add('out-of-place', sequence);
    const { place } = this;
    if (place !== null && sequence === this.last) {
      this.faults.add('duplicate', sequence);
      // In which order such rows are read, nobody says: a sound one is what belongs there.
      if (place.kind !== null) this.place = soundOf(this.placeOf(row)) ?? place;
      return;
    }
    this.settle();
    if (sequence > this.last + 1) this.addGap(sequence);
    this.place = this.placeOf(row);
    this.last = sequence;
  }

  private placeOf(row: StoredEvent): Place {
    const recomputed = eventHash(row, row.previousHash, this.mac);
    return { kind: this.judge(row, recomputed), hashes: [row.hash, recomputed] };
  }

  /** Decides about the last number, once no other event can have it. */
  private settle(): void {
    if (this.place === null) return;
    const { kind, hashes } = this.place;
    if (kind) this.faults.add(kind, this.last);
    // Where the content was changed, the next event refers to the hash that is stored; where the
    // hash was, to the one that follows from the content. Either way it is not to blame.
    this.link = { hashes, isSound: kind === null };
    this.place = null;
  }

  /** Closes the chain: compares its end with the head and with what was noted elsewhere. */
  finish(): readonly AuditFault[] {
    this.settle();
    this.compareWithHead();
    const broken = [...this.noted].filter(([, hashes]) => hashes.size > 0);
    for (const [sequence] of broken.sort(([a], [b]) => a - b)) {
      this.faults.add('anchor-broken', sequence);
    }
    return this.faults.inOrder();
  }

  private judge(row: StoredEvent, recomputed: string): AuditFaultKind | null {
    const { link, head } = this;
    const isOwn = row.hash === recomputed;
    if (link && !link.hashes.includes(row.previousHash) && (link.isSound || !isOwn)) {
      return 'out-of-place';
    }
    if (!isOwn) return 'changed';
    return row.sequence === head?.sequence && row.hash !== head.hash ? 'out-of-place' : null;
  }

  private addGap(sequence: number): void {
    this.faults.add('missing', this.last + 1, sequence - 1);
    this.link = null;
  }

  private compareWithHead(): void {
    const { last, head, storedHead } = this;
    if (!storedHead) {
      if (last > 0) this.faults.add('head-missing', last);
      return;
    }
    if (!head) this.faults.add('head-changed', storedHead.sequence);
    if (last === 0) this.faults.add('events-missing', 1, Math.max(1, storedHead.sequence));
    else if (head && last < head.sequence) this.faults.add('cut-off', last + 1, head.sequence);
    else if (head && last > head.sequence) this.faults.add('beyond-head', head.sequence + 1, last);
  }
}

const soundOf = (place: Place): Place | null => (place.kind === null ? place : null);

function isGenuine({ chainId, sequence, hash, mac: written }: StoredHead, mac: Mac): boolean {
  return written === headMac(chainId, sequence, hash, mac);
}
