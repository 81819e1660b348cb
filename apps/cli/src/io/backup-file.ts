import { resolve } from 'node:path';
import { DomainError } from '@sukoyaka/kernel';
import { openBackup, type OpenedBackup } from '@sukoyaka/persistence/maintenance';
import type { Session } from '../session.js';
import { demandName, fileRefusal } from './read.js';
import { Refusal } from './refusal.js';

/**
 * Runs `work` on a backup that has been read to its end and found sound.
 * @throws Refusal that names the file where it is not one, is damaged or can't be read.
 */
export async function withBackup<T>(
  { host }: Session,
  file: string,
  work: (backup: OpenedBackup) => Promise<T>,
): Promise<T> {
  demandName(file);
  const backup = await openBackup(resolve(host.folder, file)).catch((error: unknown) => {
    throw refusalOf(error, file);
  });
  try {
    return await work(backup);
  } finally {
    await backup.close();
  }
}

function refusalOf(error: unknown, file: string): unknown {
  if (error instanceof DomainError) {
    const params = { ...error.params } as Refusal['params'];
    return new Refusal(error.code, params, { file }, { cause: error });
  }
  const isOfSystem = typeof (error as NodeJS.ErrnoException | null)?.syscall === 'string';
  return isOfSystem ? fileRefusal(error, file, 'FILE_UNREADABLE') : error;
}
