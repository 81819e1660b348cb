import { productVersion } from '@sukoyaka/persistence';
import { backUp, type BackupContents, ownerConnection } from '@sukoyaka/persistence/maintenance';
import { databaseRefusal } from '../database/database-refusal.js';
import { withOwnerUrl } from '../database/owner-url.js';
import { writeOutputs } from '../io/write-file.js';
import type { LocalisedCommand } from '../localised-command.js';
import type { Session } from '../session.js';
import { backupObject, rowCount } from '../view/backup.js';

interface Options {
  readonly out: string;
}

export function backupCreateCommand(backup: LocalisedCommand, session: Session): void {
  backup
    .nest('create', 'backup-create')
    .requiredOption('--out <file>', session.t('option.out'))
    .action(({ out }: Options) => create(session, out));
}

async function create(session: Session, file: string): Promise<void> {
  const contents = await withOwnerUrl(session, (url) => save(session, url, file));
  const size = { tables: contents.tables.length, rows: rowCount(session, contents) };
  const sentence = session.t('backup.created', { file, ...size });
  session.wrote(file, sentence, backupObject(contents));
}

/** The transaction ends only when the file is whole. */
async function save(session: Session, ownerUrl: string, file: string): Promise<BackupContents> {
  const { host } = session;
  const origin = { productVersion: productVersion(), createdAt: host.now() };
  const saved: BackupContents[] = [];
  await ownerConnection(
    ownerUrl,
    (client) => {
      const content = (async function* () {
        try {
          saved.push(yield* backUp(client, origin));
        } catch (error) {
          // Where it is written, a broken connection would pass for a fault of the file.
          throw databaseRefusal(error);
        }
      })();
      return writeOutputs(host, [{ file, content, precious: true }]);
    },
    'snapshot',
  );
  const [contents] = saved;
  if (contents === undefined) throw new Error('the backup was not read to its end');
  return contents;
}
