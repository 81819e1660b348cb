import { eventHash, headMac, type Mac, type StoredEvent, type StoredHead } from './chain.js';
import type { AuditEvent } from './event.js';
import { assertEvent } from './facts.js';

/** An event as it is to be stored, and the head that its chain then has. */
export interface Sealed {
  readonly event: StoredEvent;
  readonly head: StoredHead;
}

/**
 * Makes the next event of a chain ready to be written: `previousHash` is the hash of the chain's
 * head, GENESIS for its first event.
 * @throws DomainError AUDIT_FACTS, AUDIT_EVENT: the event says what it may not, or not in the form
 * in which it comes back.
 */
export function seal(event: AuditEvent, previousHash: string, mac: Mac): Sealed {
  assertEvent(event);
  const { chainId, sequence } = event;
  const hash = eventHash(event, previousHash, mac);
  const head = { chainId, sequence, hash, mac: headMac(chainId, sequence, hash, mac) };
  return { event: { ...event, previousHash, hash }, head };
}
