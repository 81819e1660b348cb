import { complain } from '../io/complain.js';
import { withBackup } from '../io/backup-file.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { backupObject, backupText } from '../view/backup.js';

export function backupVerifyCommand(backup: LocalisedCommand, session: Session): void {
  backup
    .nest('verify', 'backup-verify')
    .argument('<file>', session.t('argument.backup'))
    .action((file: string) => verify(session, file));
}

/** A damaged backup is a "no"; what is no backup, or can't be read, is wrong input. */
async function verify(session: Session, file: string): Promise<void> {
  try {
    await withBackup(session, file, ({ contents }) => {
      if (session.json) session.emit({ sound: true, file, ...backupObject(contents) });
      else session.print(`${backupText(session, contents)}\n${session.t('backup.sound')}`);
      return Promise.resolve();
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'BACKUP_DAMAGED') throw error;
    session.conclude(false);
    const fault = complain(error, session.locale);
    if (session.json) session.emit({ sound: false, file, code: error.code, fault });
    else session.print(fault);
  }
}
