import { RequestProblem } from '../problems/request-problem.js';

/** PostgreSQL's `integer` ends here. */
const LARGEST_VERSION = 2_147_483_647;

/** A version as an entity tag. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * The version that a client read, out of its `If-Match`. "*" is refused: it would overwrite
 * whatever there is.
 * @throws RequestProblem VERSION_REQUIRED without one, IF_MATCH_INVALID when it is no version.
 */
export function versionFrom(ifMatch: string | undefined): number {
  if (ifMatch === undefined || ifMatch.trim() === '') throw new RequestProblem('VERSION_REQUIRED');
  const digits = /^(?:"(\d{1,10})"|(\d{1,10}))$/.exec(ifMatch.trim());
  const version = Number(digits?.[1] ?? digits?.[2]);
  if (digits === null || version > LARGEST_VERSION) throw new RequestProblem('IF_MATCH_INVALID');
  return version;
}
