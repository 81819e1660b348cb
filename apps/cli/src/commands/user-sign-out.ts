import { formatNumber } from '@sukoyaka/localisation';
import { type Database, serviceActor } from '@sukoyaka/persistence';
import { withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { address, auditReason, findPerson } from './user-options.js';

interface Options {
  readonly email?: string;
  readonly everybody?: true;
  readonly reason: string;
}

export function userSignOutCommand(user: LocalisedCommand, session: Session): void {
  const { t } = session;
  user
    .nest('sign-out', 'user-sign-out')
    .option('--email <address>', t('option.email'), address)
    .option('--everybody', t('option.everybody'))
    .requiredOption('--reason <text>', t('option.sign-out-reason'))
    .action((options: Options) => signOut(session, options));
}

/**
 * Ends the sessions of one person, or of all people: person by person, so that each finds it in
 * the own log. @throws Refusal SIGN_OUT_UNCLEAR, REASON_MISSING
 */
async function signOut(session: Session, options: Options): Promise<void> {
  const { email, everybody } = options;
  if ((email === undefined) !== (everybody === true)) throw new Refusal('SIGN_OUT_UNCLEAR');
  const reason = auditReason(options.reason);
  const ended = await withInstallation(session, async (installation) => {
    const { database } = installation;
    const people =
      email === undefined
        ? await database.as(serviceActor(null), (tx) => tx.sessions.people())
        : [(await findPerson(installation, email)).id];
    let sessions = 0;
    for (const id of people) sessions += await endSessions(database, id, reason);
    return { people: people.length, sessions };
  });
  if (session.json) return session.emit(ended);
  const shown = (count: number) => formatNumber(count, session.locale, 0);
  const [people, sessions] = [shown(ended.people), shown(ended.sessions)];
  session.print(session.t('user.signed-out', { people, sessions }));
}

function endSessions(database: Database, personId: string, reason: string): Promise<number> {
  return database.as(serviceActor(null, personId), async (tx) => {
    const sessions = await tx.sessions.removeAll(personId);
    const after = { sessions, reason };
    tx.audit.notePerson(personId, { action: 'person.session-revoked', after });
    return sessions;
  });
}
