import { randomUUID } from 'node:crypto';
import { type TestDatabase, withClient } from '@sukoyaka/testing';

/** What a transaction says of itself. */
export interface Context {
  readonly person?: string;
  readonly session?: string;
  readonly tenant?: string;
  readonly key?: string;
}

/** A statement with its values. */
export type Statement = readonly [string, ...unknown[]];

/** How a statement ended: how many rows it wrote or gave, or the code of its refusal. */
export type Outcome = number | string | null;

/** An operator in a session with a second factor, by its hash. */
export interface Operator {
  readonly person: string;
  readonly session: string;
}

export const REFUSED = '42501';
/** What stands for a secret that nobody knows. */
export const HASH = () => randomUUID().replaceAll('-', '').repeat(2);

export const asAdmin = (
  { adminUrl }: TestDatabase,
  statement: string,
  values: readonly unknown[] = [],
) => withClient(adminUrl, (client) => client.query(statement, [...values]));

/** Runs statements in one transaction of the application, which stays; the outcome of the last one. */
export async function attemptOn(
  { appUrl }: TestDatabase,
  { person, session, tenant, key }: Context,
  ...statements: readonly Statement[]
): Promise<Outcome> {
  return withClient(appUrl, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT enter($1, $2, $3, $4)', [person, session, tenant, key]);
    let outcome: Outcome = null;
    try {
      for (const [text, ...values] of statements) {
        outcome = (await client.query(text, values)).rowCount;
      }
      await client.query('COMMIT');
    } catch (error) {
      outcome = (error as { code: string }).code;
    }
    return outcome;
  });
}

export async function newPerson(database: TestDatabase): Promise<string> {
  const id = randomUUID();
  await asAdmin(
    database,
    `INSERT INTO person (id, email, name, language, time_zone)
     VALUES ($1, $2, 'Somebody', 'en', 'UTC')`,
    [id, `${id}@example.com`],
  );
  return id;
}

export async function newOperator(database: TestDatabase): Promise<Operator> {
  const [person, session] = [await newPerson(database), HASH()];
  const give = "INSERT INTO platform_role (person_id, role) VALUES ($1, 'operator')";
  await asAdmin(database, give, [person]);
  await asAdmin(
    database,
    `INSERT INTO session (person_id, id, token_hash, stage, method, user_agent, second_factor_at, expires_at)
     VALUES ($1, gen_random_uuid(), $2, 'full', 'password', '', now(), now() + interval '1 hour')`,
    [person, session],
  );
  return { person, session };
}
