import { createHash } from 'node:crypto';
import { anchorsText, type StoredHead } from '@sukoyaka/audit';
import { formatNumber } from '@sukoyaka/localisation';
import { serviceActor } from '@sukoyaka/persistence';
import { type CheckedLog, checkLog } from '../audit-check.js';
import { type OpenedAuditLog, withAuditLog } from '../database/with-audit-log.js';
import { withInstallation } from '../database/with-installation.js';
import { writeOutputs } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { checkedObject, checkedText } from '../view/audit.js';

interface Options {
  readonly out: string;
}

interface Anchored {
  readonly checked: CheckedLog;
  readonly text: string;
  readonly chains: number;
}

export function auditAnchorCommand(audit: LocalisedCommand, session: Session): void {
  audit
    .nest('anchor', 'audit-anchor')
    .requiredOption('--out <file>', session.t('option.out'))
    .action(({ out }: Options) => anchor(session, out));
}

/** Only a sound log is anchored: what was tampered with must not become the measure. */
async function anchor(session: Session, file: string): Promise<void> {
  const { checked, text, chains } = await withAuditLog(session, (log) => anchorsOf(session, log));
  if (checked.faults.length > 0) {
    session.conclude(false);
    if (session.json) session.emit(checkedObject(checked));
    else session.print(checkedText(session, checked));
    return;
  }
  await writeOutputs(session.host, [{ file, content: text, precious: true }]);
  await note(session, { chains, sha256: createHash('sha256').update(text).digest('hex') });
  const size = formatNumber(chains, session.locale, 0);
  session.wrote(file, session.t('audit.anchored', { file, chains: size }), { chains });
}

async function anchorsOf(session: Session, log: OpenedAuditLog): Promise<Anchored> {
  const checked = await checkLog(log);
  const heads: StoredHead[] = [];
  for await (const head of log.reader.heads()) heads.push(head);
  const text = anchorsText(session.host.now().toISOString(), heads, log.mac);
  return { checked, text, chains: heads.length };
}

function note(
  session: Session,
  after: { readonly chains: number; readonly sha256: string },
): Promise<void> {
  const actor = serviceActor(null);
  return withInstallation(session, ({ database }) =>
    database.as(actor, (tx) => {
      tx.audit.notePlatform({ action: 'heads.anchored', after });
      return Promise.resolve();
    }),
  );
}
