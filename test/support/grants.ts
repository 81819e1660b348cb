import { randomUUID } from 'node:crypto';
import type { GrantLevel } from '@sukoyaka/access';
import type { Locale } from '@sukoyaka/kernel';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, type Http, type RunningApi } from './api.js';
import { type SavedAssessment, saveAssessment, saveOrganisation, submit } from './builders.js';

const DAY_MS = 24 * 3600 * 1000;

/** The moment so many days from now. */
export const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

/** Requests of a person to whom a new organisation belongs. */
export interface Owner {
  readonly http: Http;
  readonly email: string;
  readonly id: string;
  readonly organisation: string;
}

/** Somebody new with an organisation of their own. */
export async function newOwner(api: RunningApi, language: Locale = 'en') {
  const person = await api.signIn({ language });
  const organisation = await saveOrganisation({ ...api, http: person.http });
  return { ...person, organisation } satisfies Owner;
}

/** An assessment of the owner's organisation that has a result, of the financial year that ends in `year`. */
export async function scoredOf(
  api: RunningApi,
  owner: Owner,
  year = 2026,
): Promise<SavedAssessment> {
  const period = { periodStart: `${year - 1}-04-01`, periodEnd: `${year}-03-31` };
  const as = { ...api, http: owner.http };
  const assessment = await saveAssessment(as, owner.organisation, period);
  await submit(as, assessment, randomUUID()).expect(200);
  return assessment;
}

export interface Granted {
  readonly to: Owner;
  readonly level?: GrantLevel;
  readonly of: readonly SavedAssessment[];
  readonly beginsAt?: string;
}

export function grantBody({ to, level = 'report', of, beginsAt }: Granted) {
  return {
    granteeId: to.organisation,
    level,
    assessmentIds: of.map(({ id }) => id),
    endsAt: inDays(30),
    ...(beginsAt === undefined ? {} : { beginsAt }),
  };
}

/** Gives a grant; its id. */
export async function give(owner: Owner, granted: Granted): Promise<string> {
  const path = `/api/organisations/${owner.organisation}/grants`;
  const response = await owner.http.post(path).send(grantBody(granted)).expect(201);
  return String(bodyOf(response)['id']);
}

export function revoke({ http, organisation }: Owner, id: string) {
  return http.post(`/api/organisations/${organisation}/grants/${id}/revocation`);
}

/** Has the time of a grant be over. */
export async function endGrant(api: RunningApi, id: string): Promise<void> {
  await withClient(api.database.adminUrl, (client) =>
    client.query(
      `UPDATE access_grant SET begins_at = now() - interval '2 days', ends_at = now() - interval '1 second'
       WHERE id = $1`,
      [id],
    ),
  );
}

export interface LoggedEvent {
  readonly action: string;
  readonly actor: string | null;
  readonly object: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** The log of an organisation, as far as it is about grants and readings; oldest first. */
export async function logOf(api: RunningApi, organisation: string): Promise<LoggedEvent[]> {
  return withClient(api.database.adminUrl, async (client) => {
    const { rows } = await client.query<LoggedEvent>(
      `SELECT action, actor_id AS actor, object_id AS object, facts_before AS before,
         facts_after AS after
       FROM audit_event WHERE chain_id = $1 AND action ~ '^grant|read$' ORDER BY sequence`,
      [organisation],
    );
    return rows;
  });
}

/** What a person sees who runs a statement as the application on the rows of an organisation. */
export async function seenBy(
  api: RunningApi,
  person: string,
  organisation: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly unknown[]> {
  return withClient(api.database.appUrl, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT enter($1, NULL, $2, NULL)', [person, organisation]);
    const { rows } = await client.query(statement, [...values]);
    await client.query('ROLLBACK');
    return rows as unknown[];
  });
}
