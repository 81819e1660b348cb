import { randomUUID } from 'node:crypto';
import type { OrganisationRole, PlatformRole } from '@sukoyaka/access';
import { newToken, tokenHash } from '@sukoyaka/credentials';
import type { Locale } from '@sukoyaka/kernel';
import { withClient } from '@sukoyaka/testing';

export interface PersonOptions {
  readonly email?: string;
  readonly name?: string;
  readonly language?: Locale;
  readonly role?: PlatformRole;
  readonly countries?: readonly string[];
  /** Whether the session has shown a second factor; so it has where the role demands it. */
  readonly secondFactor?: boolean;
  readonly memberOf?: { readonly organisation: string; readonly role: OrganisationRole };
}

export interface TestPerson {
  readonly id: string;
  readonly email: string;
  /** As a browser sends it. */
  readonly cookie: string;
  readonly sessionToken: string;
  readonly sessionId: string;
}

/** Puts a person with a session into the database, without the work of a sign-in. */
export async function makePerson(url: string, options: PersonOptions): Promise<TestPerson> {
  const id = randomUUID();
  const email = options.email ?? `${randomUUID()}@example.com`;
  const { role, memberOf } = options;
  await withClient(url, async (client) => {
    await client.query(
      `INSERT INTO person (id, email, name, language, time_zone)
       VALUES ($1, $2, $3, $4, 'Asia/Bangkok')`,
      [id, email, options.name ?? 'Test person', options.language ?? 'en'],
    );
    if (role !== undefined) {
      const countries = options.countries ?? (role === 'operator' ? [] : ['TH']);
      await client.query(
        'INSERT INTO platform_role (person_id, role, countries) VALUES ($1, $2, $3)',
        [id, role, countries],
      );
    }
    if (memberOf !== undefined) {
      await client.query(
        'INSERT INTO membership (organisation_id, person_id, role) VALUES ($1, $2, $3)',
        [memberOf.organisation, id, memberOf.role],
      );
    }
  });
  const hasSecondFactor = options.secondFactor ?? role !== undefined;
  const session = await makeSession(url, id, { hasSecondFactor });
  return { id, email, ...session };
}

export interface SessionOptions {
  readonly hasSecondFactor?: boolean;
  readonly stage?: 'second-factor' | 'enrolment' | 'full';
  /** How long ago the person showed who they are. */
  readonly minutesOld?: number;
}

/** Another session of a person. */
export async function makeSession(
  url: string,
  personId: string,
  { hasSecondFactor = false, stage = 'full', minutesOld = 0 }: SessionOptions = {},
): Promise<Pick<TestPerson, 'cookie' | 'sessionToken' | 'sessionId'>> {
  const [sessionId, sessionToken] = [randomUUID(), newToken()];
  await withClient(url, (client) =>
    client.query(
      `INSERT INTO session (person_id, id, token_hash, stage, method, user_agent, second_factor_at,
         authenticated_at, expires_at)
       VALUES ($1, $2, $3, $4, 'password', 'test', CASE WHEN $5 THEN now() END,
         now() - make_interval(mins => $6), now() + interval '1 hour')`,
      [personId, sessionId, tokenHash(sessionToken), stage, hasSecondFactor, minutesOld],
    ),
  );
  return { sessionId, sessionToken, cookie: `__Host-sukoyaka=${sessionToken}` };
}
