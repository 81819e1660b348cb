import type { Verdict } from '@sukoyaka/conformity';

/** The contract of `conformity --json`: exactly these keys. */
export function verdictObject({ conforms, level, missing, undecided }: Verdict): Verdict {
  return { conforms, level, missing, undecided };
}
