/**
 * - `changed`: the hash does not follow from the event: content, place or hash were altered, or it
 *   was written without the key.
 * - `out-of-place`: the event does not follow the one before it, or is not the one that the head
 *   names: inserted, exchanged, or from another history of the chain.
 * - `missing`: numbers without events between others.
 * - `duplicate`: a number that stands more than once.
 * - `cut-off`: the events end before the head.
 * - `beyond-head`: events after the one that the head names.
 * - `head-changed`: the head was not written with the key.
 * - `head-missing`: events without a head.
 * - `events-missing`: a head without any event.
 * - `anchor-broken`: an event that was noted elsewhere is gone or is another.
 */
export type AuditFaultKind =
  | 'changed'
  | 'out-of-place'
  | 'missing'
  | 'duplicate'
  | 'cut-off'
  | 'beyond-head'
  | 'head-changed'
  | 'head-missing'
  | 'events-missing'
  | 'anchor-broken';

/** Something wrong, and where: the events of `chainId` from `sequence` to `through`, inclusive. */
export interface AuditFault {
  readonly kind: AuditFaultKind;
  readonly chainId: string;
  readonly sequence: number;
  readonly through: number;
}

/**
 * Collects the faults of one chain. Neighbours of one kind become one fault: a wrong key gives one
 * for each chain and not one for each event.
 */
export class FaultList {
  private readonly faults: AuditFault[] = [];

  constructor(private readonly chainId: string) {}

  add(kind: AuditFaultKind, sequence: number, through = sequence): void {
    const last = this.faults.at(-1);
    if (last?.kind === kind && sequence >= last.sequence && sequence <= last.through + 1) {
      this.faults[this.faults.length - 1] = { ...last, through: Math.max(last.through, through) };
    } else {
      this.faults.push({ kind, chainId: this.chainId, sequence, through });
    }
  }

  /** By their places, the first one first. */
  inOrder(): readonly AuditFault[] {
    return this.faults.toSorted((a, b) => a.sequence - b.sequence);
  }
}
