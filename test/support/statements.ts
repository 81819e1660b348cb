import pg from 'pg';

export interface Work<T> {
  readonly result: T;
  /** The texts of the statements, in their order. */
  readonly statements: readonly string[];
  /** SQLSTATEs of those that the database refused, as a constraint or a policy does. */
  readonly refusals: readonly string[];
}

/** What is asked of the database while `work` runs. */
export async function statementsOf<T>(work: () => Promise<T>): Promise<Work<T>> {
  const [statements, refusals]: [string[], string[]] = [[], []];
  const prototype = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function noted(this: unknown, ...given: unknown[]) {
    const [asked] = given as [string | { text?: string }];
    statements.push(typeof asked === 'string' ? asked : (asked.text ?? ''));
    const answer = Reflect.apply(query, this, given);
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => refusals.push((error as { code?: string }).code ?? '?'));
    }
    return answer;
  };
  try {
    return { result: await work(), statements, refusals };
  } finally {
    prototype.query = query;
  }
}
