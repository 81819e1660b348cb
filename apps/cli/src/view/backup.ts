import { formatNumber } from '@sukoyaka/localisation';
import type { BackupContents } from '@sukoyaka/persistence/maintenance';
import type { Session } from '../session.js';
import { indent, printable } from './text.js';

/** The contract of the backup commands' --json: where the backup is from, and what it holds. */
export function backupObject(contents: BackupContents): object {
  const { productVersion, createdAt, serverVersion, migrations, tables, sha256 } = contents;
  const saved = tables.map(({ name, rows, sha256: checksum }) => ({
    name,
    rows,
    sha256: checksum,
  }));
  return { productVersion, createdAt, serverVersion, migrations, sha256, tables: saved };
}

/** All rows of all tables, in the reader's digits. */
export function rowCount({ locale }: Session, { tables }: BackupContents): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return formatNumber(rows, locale, 0);
}

/** Where the backup is from, then each table with its count and checksum. */
export function backupText({ t, locale }: Session, contents: BackupContents): string {
  const { createdAt, productVersion, serverVersion, tables, sha256 } = contents;
  const counts = tables.map(({ rows }) => formatNumber(rows, locale, 0));
  const width = Math.max(0, ...counts.map(({ length }) => length));
  const lines = tables.map(
    ({ name, sha256: checksum }, at) =>
      `${(counts[at] ?? '').padStart(width)}  ${checksum}  ${printable(name)}`,
  );
  const origin = {
    time: printable(createdAt),
    version: printable(productVersion),
    server: printable(serverVersion),
  };
  return [t('backup.origin', origin), indent(lines.join('\n')), t('backup.whole', { sha256 })].join(
    '\n',
  );
}
