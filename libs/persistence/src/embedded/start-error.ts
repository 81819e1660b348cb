/**
 * A reason why the product cannot start that its operator can mend. The message is one line that
 * names what is wrong and what to do; it is shown as it is, without a stack.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The code that the system gave an error (`ENOENT`, `EACCES` …), if it has one. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : undefined;
}

/** Whether PostgreSQL has no database of the name that was asked for (SQLSTATE 3D000). */
export function isNoSuchDatabase(error: unknown): boolean {
  return systemCode(error) === '3D000';
}

/** What the system refused while the folder of the data was used, and what can be done. */
export function unusableFolder(folder: string, cause: unknown): StartError {
  const code = systemCode(cause);
  const path = typeof cause === 'object' && cause !== null && 'path' in cause ? cause.path : folder;
  const remedy =
    code === 'ENOSPC'
      ? 'its disk is full, free some space'
      : 'let the account that starts Sukoyaka read and write it, or set SUKOYAKA_DATA_DIR to a folder that it can write';
  return new StartError(
    `the data cannot be kept in ${folder} (${code ?? String(cause)} at ${String(path)}): ${remedy}`,
    { cause },
  );
}
