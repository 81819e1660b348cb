import type { AuditEventOutDto } from './dto/audit.out.dto.js';

/** Stable names, the same in every language: programs look for them. */
const COLUMNS = {
  sequence: ({ sequence }) => String(sequence),
  at: ({ at }) => at,
  actor_kind: ({ actor }) => actor.kind,
  actor_id: ({ actor }) => actor.id,
  actor_name: ({ actor }) => actor.name,
  action: ({ action }) => action,
  text: ({ text }) => text,
  object_kind: ({ object }) => object.kind,
  object_id: ({ object }) => object.id,
  before: ({ before }) => before && JSON.stringify(before),
  after: ({ after }) => after && JSON.stringify(after),
  correlation_id: ({ correlationId }) => correlationId,
  previous_hash: ({ previousHash }) => previousHash,
  hash: ({ hash }) => hash,
} as const satisfies Readonly<Record<string, (event: AuditEventOutDto) => string | null>>;

/** What spreadsheets take for the beginning of a formula, also in full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Excel takes a file without it for one of the system's own encoding, and garbles Thai and Japanese. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The first line of a CSV file (RFC 4180), with a byte order mark before it. */
export const CSV_HEADER = `${BYTE_ORDER_MARK}${lineOf(Object.keys(COLUMNS))}`;

export function csvLine(event: AuditEventOutDto): string {
  return lineOf(Object.values(COLUMNS).map((cell) => cell(event) ?? ''));
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

/** A cell that no spreadsheet carries out: people choose names, reasons and labels. */
export function quoted(cell: string): string {
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
