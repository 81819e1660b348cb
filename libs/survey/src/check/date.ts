import type { DateQuestion } from '../definition.js';
import { shorten } from '../problem.js';
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
    if (!isIsoDate(value)) return out.error('date-malformed', { date: shorten(value) });
    const year = Number(value.slice(0, 4));
    if (
      year > latestYear &&
      year - BUDDHIST_OFFSET <= latestYear + 1 &&
      year - BUDDHIST_OFFSET > 1900
    ) {
      out.error('date-buddhist', {
        date: value,
        gregorian: `${year - BUDDHIST_OFFSET}${value.slice(4)}`,
      });
    } else if (value < question.min || value > question.max) {
      out.error('date-out-of-range', { date: value, from: question.min, to: question.max });
    }
  };
}
