import { removeSecondFactors, sendPasswordLink } from '@sukoyaka/accounts';
import { serviceActor } from '@sukoyaka/persistence';
import { withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { addressOf, showLink } from '../view/link.js';
import { address, auditReason, findPerson } from './user-options.js';

interface Options {
  readonly email: string;
  readonly removeSecondFactors?: true;
  readonly reason?: string;
}

export function userResetCommand(user: LocalisedCommand, session: Session): void {
  const { t } = session;
  user
    .nest('reset', 'user-reset')
    .requiredOption('--email <address>', t('option.email'), address)
    .option('--remove-second-factors', t('option.remove-second-factors'))
    .option('--reason <text>', t('option.reason'))
    .action((options: Options) => reset(session, options));
}

/** A link to set a new password; for who has lost their second factors, also without these. */
async function reset(session: Session, options: Options): Promise<void> {
  const { email } = options;
  const reason = reasonOf(options);
  const shown = await withInstallation(session, async (installation) => {
    const person = await findPerson(installation, email);
    const actor = serviceActor(null, person.id);
    const { path, expiresAt } = await installation.database.as(actor, async (tx) => {
      if (reason !== undefined) await removeSecondFactors(tx, installation, person, reason);
      return sendPasswordLink(tx, installation, { ...person, email });
    });
    return { email, link: addressOf(installation.origin, path, person.language), expiresAt };
  });
  showLink(session, 'user.reset', shown);
}

/**
 * Why the second factors are to be removed; undefined where they are to stay.
 * @throws Refusal REASON_MISSING, REASON_ALONE
 */
function reasonOf({ removeSecondFactors: isAsked, reason }: Options): string | undefined {
  if (isAsked !== true) {
    if (reason !== undefined) throw new Refusal('REASON_ALONE');
    return undefined;
  }
  return auditReason(reason ?? '');
}
