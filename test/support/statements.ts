import pg from 'pg';

/** What is asked of the database while `work` runs: the texts of the statements, in their order. */
export async function statementsOf<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly statements: readonly string[] }> {
  const statements: string[] = [];
  const prototype = pg.Client.prototype as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function noted(this: unknown, ...given: unknown[]) {
    const [asked] = given as [string | { text?: string }];
    statements.push(typeof asked === 'string' ? asked : (asked.text ?? ''));
    return Reflect.apply(query, this, given);
  };
  try {
    return { result: await work(), statements };
  } finally {
    prototype.query = query;
  }
}
