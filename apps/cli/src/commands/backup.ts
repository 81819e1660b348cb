import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { backupCreateCommand } from './backup-create.js';
import { backupRestoreCommand } from './backup-restore.js';
import { backupVerifyCommand } from './backup-verify.js';

export function backupCommand(program: LocalisedCommand, session: Session): void {
  const backup = program.nest('backup');
  backupCreateCommand(backup, session);
  backupRestoreCommand(backup, session);
  backupVerifyCommand(backup, session);
}
