import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
export function simulateCommand(program: LocalisedCommand, session: Session): void {
  void program;
  void session;
}
