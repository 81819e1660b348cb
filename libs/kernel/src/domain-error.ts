/** Values that a sentence about an error can name. */
export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/**
 * An error of the domain: a stable code and the values that its sentence names.
 * The sentence itself is made at the edge, in the reader's language (`errors.<code>`).
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
