/** One value of a row's place in a list: a moment, an id, a number or a text. */
export type PositionPart = string | number;
export type Position = readonly PositionPart[];

/** A part of a list: the `limit` rows that come after the position, or the first ones. */
export interface PageRequest {
  readonly limit: number;
  readonly after: Position | null;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** The position of the last row; null when nothing comes after it. */
  readonly next: Position | null;
}

/** What a list is sorted by, the most significant first; together no two rows have the same. */
export interface SortKey {
  readonly columns: readonly {
    /** As written in the statement, such as `a.created_at`. */
    readonly name: string;
    readonly type: 'timestamptz' | 'uuid' | 'bigint' | 'text';
  }[];
  readonly direction: 'ASC' | 'DESC';
}

/** Oldest first, for tables whose rows have an id and say when they were made. */
export const BY_AGE: SortKey = {
  columns: [
    { name: 'created_at', type: 'timestamptz' },
    { name: 'id', type: 'uuid' },
  ],
  direction: 'ASC',
};

/** What a statement takes from a sort key: an index on its columns serves all three. */
export interface Keyset {
  /** Of the rows after the position; `true` for the first page. */
  readonly condition: string;
  /** What follows ORDER BY, with a LIMIT of one row more than asked for. */
  readonly order: string;
  /** A list of the row's own position, to be selected under a name. */
  readonly position: string;
  /** For `condition`, whose placeholders begin at `firstParameter`. */
  readonly parameters: Position;
}

/**
 * The parts of a statement that reads one page of a list. It begins after a row's own values, so
 * that rows which come or go meanwhile neither repeat others nor hide them.
 * @param firstParameter number of the first placeholder that is free
 */
export function keyset(
  { columns, direction }: SortKey,
  { limit, after }: PageRequest,
  firstParameter: number,
): Keyset {
  const names = columns.map(({ name }) => name);
  const values = columns.map(({ type }, index) => `$${firstParameter + index}::${type}`);
  const comparison = direction === 'ASC' ? '>' : '<';
  return {
    condition:
      after === null ? 'true' : `(${names.join(', ')}) ${comparison} (${values.join(', ')})`,
    order: `${names.map((name) => `${name} ${direction}`).join(', ')} LIMIT ${limit + 1}`,
    position: `json_build_array(${columns.map(positionOf).join(', ')})`,
    parameters: after ?? [],
  };
}

/** Moments to the microsecond: a row's neighbours may differ by less than JavaScript can tell. */
function positionOf({ name, type }: SortKey['columns'][number]): string {
  if (type !== 'timestamptz') return name;
  return `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** The page out of the rows that a statement with a keyset's `order` gave back. */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit }: PageRequest,
  position: (row: Row) => Position,
): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { rows: shown, next: hasMore ? position(last) : null };
}
