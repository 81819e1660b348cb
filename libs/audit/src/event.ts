/** A value that an event may tell: flat, and never an answer, contact data or a secret. */
export type AuditFact = string | number | boolean | null | readonly (string | number)[];

export type AuditFacts = Readonly<Record<string, AuditFact>>;

/** Who did it: a person, a machine by its token, or the platform itself. */
export interface AuditActor {
  readonly kind: 'person' | 'token' | 'system';
  readonly id: string | null;
}

/** What it was done to. The id is an identifier of ours, never a name or an address. */
export interface AuditObject {
  readonly kind: string;
  readonly id: string | null;
}

export interface AuditEvent {
  /** The organisation or person whose log this is, or {@link PLATFORM_CHAIN}; a UUID in lower case. */
  readonly chainId: string;
  /** Its number in the chain, from 1 without gaps. */
  readonly sequence: number;
  /** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
  readonly at: string;
  readonly actor: AuditActor;
  readonly action: string;
  readonly object: AuditObject;
  readonly before: AuditFacts | null;
  readonly after: AuditFacts | null;
  /** What events of one request or one command have in common. */
  readonly correlationId: string | null;
}

/** The chain of what belongs to no organisation and no person. */
export const PLATFORM_CHAIN = '00000000-0000-0000-0000-000000000000';
