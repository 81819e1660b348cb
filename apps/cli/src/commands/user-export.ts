import { addresseeMark } from '@sukoyaka/credentials';
import { type PersonalData, serviceActor } from '@sukoyaka/persistence';
import { type Installation, withInstallation } from '../database/with-installation.js';
import { Refusal } from '../io/refusal.js';
import { writeOutputs } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { address, findPerson } from './user-options.js';

interface Options {
  readonly email: string;
  readonly out: string;
}

export function userExportCommand(user: LocalisedCommand, session: Session): void {
  const { t } = session;
  user
    .nest('export', 'user-export')
    .requiredOption('--email <address>', t('option.email'), address)
    .requiredOption('--out <file>', t('option.out'))
    .action((options: Options) => exportData(session, options));
}

/** What is kept about a person who asks for it and cannot sign in. */
async function exportData(session: Session, { email, out }: Options): Promise<void> {
  const data = await withInstallation(session, (installation) => dataOf(installation, email));
  const content = `${JSON.stringify(data, null, 2)}\n`;
  await writeOutputs(session.host, [{ file: out, content, precious: true }]);
  session.wrote(out, session.t('user.exported', { email, file: out }));
}

/** @throws Refusal PERSON_NOT_FOUND */
async function dataOf(installation: Installation, email: string): Promise<PersonalData> {
  const { database, keyring } = installation;
  const { id } = await findPerson(installation, email);
  return database.as(serviceActor(null, id), async (tx) => {
    const data = await tx.people.personalData(id, addresseeMark(keyring, email));
    if (data === null) throw new Refusal('PERSON_NOT_FOUND', { email });
    const after = { format: 'json' };
    tx.audit.notePerson(id, { action: 'person.data-exported', objectId: id, after });
    return data;
  });
}
