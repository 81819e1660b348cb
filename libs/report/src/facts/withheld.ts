import type { Cell, Question } from '@sukoyaka/survey';
import type { MayShow } from '../words/answer.js';

/** Figures about people's health are not shown of fewer than this many (domain rule). */
const SMALLEST_GROUP = 10;

/** Which side of the survey states results; its rates describe people's health and absence. */
const RESULTS = 'evaluation-improvement';

/**
 * What of an answer may be printed in the digest. Where `withheld` figures exist in a question, and
 * in every question on results, a figure that rests on fewer than ten people stays out.
 */
export function mayShow(
  question: Question,
  pillar: string | null,
  withheld: ReadonlySet<string>,
): MayShow {
  if (pillar !== RESULTS && !withheld.has(question.id)) return () => true;
  return (cell, row, item) => {
    if (item !== null && HEADCOUNTS.includes(item)) return true;
    const people = measuredOf(cell, row);
    return people === null || people >= SMALLEST_GROUP;
  };
}

/** How many were measured and asked is no health figure itself. */
const HEADCOUNTS: readonly string[] = ['n-measured', 'n-eligible'];

function measuredOf(cell: Cell, row: Readonly<Record<string, Cell>>): number | null {
  if (typeof cell === 'object' && 'denominator' in cell) return cell.denominator;
  const measured = row['n-measured'];
  return typeof measured === 'number' ? measured : null;
}
