import { postMail } from '@sukoyaka/accounts';
import { addresseeMark } from '@sukoyaka/credentials';
import { type ErasureObstacles, erasePerson, serviceActor } from '@sukoyaka/persistence';
import { withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { address, findPerson, organisationId } from './user-options.js';

interface Options {
  readonly email: string;
  readonly leaving?: readonly string[];
}

export function userEraseCommand(user: LocalisedCommand, session: Session): void {
  const { t } = session;
  user
    .nest('erase', 'user-erase')
    .requiredOption('--email <address>', t('option.email'), address)
    .option('--leaving <ids>', t('option.leaving'), organisationIds)
    .action((options: Options) => erase(session, options));
}

/**
 * Erases a person who asks for it and cannot sign in, as they would themself. The log says that an
 * operator did; why is not kept, since it would say who they were.
 * @throws Refusal PERSON_NOT_FOUND, LAST_OPERATOR, LAST_OWNER, LAST_MEMBER
 */
async function erase(session: Session, { email, leaving = [] }: Options): Promise<void> {
  await withInstallation(session, async (installation) => {
    const { database, keyring } = installation;
    const person = await findPerson(installation, email);
    const mark = addresseeMark(keyring, email);
    await database.as(serviceActor(null, person.id), async (tx) => {
      const obstacles = await erasePerson(tx, person.id, mark, 'operator-request', leaving);
      if (obstacles !== undefined) throw refusal(obstacles);
      await postMail(tx, installation, 'account-erased', { ...person, email }, { at: new Date() });
    });
  });
  if (session.json) session.emit({ erased: email });
  else session.print(session.t('user.erased', { email }));
}

function refusal({ organisations }: ErasureObstacles): Refusal {
  if (organisations.length === 0) return new Refusal('LAST_OPERATOR');
  const others = organisations.filter(({ isAlone }) => !isAlone);
  const named = others.length > 0 ? others : organisations;
  const ids = named.map(({ id }) => id).join(',');
  return new Refusal(others.length > 0 ? 'LAST_OWNER' : 'LAST_MEMBER', { ids });
}

/** @throws Refusal ORGANISATION_ID_INVALID */
function organisationIds(text: string): readonly string[] {
  return text.split(',').map((each) => organisationId(each.trim()));
}
