import type { AuditActor, AuditFacts, StoredEvent } from '@sukoyaka/audit';

/** An event as its table gives it back. */
export interface EventRow {
  readonly chainId: string;
  readonly sequence: string;
  readonly at: string | null;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly correlationId: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** What is selected of `audit_event`: texts, because drivers read numbers and times in their way. */
export const EVENT_COLUMNS = `chain_id::text AS "chainId", sequence::text AS sequence,
  to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  actor_kind AS "actorKind", actor_id::text AS "actorId", action, object_kind AS "objectKind",
  object_id AS "objectId", facts_before::text AS before, facts_after::text AS after,
  correlation_id AS "correlationId", previous_hash AS "previousHash", hash`;

/** The event of a row; what the platform never writes is kept such that it does not verify. */
export function eventOf(row: EventRow): StoredEvent {
  const { chainId, action, correlationId, previousHash, hash } = row;
  return {
    chainId,
    sequence: Number(row.sequence),
    at: row.at ?? '',
    // Of another kind only after somebody took the table's constraint away.
    actor: { kind: row.actorKind as AuditActor['kind'], id: row.actorId },
    action,
    object: { kind: row.objectKind, id: row.objectId },
    before: factsOf(row.before),
    after: factsOf(row.after),
    correlationId,
    previousHash,
    hash,
  };
}

type Reviver = (
  this: unknown,
  key: string,
  value: unknown,
  context: { source?: string },
) => unknown;
/** The compiler does not know yet that `JSON.parse` tells how a value was written. */
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown;

function factsOf(text: string | null): AuditFacts | null {
  if (text === null) return null;
  const facts = parse(text, (_key, value, { source }) =>
    typeof value === 'number' && String(value) !== source ? `${source}` : value,
  );
  const areFacts = typeof facts === 'object' && facts !== null && !Array.isArray(facts);
  // No fact has an empty name.
  return areFacts ? (facts as AuditFacts) : { '': text };
}
