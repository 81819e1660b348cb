import type { DateQuestion } from '../definition.js';
import { type Findings, shorten } from '../problem.js';
import { type Checker, wrongShape } from './checker.js';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const BUDDHIST_OFFSET = 543;

/** Whether the text is a day of the calendar in ISO 8601, such as 2026-03-31. */
export function isIsoDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/** ISO date of the common era within the question's range; a Buddhist year is named, never converted. */
export function dateChecker(question: DateQuestion): Checker {
  const latestYear = Number(question.max.slice(0, 4));
  return (value, out) => {
    if (typeof value !== 'string') return wrongShape(out, 'date', value);
    const meant = Number(value.slice(0, 4)) > latestYear && gregorianOf(value, latestYear + 1);
    if (meant) out.error('date-buddhist', { date: value, gregorian: meant });
    else if (!isIsoDate(value)) out.error('date-malformed', { date: shorten(value) });
    else if (value < question.min || value > question.max) {
      out.error('date-out-of-range', { date: value, from: question.min, to: question.max });
    }
  };
}

/** Years up to this one are taken as the common era's, where a question names no range of its own. */
const LATEST_YEAR = 2100;

/** A day without a range of its own, such as a document's: `malformed` reports what is no ISO date. */
export function checkDay(value: unknown, malformed: () => void, out: Findings): void {
  if (typeof value !== 'string') return malformed();
  const meant = gregorianOf(value, LATEST_YEAR);
  if (meant !== null) out.error('date-buddhist', { date: value, gregorian: meant });
  else if (!isIsoDate(value)) malformed();
}

/**
 * The day that a Buddhist date means, where that lies between 1901 and the latest year (CE). Its leap
 * days are those of the year meant: 2567-02-29 is one, though the common era's 2567 has no such day.
 */
function gregorianOf(date: string, latestYear: number): string | null {
  const year = Number(date.slice(0, 4)) - BUDDHIST_OFFSET;
  const gregorian = `${year}${date.slice(4)}`;
  return year > 1900 && year <= latestYear && isIsoDate(gregorian) ? gregorian : null;
}
