import { formatNumber } from '@sukoyaka/localisation';
import {
  carryOutRetention,
  type Database,
  readRetention,
  type RetentionKind,
  retentionKinds,
  type RetentionPeriods,
} from '@sukoyaka/persistence';
import { SettingsReader, StartError } from '@sukoyaka/persistence/embedded';
import { withInstallation } from '../database/with-installation.js';
import type { Host } from '../io/host.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';

interface Options {
  readonly dryRun?: true;
}

interface Outcome {
  readonly kind: RetentionKind;
  readonly days: number;
  readonly rows: number;
}

export function retentionCommand(program: LocalisedCommand, session: Session): void {
  program
    .nest('retention')
    .nest('run', 'retention-run')
    .option('--dry-run', session.t('option.dry-run'))
    .action(({ dryRun }: Options) => run(session, dryRun === true));
}

async function run(session: Session, isTrial: boolean): Promise<void> {
  const periods = periodsIn(session.host);
  const outcomes = await withInstallation(session, ({ database }) =>
    outcomesOf(database, periods, isTrial),
  );
  for (const { kind, days, rows } of outcomes) {
    if (session.json) session.emit({ kind, days, rows, dryRun: isTrial });
    else session.print(line(session, { kind, days, rows }));
  }
  if (!session.json) session.print(session.t(isTrial ? 'retention.counted' : 'retention.done'));
}

/** As the service reads them. @throws Refusal SETTINGS_INVALID */
function periodsIn({ environment }: Host): RetentionPeriods {
  const read = new SettingsReader(environment);
  const periods = readRetention(read);
  try {
    read.finish();
  } catch (cause) {
    if (!(cause instanceof StartError)) throw cause;
    throw new Refusal('SETTINGS_INVALID', { reason: cause.message }, undefined, { cause });
  }
  return periods;
}

/** @throws Refusal RETENTION_BUSY while the service is at it. */
async function outcomesOf(
  database: Database,
  periods: RetentionPeriods,
  isTrial: boolean,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const kind of retentionKinds) {
    const days = periods[kind];
    const rows = await carryOutRetention(database, kind, days, isTrial);
    if (rows === undefined) throw new Refusal('RETENTION_BUSY');
    outcomes.push({ kind, days, rows });
  }
  return outcomes;
}

function line({ t, locale }: Session, { kind, days, rows }: Outcome): string {
  const count = formatNumber(rows, locale, 0);
  return t('retention.line', { kind: t(`retention.kind.${kind}`), days, count });
}
