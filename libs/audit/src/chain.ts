import { canonical } from './canonical.js';
import type { AuditEvent } from './event.js';

/**
 * HMAC-SHA256 under the key of the audit log, in lower-case hex. The key stays outside of the
 * database: who can write to the tables still can't write events that verify.
 */
export type Mac = (text: string) => string;

/** An event with its place in the chain: the hash of the one before it, and its own. */
export interface StoredEvent extends AuditEvent {
  readonly previousHash: string;
  readonly hash: string;
}

/** Where a chain ends, so that a log that was cut off is noticed. */
export interface StoredHead {
  readonly chainId: string;
  /** The number of the last event. */
  readonly sequence: number;
  /** The hash of the last event. */
  readonly hash: string;
  readonly mac: string;
}

/** What the first event of each chain follows. */
export const GENESIS = '0'.repeat(64);

/** The number counts forms of the text. Change it with the form: old events keep the old one. */
const EVENT_DOMAIN = 'sukoyaka.audit.event/1';
const HEAD_DOMAIN = 'sukoyaka.audit.head/1';

/**
 * The text that an event's hash is made of: one for each event and place, also after the event has
 * been in PostgreSQL (jsonb reorders keys). Fields that are not an event's are left out.
 */
export function eventText(event: AuditEvent, previousHash: string): string {
  const { chainId, sequence, at, action, before, after, correlationId } = event;
  const actor = { kind: event.actor.kind, id: event.actor.id };
  const object = { kind: event.object.kind, id: event.object.id };
  const own = { chainId, sequence, at, actor, action, object, before, after, correlationId };
  return `${EVENT_DOMAIN}\n${canonical({ ...own, previousHash })}`;
}

/** The hash of an event that follows the one with `previousHash` ({@link GENESIS} for the first). */
export function eventHash(event: AuditEvent, previousHash: string, mac: Mac): string {
  return mac(eventText(event, previousHash));
}

/** What proves that the platform itself wrote the head of a chain. */
export function headMac(chainId: string, sequence: number, hash: string, mac: Mac): string {
  return mac(`${HEAD_DOMAIN}\n${canonical({ chainId, sequence, hash })}`);
}
