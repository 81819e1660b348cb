import type { Answers } from '../answers.js';
import type { Edition, Question } from '../definition.js';
import type { Findings } from '../problem.js';
import { answerOf, isRecord } from '../values.js';
import { isIsoDate } from './date.js';

/** Asks about table years that lie after the end of the period that the answers describe. */
export function checkPeriod(
  answers: Answers,
  edition: Edition,
  questions: readonly Question[],
  out: Findings,
): void {
  const end = edition.periodEndQuestion && answerOf(answers, edition.periodEndQuestion);
  if (typeof end !== 'string' || !isIsoDate(end)) return;
  const lastYear = end.slice(0, 4);
  for (const { id, type } of questions) {
    const table = type === 'year-table' ? answerOf(answers, id) : undefined;
    if (!isRecord(table)) continue;
    for (const year of Object.keys(table)) {
      if (!/^\d{4}$/.test(year) || year <= lastYear || Number(year) > edition.years.to) continue;
      out.about(id, id, () => out.within(year, () => out.warn('year-after-period', { year, end })));
    }
  }
}
