import type { SettingsReader } from '@sukoyaka/persistence/embedded';

/** What is removed, and after how many days unless the operator says otherwise. */
export const RETENTION_KINDS = {
  sessions: 30,
  links: 30,
  invitations: 90,
  'staff-invitations': 90,
  'repeated-requests': 90,
  mails: 30,
  throttles: 30,
  challenges: 1,
  contacts: 730,
} as const;
export type RetentionKind = keyof typeof RETENTION_KINDS;

/** Days after which each kind is removed. Answers, results, consents and the audit log are kept. */
export type RetentionPeriods = Readonly<Record<RetentionKind, number>>;

const TEN_YEARS = 3650;

/** Each from `RETENTION_<KIND>_DAYS`. */
export function readRetention(read: SettingsReader): RetentionPeriods {
  const entries = Object.entries(RETENTION_KINDS).map(([kind, otherwise]) => {
    const name = `RETENTION_${kind.toUpperCase().replaceAll('-', '_')}_DAYS`;
    return [kind, read.integer(name, { min: 1, max: TEN_YEARS, otherwise })];
  });
  return Object.fromEntries(entries) as RetentionPeriods;
}
