import { type Anchor, type AuditFault, verifyChains } from '@sukoyaka/audit';
import type { ChainOwner } from '@sukoyaka/persistence/maintenance';
import type { OpenedAuditLog } from './database/with-audit-log.js';

/** A fault, and whose chain it is in. */
export interface LocatedFault extends AuditFault {
  readonly owner: ChainOwner;
}

/** What a check of the whole log came to. */
export interface CheckedLog {
  readonly chains: number;
  readonly events: number;
  readonly faults: readonly LocatedFault[];
  /** How many chains have faults. */
  readonly faultyChains: number;
}

/** Checks every chain, its head, and that none is gone as a whole that other rows speak of. */
export async function checkLog(
  { reader, mac }: OpenedAuditLog,
  anchors: readonly Anchor[] = [],
): Promise<CheckedLog> {
  const { chains, events, faults } = await verifyChains(reader.events(), reader.heads(), mac, {
    anchors,
  });
  const missing = (await reader.missingChains()).map((chainId): AuditFault => ({
    kind: 'events-missing',
    chainId,
    sequence: 1,
    through: 1,
  }));
  const owners = new Map<string, ChainOwner>();
  const located: LocatedFault[] = [];
  for (const fault of [...faults, ...missing]) {
    const owner = owners.get(fault.chainId) ?? (await reader.ownerOf(fault.chainId));
    owners.set(fault.chainId, owner);
    located.push({ ...fault, owner });
  }
  return { chains, events, faults: located, faultyChains: owners.size };
}
