import type { StoredEvent } from '@sukoyaka/audit';
import type { EntityManager } from 'typeorm';
import { EVENT_COLUMNS, eventOf, type EventRow } from '../audit-rows.js';
import { keyset, type Page, pageOf, type PageRequest } from '../keyset.js';
import { rowOf, rowsOf } from '../rows.js';

/** Which events of a chain are wanted; what is left out or null leaves all. */
export interface AuditFilter {
  /** The first moment. */
  readonly from?: Date | null;
  /** The first moment that is too late. */
  readonly to?: Date | null;
  /** An action, or with a dot at its end the beginning of several, such as `section.`. */
  readonly action?: string | null;
  readonly actorId?: string | null;
  readonly objectId?: string | null;
}

/** An event, and what its actor is called. */
export interface NamedEvent {
  readonly event: StoredEvent;
  /** A person's name or a token's label; null where the reader is not told, or nobody knows it. */
  readonly actorName: string | null;
}

const MATCHES = `chain_id = $1
  AND ($2::timestamptz IS NULL OR occurred_at >= $2) AND ($3::timestamptz IS NULL OR occurred_at < $3)
  AND ($4::text IS NULL OR action = $4 OR ($4 LIKE '%.' AND starts_with(action, $4)))
  AND ($5::uuid IS NULL OR actor_id = $5) AND ($6::text IS NULL OR object_id = $6)`;
const PARAMETERS = 6;

const BY_NUMBER = [{ name: 'audit_event.sequence', type: 'bigint' }] as const;

/** Reads the log, as far as it is the reader's to see. */
export class AuditRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The newest events first; a position is the number of an event. */
  async page(
    chainId: string,
    filter: AuditFilter,
    request: PageRequest,
  ): Promise<Page<NamedEvent>> {
    const sort = { columns: BY_NUMBER, direction: 'DESC' } as const;
    const { condition, order, parameters } = keyset(sort, request, PARAMETERS + 1);
    const rows = await rowsOf<EventRow>(
      this.manager,
      `SELECT ${EVENT_COLUMNS} FROM audit_event WHERE ${MATCHES} AND ${condition} ORDER BY ${order}`,
      [...parametersOf(chainId, filter), ...parameters],
    );
    const { rows: shown, next } = pageOf(rows, request, (row) => [Number(row.sequence)]);
    return { rows: await this.#named(shown), next };
  }

  /** Up to `limit` events after the number `after` and up to `through`, the oldest first. */
  async span(
    chainId: string,
    filter: AuditFilter,
    { after, through, limit }: { after: number; through: number; limit: number },
  ): Promise<readonly NamedEvent[]> {
    const rows = await rowsOf<EventRow>(
      this.manager,
      `SELECT ${EVENT_COLUMNS} FROM audit_event
       WHERE ${MATCHES} AND sequence > $7 AND sequence <= $8 ORDER BY audit_event.sequence LIMIT $9`,
      [...parametersOf(chainId, filter), after, through, limit],
    );
    return this.#named(rows);
  }

  /** How many events match, and the number of the last one. Later ones only come after it. */
  async extent(
    chainId: string,
    filter: AuditFilter,
  ): Promise<{ readonly events: number; readonly last: number }> {
    const row = await rowOf<{ events: string; last: string }>(
      this.manager,
      `SELECT count(*) AS events, coalesce(max(sequence), 0) AS last FROM audit_event WHERE ${MATCHES}`,
      parametersOf(chainId, filter),
    );
    return { events: Number(row?.events), last: Number(row?.last) };
  }

  async #named(rows: readonly EventRow[]): Promise<readonly NamedEvent[]> {
    const ids = [...new Set(rows.flatMap(({ actorId }) => actorId ?? []))];
    const found =
      ids.length === 0
        ? []
        : await rowsOf<{ id: string; name: string | null }>(
            this.manager,
            'SELECT id, name FROM audit_actor_names($1)',
            [ids],
          );
    const names = new Map(found.map(({ id, name }) => [id, name]));
    return rows.map((row) => ({
      event: eventOf(row),
      actorName: names.get(row.actorId ?? '') ?? null,
    }));
  }
}

function parametersOf(chainId: string, filter: AuditFilter): readonly unknown[] {
  const { from = null, to = null, action = null, actorId = null, objectId = null } = filter;
  return [chainId, from, to, action, actorId, objectId];
}
