import { LINKS, noteFactorChange, RESET_SECONDS, sendPasswordLink } from '@sukoyaka/accounts';
import { isAuditText } from '@sukoyaka/audit';
import type { Actor, PersonRow, Transaction } from '@sukoyaka/persistence';
import { type Installation, withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { address } from './user-options.js';

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
  const { email, removeSecondFactors = false, reason = '' } = options;
  if (removeSecondFactors && !isAuditText(reason)) throw new Refusal('REASON_MISSING');
  const token = await withInstallation(session, async (installation) => {
    const person = await findPerson(installation, email);
    const actor: Actor = { kind: 'service', personId: person.id, correlationId: null };
    return installation.database.as(actor, async (tx) => {
      if (removeSecondFactors) await removeFactors(tx, installation, person, reason);
      return sendPasswordLink(tx, installation, { ...person, email }, RESET_SECONDS);
    });
  });
  session.showLink('user.reset', email, LINKS.passwordReset(token));
}

/** @throws Refusal PERSON_NOT_FOUND */
async function findPerson({ database }: Installation, email: string): Promise<PersonRow> {
  const actor: Actor = { kind: 'service', personId: null, correlationId: null };
  const person = await database.as(actor, (tx) => tx.people.findByEmail(email));
  if (person === null) throw new Refusal('PERSON_NOT_FOUND', { email });
  return person;
}

async function removeFactors(
  tx: Transaction,
  installation: Installation,
  person: PersonRow,
  reason: string,
): Promise<void> {
  await tx.credentials.removeFactors(person.id);
  await tx.sessions.removeAll(person.id);
  const after = { cause: 'operator', reason };
  tx.audit.notePerson(person.id, { action: 'person.totp-disabled', objectId: person.id, after });
  await noteFactorChange(tx, installation, person, 'totp-removed');
}
