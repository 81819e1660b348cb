import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { auditAnchorCommand } from './audit-anchor.js';
import { auditVerifyCommand } from './audit-verify.js';

export function auditCommand(program: LocalisedCommand, session: Session): void {
  const audit = program.nest('audit');
  auditVerifyCommand(audit, session);
  auditAnchorCommand(audit, session);
}
