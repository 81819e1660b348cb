import type { EntityManager, QueryResult } from 'typeorm';

/** The rows that a statement gives back, of the shape that its columns are named to. */
export async function rowsOf<Row>(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return (await resultOf(manager, statement, parameters)).records as Row[];
}

/** The first row; null where there is none. */
export async function rowOf<Row>(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<Row | null> {
  return (await rowsOf<Row>(manager, statement, parameters))[0] ?? null;
}

/** How many rows a statement wrote. */
export async function affectedBy(
  manager: EntityManager,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<number> {
  return (await resultOf(manager, statement, parameters)).affected ?? 0;
}

function resultOf(
  { queryRunner }: EntityManager,
  statement: string,
  parameters: readonly unknown[],
): Promise<QueryResult> {
  if (!queryRunner) throw new Error('Statements run inside a transaction');
  return queryRunner.query(statement, [...parameters], true);
}

/** Makes whoever else holds `name` wait until the transaction ends. */
export async function holdAlone(manager: EntityManager, name: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
