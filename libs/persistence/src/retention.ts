import { serviceActor } from './actor.js';
import type { AuditNote } from './audit-trail.js';
import type { Database } from './database.js';
import type { SettingsReader } from './embedded/settings.js';
import type { ErasedAssessment } from './repositories/retention.repository.js';
import type { Transaction } from './transactions.js';

interface RetentionSetting {
  /** Days after which it is removed unless the operator says otherwise. */
  readonly days: number;
  /** Fewest days that may be set; the database refuses fewer too. */
  readonly least: number;
}

/** What is removed, and when. Consents and the audit log are kept. */
export const RETENTION_KINDS = {
  sessions: { days: 30, least: 1 },
  links: { days: 30, least: 1 },
  invitations: { days: 90, least: 1 },
  'staff-invitations': { days: 90, least: 1 },
  'repeated-requests': { days: 90, least: 1 },
  mails: { days: 30, least: 7 },
  throttles: { days: 30, least: 1 },
  challenges: { days: 1, least: 1 },
  contacts: { days: 730, least: 30 },
  drafts: { days: 1095, least: 365 },
  assessments: { days: 3650, least: 365 },
} as const satisfies Readonly<Record<string, RetentionSetting>>;
export type RetentionKind = keyof typeof RETENTION_KINDS;

/** Days after which each kind is removed. */
export type RetentionPeriods = Readonly<Record<RetentionKind, number>>;

/** Rows that one transaction removes; fewer where each is noted in a log of its own. */
const PORTION = 5_000;
const PORTIONS: Partial<Record<RetentionKind, number>> = {
  contacts: 200,
  drafts: 200,
  assessments: 200,
};

const TEN_YEARS = 3650;
const DAY_MS = 86_400_000;

/** The kinds, in the order in which they are carried out. */
export const retentionKinds = Object.keys(RETENTION_KINDS) as readonly RetentionKind[];

/** The variable that sets the period of a kind, in days. */
export function retentionVariable(kind: RetentionKind): string {
  return `RETENTION_${kind.toUpperCase().replaceAll('-', '_')}_DAYS`;
}

/** Each from `RETENTION_<KIND>_DAYS`; what is wrong is left with `read`. */
export function readRetention(read: SettingsReader): RetentionPeriods {
  const entries = retentionKinds.map((kind) => {
    const { days, least } = RETENTION_KINDS[kind];
    const range = { min: least, max: TEN_YEARS, otherwise: days };
    return [kind, read.integer(retentionVariable(kind), range)];
  });
  return Object.fromEntries(entries) as RetentionPeriods;
}

/**
 * Removes what of a kind has been kept long enough, portion by portion, and notes it where there was
 * something. Only one process does so at a time.
 * @param days its period
 * @param isTrial count only, write nothing
 * @returns how many rows; undefined when another process is at it.
 */
export async function carryOutRetention(
  database: Database,
  kind: RetentionKind,
  days: number,
  isTrial = false,
): Promise<number | undefined> {
  if (isTrial) return database.as(serviceActor(null), (tx) => tx.retention.count(kind, days));
  const most = PORTIONS[kind] ?? PORTION;
  let total = 0;
  for (let rows = most; rows === most;) {
    const removed = await removePortion(database, kind, days, most);
    if (removed === undefined) return total > 0 ? total : undefined;
    rows = removed;
    total += rows;
  }
  return total;
}

/** One transaction; undefined when another process is at it. */
function removePortion(
  database: Database,
  kind: RetentionKind,
  days: number,
  most: number,
): Promise<number | undefined> {
  return database.as(serviceActor(null), async (tx) => {
    if (!(await tx.retention.isAlone())) return undefined;
    const rows = await removeIn(tx, kind, days, most);
    if (rows > 0) {
      const before = new Date(Date.now() - days * DAY_MS).toISOString();
      const after = { rule: kind, before, rows };
      tx.audit.notePlatform({ action: 'retention.carried-out', objectId: kind, after });
    }
    return rows;
  });
}

/** What concerns somebody is noted in their own log, too. */
async function removeIn(
  tx: Transaction,
  kind: RetentionKind,
  days: number,
  most: number,
): Promise<number> {
  if (kind === 'contacts') {
    const people = await tx.retention.eraseUnusedAccounts(days, most);
    for (const person of people) {
      const after = { cause: 'unused' };
      tx.audit.noteOf(person, { action: 'person.erased', objectId: person, after });
    }
    return people.length;
  }
  if (kind === 'drafts' || kind === 'assessments') {
    const assessments = await tx.retention.eraseAssessments(kind, days, most);
    for (const each of assessments) tx.audit.noteIn(each.organisationId, erased(each));
    return assessments.length;
  }
  return tx.retention.remove(kind, days, most);
}

/** Told to the organisation itself: an assessment that is gone must not seem never to have been. */
function erased({ id, ...before }: ErasedAssessment) {
  const { edition, editionVersion, periodStart, periodEnd, status } = before;
  return {
    action: 'assessment.erased',
    objectId: id,
    before: { edition, editionVersion, periodStart, periodEnd, status },
  } satisfies AuditNote;
}
