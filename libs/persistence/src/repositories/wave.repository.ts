import type { EntityManager } from 'typeorm';
import { keyset, type Page, pageOf, type PageRequest, type Position } from '../keyset.js';
import { affectedBy, rowOf, rowsOf } from '../rows.js';

export const WAVE_STATES = ['upcoming', 'open', 'closed'] as const;
export type WaveState = (typeof WAVE_STATES)[number];

/** A time in which an edition's answers are collected in a country. */
export interface WaveRow {
  readonly id: string;
  readonly editionId: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly opensAt: Date;
  /** When it ends by itself. */
  readonly closesAt: Date;
  /** When it was ended. */
  readonly closedAt: Date | null;
  /** At this moment, by the database's clock. */
  readonly state: WaveState;
  readonly version: number;
}

export type NewWave = Pick<WaveRow, 'id' | 'editionId' | 'country' | 'closesAt'> & {
  /** Null for at once. */
  readonly opensAt: Date | null;
  readonly openedBy: string;
};

export interface WaveFilter {
  readonly editionId?: string | undefined;
  readonly countries?: readonly string[] | undefined;
  readonly state?: WaveState | undefined;
}

const STATE = `CASE WHEN closed_at IS NOT NULL OR closes_at <= now() THEN 'closed'
  WHEN opens_at > now() THEN 'upcoming' ELSE 'open' END`;
const COLUMNS = `id, edition_id AS "editionId", country, opens_at AS "opensAt",
  closes_at AS "closesAt", closed_at AS "closedAt", ${STATE} AS state, version`;
const NEWEST_FIRST = {
  columns: [
    { name: 'opens_at', type: 'timestamptz' },
    { name: 'id', type: 'uuid' },
  ],
  direction: 'DESC',
} as const;

/** Waves: everybody reads them, operators run them. */
export class WaveRepository {
  constructor(private readonly manager: EntityManager) {}

  /** A page of them, newest first. */
  async page(
    { editionId, countries, state }: WaveFilter,
    request: PageRequest,
  ): Promise<Page<WaveRow>> {
    const { condition, order, position, parameters } = keyset(NEWEST_FIRST, request, 4);
    const rows = await rowsOf<WaveRow & { position: Position }>(
      this.manager,
      `SELECT ${COLUMNS}, ${position} AS position FROM wave
       WHERE ($1::text IS NULL OR edition_id = $1) AND ($2::text[] IS NULL OR country = ANY ($2))
         AND ($3::text IS NULL OR ${STATE} = $3) AND ${condition} ORDER BY ${order}`,
      [editionId ?? null, countries ?? null, state ?? null, ...parameters],
    );
    return pageOf(rows, request, (row) => row.position);
  }

  find(id: string): Promise<WaveRow | null> {
    return rowOf(this.manager, `SELECT ${COLUMNS} FROM wave WHERE id = $1`, [id]);
  }

  /** Held until the transaction ends, by an operator. */
  findHeld(id: string): Promise<WaveRow | null> {
    return rowOf(this.manager, `SELECT ${COLUMNS} FROM wave WHERE id = $1 FOR UPDATE`, [id]);
  }

  /** Closes the waves that have ended by themselves, as of their own end. */
  closeEnded(editionId: string, country: string): Promise<readonly WaveRow[]> {
    return rowsOf(
      this.manager,
      `UPDATE wave SET closed_at = closes_at, version = version + 1
       WHERE edition_id = $1 AND country = $2 AND closed_at IS NULL AND closes_at <= now()
       RETURNING ${COLUMNS}`,
      [editionId, country],
    );
  }

  /**
   * False when it would not open before it ends, or begin or end in the past. A minute is let pass:
   * clocks differ.
   * @throws DomainError WAVE_NOT_CLOSED while there is another one of the edition and the country.
   */
  async insert(wave: NewWave): Promise<boolean> {
    const { id, editionId, country, opensAt, closesAt, openedBy } = wave;
    const affected = await affectedBy(
      this.manager,
      `INSERT INTO wave (id, edition_id, country, opens_at, closes_at, opened_by)
       SELECT $1::uuid, $2, $3, begins, ends, $6::uuid
       FROM (SELECT coalesce($4::timestamptz, now()) AS begins, $5::timestamptz AS ends) AS times
       WHERE begins < ends AND ends > now() AND begins > now() - interval '1 minute'`,
      [id, editionId, country, opensAt, closesAt, openedBy],
    );
    return affected === 1;
  }

  /** Gives a later end, for one that has not ended; false when the end is not later, or past. */
  async extend(id: string, closesAt: Date): Promise<boolean> {
    const affected = await affectedBy(
      this.manager,
      `UPDATE wave SET closes_at = $2, version = version + 1
       WHERE id = $1 AND closed_at IS NULL AND closes_at < $2::timestamptz
         AND $2::timestamptz > now()`,
      [id, closesAt],
    );
    return affected === 1;
  }

  async close(id: string): Promise<void> {
    await affectedBy(
      this.manager,
      `UPDATE wave SET closed_at = least(now(), closes_at), version = version + 1
       WHERE id = $1 AND closed_at IS NULL`,
      [id],
    );
  }
}
