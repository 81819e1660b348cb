import { RequestProblem } from '../../platform/problems/request-problem.js';

const DAY_MS = 24 * 3600 * 1000;
/** Two years, one of them a leap year: who reads for longer is asked anew. As in the database. */
export const LONGEST_TERM_MS = 731 * DAY_MS;
/** "From today" is a moment that has passed already. */
const EARLIEST_MS = DAY_MS;
const LATEST_MS = 366 * DAY_MS;

/** From when until when a grant holds. */
export interface GrantTerm {
  /** Null: from now. */
  readonly beginsAt: Date | null;
  readonly endsAt: Date;
}

/**
 * The term of a grant, from instants that have been checked for their form.
 * @param now milliseconds since 1970
 * @throws RequestProblem GRANT_TERM_INVALID.
 */
export function grantTerm(begins: string | null, ends: string, now: number): GrantTerm {
  const [beginsAt, endsAt] = [begins === null ? null : new Date(begins), new Date(ends)];
  const from = beginsAt?.getTime() ?? now;
  const until = endsAt.getTime();
  const isBegun = from >= now - EARLIEST_MS && from <= now + LATEST_MS;
  const isEnded = until > Math.max(now, from) && until <= from + LONGEST_TERM_MS;
  if (!isBegun || !isEnded) throw new RequestProblem('GRANT_TERM_INVALID');
  return { beginsAt, endsAt };
}
