/** Where the reason lies: a file, a line of it, a column. */
export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
}

/**
 * Wrong usage or unreadable input: the command writes nothing to standard output and exits with 2.
 * `code` names a reason and a remedy in `locales/<language>/cli.json` under `refusal`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly place?: Place,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
