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
