import { DomainError } from '@sukoyaka/kernel';
import type { OutcomeRow } from './reading/types.js';

/** Columns that a table of published figures must have, by the member of the row they fill. */
const COLUMNS = {
  company: 'company',
  kpi: 'kpi',
  value: 'value_as_published_by_collector',
} as const;

type Column = keyof typeof COLUMNS;

/** A cell in quotes, as spreadsheets write it: inner quotes doubled. */
function unquote(cell: string): string {
  const quoted = /^"((?:[^"]|"")*)"$/u.exec(cell);
  return quoted === null ? cell : (quoted[1] ?? '').replaceAll('""', '"');
}

function columnsOf(header: readonly string[]): Readonly<Record<Column, number>> {
  const names = header.map((cell) => unquote(cell).trim());
  const indexOf = (column: Column): number => {
    const name = COLUMNS[column];
    const at = names.indexOf(name);
    if (at < 0) throw new DomainError('OUTCOME_TABLE_COLUMN_MISSING', { column: name, line: 1 });
    if (names.includes(name, at + 1)) {
      throw new DomainError('OUTCOME_TABLE_COLUMN_TWICE', { column: name, line: 1 });
    }
    return at;
  };
  return { company: indexOf('company'), kpi: indexOf('kpi'), value: indexOf('value') };
}

/** A row that is longer than the header has its cells out of place, unless they are empty. */
function checkLength(cells: readonly string[], expected: number, line: number): void {
  const params = { line, cells: cells.length, expected };
  if (cells.length < expected) throw new DomainError('OUTCOME_TABLE_ROW_TOO_SHORT', params);
  if (cells.slice(expected).some((cell) => cell.trim() !== '')) {
    throw new DomainError('OUTCOME_TABLE_ROW_TOO_LONG', params);
  }
}

/**
 * Reads a table of tab-separated values with a header; columns are found by name and others
 * ignored. A byte order mark, any line ends and empty lines are accepted.
 *
 * @returns one row for each data row, in order; company and name are kept as they stand.
 * @throws DomainError `OUTCOME_TABLE_COLUMN_MISSING`, `OUTCOME_TABLE_COLUMN_TWICE` (column, line),
 * `OUTCOME_TABLE_ROW_TOO_SHORT`, `OUTCOME_TABLE_ROW_TOO_LONG` (line, cells, expected). Then no row
 * is returned at all.
 */
export function parseOutcomeTable(tsv: string): readonly OutcomeRow[] {
  const lines = tsv.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  const header = (lines[0] ?? '').split('\t');
  const columns = columnsOf(header);
  return lines.slice(1).flatMap((text, index) => {
    if (text.trim() === '') return [];
    const cells = text.split('\t');
    checkLength(cells, header.length, index + 2);
    const cell = (column: Column): string => unquote(cells[columns[column]] ?? '');
    return [{ company: cell('company'), kpi: cell('kpi'), value: cell('value') }];
  });
}
