import { checkRestore, type OpenedBackup, restoreBackup } from '@sukoyaka/persistence/maintenance';
import { applicationUrl } from '@sukoyaka/persistence/preparation';
import { givenUrl, withOwnerUrl } from '../database/owner-url.js';
import { withBackup } from '../io/backup-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { backupObject, backupText } from '../view/backup.js';

interface Options {
  readonly check?: true;
}

export function backupRestoreCommand(backup: LocalisedCommand, session: Session): void {
  const { t } = session;
  backup
    .nest('restore', 'backup-restore')
    .argument('<file>', t('argument.backup'))
    .option('--check', t('option.restore-check'))
    .action((file: string, { check }: Options) => restore(session, file, check === true));
}

/** The file is read to its end before a database is so much as looked for. */
function restore(session: Session, file: string, checkOnly: boolean): Promise<void> {
  return withBackup(session, file, async (backup) => {
    if (checkOnly) await withOwnerUrl(session, (url) => checkRestore(backup, url));
    else await fill(session, backup);
    const { contents } = backup;
    const done = checkOnly ? 'restorable' : 'restored';
    if (session.json) session.emit({ [done]: file, ...backupObject(contents) });
    else session.print(`${backupText(session, contents)}\n${session.t(`backup.${done}`)}`);
  });
}

function fill(session: Session, backup: OpenedBackup): Promise<void> {
  const given = givenUrl(session.host, 'DATABASE_APP_URL');
  return withOwnerUrl(
    session,
    (ownerUrl) => restoreBackup(backup, { ownerUrl, appUrl: given ?? applicationUrl(ownerUrl) }),
    { mayCreate: true },
  );
}
