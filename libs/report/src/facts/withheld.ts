import {
  type AnswerValue,
  type Cell,
  isNotApplicable,
  isPerSite,
  isRecord,
  type Question,
} from '@sukoyaka/survey';
import type { MayShow } from '../words/answer.js';

/** Figures about people's health are not shown of fewer than this many (domain rule). */
const SMALLEST_GROUP = 10;

/**
 * What of an answer may be printed in the digest. A rate of fewer people than its item asks for
 * stays out, and so does, in a question with figures that the evaluation withholds, every figure
 * that rests on fewer than ten people. Where their number is not stated, it is at most `employees`.
 */
export function mayShow(
  question: Question,
  withheld: ReadonlySet<string>,
  employees: number | null,
): MayShow {
  const fewest = withheld.has(question.id) ? SMALLEST_GROUP : 0;
  return (cell, row, item) => {
    if (item !== null && HEADCOUNTS.includes(item)) return true;
    const people = measuredOf(cell, row) ?? employees;
    return people === null || people >= Math.max(fewest, leastPeople(question, item));
  };
}

/** How many were measured and asked is no health figure itself. */
export const HEADCOUNTS: readonly string[] = ['n-measured', 'n-eligible'];

function measuredOf(cell: Cell, row: Readonly<Record<string, Cell>>): number | null {
  if (typeof cell === 'object' && 'denominator' in cell) return cell.denominator;
  const measured = row['n-measured'];
  return typeof measured === 'number' ? measured : null;
}

function leastPeople(question: Question, item: string | null): number {
  if (question.type === 'percentage') return question.leastPeople ?? 0;
  if (question.type !== 'year-table') return 0;
  const found = question.items.find(({ id }) => id === item);
  return found?.kind === 'percentage' ? (found.leastPeople ?? 0) : 0;
}

/** Whether any figure of an answer stays out. */
export function withholdsAny(
  question: Question,
  value: AnswerValue | undefined,
  may: MayShow,
): boolean {
  if (isPerSite(value)) {
    return Object.values(value.sites).some((site) => withholdsAny(question, site, may));
  }
  if (!isRecord(value) || isNotApplicable(value)) return false;
  if (question.type === 'percentage') return !may(value as unknown as Cell, {}, null);
  if (question.type !== 'year-table') return false;
  const rows = Object.values(value) as readonly Readonly<Record<string, Cell>>[];
  return rows.some((row) => Object.entries(row).some(([item, cell]) => !may(cell, row, item)));
}
