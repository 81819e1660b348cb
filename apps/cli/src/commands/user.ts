import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { userCreateCommand } from './user-create.js';
import { userEraseCommand } from './user-erase.js';
import { userExportCommand } from './user-export.js';
import { userInviteCommand } from './user-invite.js';
import { userResetCommand } from './user-reset.js';
import { userSignOutCommand } from './user-sign-out.js';

export function userCommand(program: LocalisedCommand, session: Session): void {
  const user = program.nest('user');
  userCreateCommand(user, session);
  userInviteCommand(user, session);
  userResetCommand(user, session);
  userSignOutCommand(user, session);
  userExportCommand(user, session);
  userEraseCommand(user, session);
}
