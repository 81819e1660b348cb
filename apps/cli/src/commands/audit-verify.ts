import { type Anchor, anchorsIn, type Mac } from '@sukoyaka/audit';
import { DomainError } from '@sukoyaka/kernel';
import { checkLog } from '../audit-check.js';
import { withAuditLog } from '../database/with-audit-log.js';
import { type InputRecord, readRecords } from '../io/read.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { checkedObject, checkedText } from '../view/audit.js';

interface Options {
  readonly anchors?: string;
}

export function auditVerifyCommand(audit: LocalisedCommand, session: Session): void {
  audit
    .nest('verify', 'audit-verify')
    .option('--anchors <file>', session.t('option.anchors'))
    .action(({ anchors }: Options) => verify(session, anchors));
}

async function verify(session: Session, file: string | undefined): Promise<void> {
  // Read first: a file that is not there need not wait for the database.
  const records = file === undefined ? [] : await readRecords(session.host, file);
  const checked = await withAuditLog(session, (log) =>
    checkLog(
      log,
      records.flatMap((record) => anchorsOf(record, log.mac)),
    ),
  );
  session.conclude(checked.faults.length === 0);
  if (session.json) session.emit(checkedObject(checked));
  else session.print(checkedText(session, checked));
}

/** @throws Refusal ANCHORS_FOREIGN, ANCHORS_ALTERED that names the file. */
function anchorsOf({ value, place }: InputRecord, mac: Mac): readonly Anchor[] {
  try {
    return anchorsIn(value, mac).heads;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new Refusal(error.code, {}, place, { cause: error });
  }
}
