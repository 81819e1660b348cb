import type { Cell } from '../answers.js';
import type { Edition, TableItem, YearTableQuestion } from '../definition.js';
import { type Findings, shorten } from '../problem.js';
import { intervalOf, isRecord, percentOf } from '../values.js';
import { type Checker, wrongShape } from './checker.js';
import { cellChecker } from './figure.js';

/** Years a Buddhist calendar is ahead of the common era. */
const BUDDHIST_OFFSET = 543;

interface TableRules {
  readonly question: YearTableQuestion;
  readonly years: Edition['years'];
  readonly cells: ReadonlyMap<string, Checker>;
}

/** Years (CE, within the edition's) × items; consistent within a year and from year to year. */
export function yearTableChecker(question: YearTableQuestion, edition: Edition): Checker {
  const cells = new Map(question.items.map((item) => [item.id, cellChecker(item)]));
  const rules: TableRules = { question, years: edition.years, cells };
  return (value, out) => {
    if (!isRecord(value)) return wrongShape(out, 'year-table', value);
    const years = Object.keys(value);
    if (years.length === 0) return out.error('empty-table');
    const before = out.count;
    for (const year of years) out.within(year, () => checkYear(year, value[year], rules, out));
    if (years.length > question.years) out.error('too-many-years', { most: question.years });
    if (out.count === before) checkChanges(value as Table, question.items, out);
  };
}

type Table = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

function checkYear(year: string, row: unknown, rules: TableRules, out: Findings): void {
  if (!checkYearKey(year, rules.years, out)) return;
  if (!isRecord(row)) return wrongShape(out, 'year-row', row);
  const items = Object.keys(row);
  if (items.length === 0) return out.error('empty-year', { year });
  const before = out.count;
  for (const item of items) {
    out.within(item, () => {
      const checkCell = rules.cells.get(item);
      if (checkCell) checkCell(row[item], out);
      else out.error('unknown-item', { item: shorten(item) });
    });
  }
  if (out.count === before) {
    checkConsistency(row as Readonly<Record<string, Cell>>, year, rules.question, out);
  }
}

function checkYearKey(year: string, allowed: Edition['years'], out: Findings): boolean {
  const number = /^[1-9]\d{3}$/.test(year) ? Number(year) : undefined;
  if (number === undefined) out.error('year-malformed', { year: shorten(year) });
  else if (number >= allowed.from && number <= allowed.to) return true;
  else if (number - BUDDHIST_OFFSET >= allowed.from && number - BUDDHIST_OFFSET <= allowed.to) {
    out.error('year-buddhist', { year, gregorian: String(number - BUDDHIST_OFFSET) });
  } else {
    out.error('year-out-of-range', { year, from: String(allowed.from), to: String(allowed.to) });
  }
  return false;
}

function checkConsistency(
  row: Readonly<Record<string, Cell>>,
  year: string,
  question: YearTableQuestion,
  out: Findings,
): void {
  for (const check of question.checks ?? []) {
    const lesser = row[check.item];
    const greater = row[check.atMost];
    if (lesser === undefined || greater === undefined) continue;
    if (intervalOf(lesser).low > intervalOf(greater).high) {
      out.error('item-exceeds', { item: check.item, limit: check.atMost, year });
    }
  }
}

/** A jump of a rate from one stated year to the next is asked about, not refused. */
function checkChanges(table: Table, items: readonly TableItem[], out: Findings): void {
  const years = Object.keys(table).sort();
  for (const item of items) {
    if (item.kind !== 'percentage' || item.askAboutChange === undefined) continue;
    const limit = item.askAboutChange;
    let before: number | undefined;
    for (const year of years) {
      const cell = table[year]?.[item.id];
      if (cell === undefined || typeof cell === 'number') continue;
      const percent = percentOf(cell);
      if (before !== undefined && Math.abs(percent - before) > limit) {
        out.warn('large-change', { item: item.id, year, limit });
      }
      before = percent;
    }
  }
}
