import { PLATFORM_CHAIN, type StoredEvent, type StoredHead } from '@sukoyaka/audit';
import { EVENT_COLUMNS, eventOf, type EventRow } from '../audit-rows.js';
import type { OwnerClient } from './owner-connection.js';

/** Rows that are in memory at once, of each table. */
const ROWS_AT_ONCE = 1000;

/** Whose chain it is. */
export interface ChainOwner {
  readonly kind: 'organisation' | 'person' | 'platform' | 'unknown';
  readonly id: string;
  /** In the first language in which there is one; null where nothing is known of it any more. */
  readonly name: string | null;
}

/**
 * The whole audit log in a transaction of the owner's that is in maintenance: events and heads, each
 * in the order of the chains' ids as texts, in constant memory. Both may be read at the same time.
 */
export class AuditLogReader {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly client: OwnerClient) {}

  async *events(): AsyncGenerator<StoredEvent> {
    const select = `SELECT ${EVENT_COLUMNS} FROM audit_event ORDER BY chain_id, audit_event.sequence`;
    for await (const row of this.#rows<EventRow>('audit_events_in_order', select)) {
      yield eventOf(row);
    }
  }

  async *heads(): AsyncGenerator<StoredHead> {
    const select = `SELECT chain_id::text AS "chainId", sequence::text AS sequence, hash, mac
      FROM audit_head ORDER BY chain_id`;
    type Row = Omit<StoredHead, 'sequence'> & { readonly sequence: string };
    for await (const row of this.#rows<Row>('audit_heads_in_order', select)) {
      yield { ...row, sequence: Number(row.sequence) };
    }
  }

  /**
   * Chains that have neither an event nor a head, though other rows say that they were begun: of
   * organisations that somebody founded, by the platform's chain or their own row, of people whose
   * accounts the platform's chain names, and then the platform's.
   */
  async missingChains(): Promise<readonly string[]> {
    return (await this.#query<{ id: string }>(MISSING, [PLATFORM_CHAIN])).map(({ id }) => id);
  }

  async ownerOf(id: string): Promise<ChainOwner> {
    if (id === PLATFORM_CHAIN) return { kind: 'platform', id, name: null };
    const [owner] = await this.#query<ChainOwner>(OWNER, [id]);
    return owner ?? { kind: 'unknown', id, name: null };
  }

  async *#rows<Row extends object>(cursor: string, select: string): AsyncGenerator<Row> {
    await this.#query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${select}`);
    for (;;) {
      const rows = await this.#query<Row>(`FETCH ${ROWS_AT_ONCE} FROM ${cursor}`);
      yield* rows;
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await this.#query(`CLOSE ${cursor}`);
  }

  /** One statement after the other: the connection takes no second one meanwhile. */
  async #query<Row extends object>(
    statement: string,
    parameters: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    const query = () => this.client.query<Row>(statement, [...parameters]);
    const result = this.#last.then(query, query);
    this.#last = result.catch(() => undefined);
    return (await result).rows;
  }
}

const MISSING = `
  WITH founded AS (
    SELECT object_id AS id FROM audit_event
    WHERE chain_id = $1::uuid AND action IN ('organisation.founded', 'person.registered')
      AND object_id ~ '^[0-9a-f-]{36}$'
    UNION SELECT id::text FROM organisation WHERE founded_by IS NOT NULL
  ), expected AS (
    SELECT id FROM founded
    UNION SELECT $1::text WHERE EXISTS (SELECT FROM founded)
      OR EXISTS (SELECT FROM audit_event WHERE action = 'organisation.registered')
  )
  SELECT id FROM expected
  WHERE NOT EXISTS (SELECT FROM audit_head h WHERE h.chain_id::text = expected.id)
    AND NOT EXISTS (SELECT FROM audit_event e WHERE e.chain_id::text = expected.id)
  ORDER BY id`;

/** A name in the order of `libs/accounts/src/names.ts`, which this may not import. */
const OWNER = `
  SELECT 'organisation' AS kind, id::text AS id, coalesce(name_en, name_th, name_ja) AS name
  FROM organisation WHERE id::text = $1
  UNION ALL
  SELECT 'person', id::text, name FROM person WHERE id::text = $1`;
