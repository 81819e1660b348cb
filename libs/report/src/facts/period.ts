import type { ReportInput } from '../input.js';
import { periodOf } from '../view.js';
import { date, type Phrase, say } from '../words/phrase.js';

/** The assessed period in words; says so where it was not stated. */
export function periodText(input: ReportInput): Phrase {
  const period = periodOf(input);
  if (period === null) return say('cover.period-unknown');
  const to = date(period.to);
  return period.from === undefined
    ? say('cover.period-until', { to })
    : say('cover.period-from', { from: date(period.from), to });
}

/** The date of an ISO instant, as it is written there. */
export function isoDate(instant: string): string {
  return instant.slice(0, 10);
}
