import { randomUUID } from 'node:crypto';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, type Http, type RunningApi, type SignedIn } from './api.js';
import { saveAssessment, SITE, submit } from './builders.js';
import type { Owner } from './grants.js';
import { makePerson, makeSession } from './people.js';

/** A list of the API, and how it grows and shrinks. */
export interface List {
  readonly http: Http;
  readonly path: string;
  /** What tells the items of an answer apart, in the order of the list. */
  readonly idsIn: (body: Readonly<Record<string, unknown>>) => readonly string[];
  /** Adds an item; its id, where it is known. */
  readonly add: () => Promise<string | null>;
  /** Takes an item away; undefined where the list only grows. */
  readonly remove?: (id: string) => Promise<unknown>;
}

/** Who stand for a company, another one and the staff. */
export interface Parties {
  readonly owner: Owner;
  readonly counterpart: Owner;
  readonly operator: SignedIn;
  readonly analyst: SignedIn;
}

type Run = (statement: string, ...values: readonly unknown[]) => Promise<unknown>;
type Item = Readonly<Record<string, unknown>>;

const idsUnder =
  (member: string, id = 'id'): List['idsIn'] =>
  (body) =>
    (body[member] as readonly Item[]).map((item) => String(item[id]));

/** Every list that comes page by page, by its route as the API describes it. */
export function listsOf(api: RunningApi, parties: Parties): Readonly<Record<string, List>> {
  const run: Run = (statement, ...values) =>
    withClient(api.database.adminUrl, (client) => client.query(statement, [...values]));
  return {
    ...ofCompany(api, parties, run),
    ...ofGrants(parties, run),
    ...ofPerson(api, parties, run),
    ...ofStaff(api, parties, run),
    ...ofEverybody(api, parties, run),
  };
}

/** Puts a row with an id of its own into a table, and gives the id back. */
async function inserted(run: Run, statement: string, ...values: readonly unknown[]) {
  const id = randomUUID();
  await run(statement, id, ...values);
  return id;
}

function ofCompany(api: RunningApi, { owner, operator }: Parties, run: Run) {
  const { http, organisation } = owner;
  const path = `/api/organisations/${organisation}`;
  let year = 2000;
  const addSite = async () => {
    const response = await http.post(`${path}/sites`).send(SITE).expect(201);
    return String(bodyOf(response)['id']);
  };
  return {
    '/api/organisations/{organisationId}/members': {
      http,
      path: `${path}/members`,
      idsIn: idsUnder('members', 'personId'),
      add: async () => {
        const memberOf = { organisation, role: 'editor' } as const;
        return (await makePerson(api.database.adminUrl, { memberOf })).id;
      },
      remove: (id: string) => run('DELETE FROM membership WHERE person_id = $1', id),
    },
    '/api/organisations/{organisationId}/invitations': {
      http,
      path: `${path}/invitations`,
      idsIn: idsUnder('invitations'),
      add: () =>
        inserted(
          run,
          `INSERT INTO invitation (id, organisation_id, token_hash, email, role, language, expires_at)
           VALUES ($1::uuid, $2, $1::text, 'x@example.com', 'editor', 'en', now() + interval '1 day')`,
          organisation,
        ),
      remove: (id: string) => run('UPDATE invitation SET revoked_at = now() WHERE id = $1', id),
    },
    '/api/organisations/{organisationId}/consents': {
      http,
      path: `${path}/consents`,
      idsIn: (body: Item) =>
        (body['consents'] as readonly Item[])
          .flatMap(({ history }) => (history as readonly Item[]).map(({ sequence }) => sequence))
          .sort((a, b) => Number(b) - Number(a))
          .map(String),
      add: async () => {
        await run(
          `INSERT INTO consent_record (organisation_id, sequence, kind, decision, text_version,
             text_hash, language, person_id)
           SELECT $1, n, (ARRAY['participation', 'publication'])[1 + n % 2], 'given', '1.0', 'x',
             'en', $2
           FROM (SELECT 1 + count(*) AS n FROM consent_record WHERE organisation_id = $1) AS last`,
          organisation,
          owner.id,
        );
        return null;
      },
    },
    '/api/organisations/{organisationId}/sites': {
      http,
      path: `${path}/sites`,
      idsIn: idsUnder('sites'),
      add: addSite,
      remove: (id: string) => run('DELETE FROM site WHERE id = $1', id),
    },
    '/api/organisations/{organisationId}/assessments': {
      http,
      path: `${path}/assessments`,
      idsIn: idsUnder('assessments'),
      add: async () => {
        year += 1;
        const period = { periodStart: `${year}-04-01`, periodEnd: `${year + 1}-03-31` };
        return (await saveAssessment({ ...api, http }, organisation, period)).id;
      },
      remove: (id: string) => run('DELETE FROM assessment WHERE id = $1', id),
    },
    '/api/organisations/{organisationId}/operator-accesses': {
      http,
      path: `${path}/operator-accesses`,
      ...accessesOf(organisation, operator, run),
    },
    '/api/organisations/{organisationId}/audit': {
      http,
      path: `${path}/audit`,
      idsIn: idsUnder('events', 'sequence'),
      add: async () => {
        await addSite();
        return null;
      },
    },
    '/api/operator/organisations/{organisationId}/accesses': {
      http: operator.http,
      path: `/api/operator/organisations/${organisation}/accesses`,
      ...accessesOf(organisation, operator, run),
    },
  } satisfies Record<string, List>;
}

function accessesOf(organisation: string, { id: operator }: SignedIn, run: Run) {
  return {
    idsIn: idsUnder('accesses'),
    add: () =>
      inserted(
        run,
        `INSERT INTO operator_access (id, organisation_id, person_id, reason, expires_at)
         VALUES ($1, $2, $3, 'a reason long enough', now() + interval '1 hour')`,
        organisation,
        operator,
      ),
    remove: (id: string) => run('DELETE FROM operator_access WHERE id = $1', id),
  };
}

function ofGrants({ owner, counterpart }: Parties, run: Run) {
  const path = `/api/organisations/${owner.organisation}`;
  const between = (giver: Owner, receiver: Owner) => ({
    http: owner.http,
    idsIn: idsUnder('grants'),
    add: () =>
      inserted(
        run,
        `INSERT INTO access_grant (id, organisation_id, grantee_id, level, begins_at, ends_at, given_by)
         VALUES ($1, $2, $3, 'result', now(), now() + interval '1 day', $4)`,
        giver.organisation,
        receiver.organisation,
        giver.id,
      ),
    remove: (id: string) => run('DELETE FROM access_grant WHERE id = $1', id),
  });
  return {
    '/api/organisations/{organisationId}/grants': {
      path: `${path}/grants`,
      ...between(owner, counterpart),
    },
    '/api/organisations/{organisationId}/received-grants': {
      path: `${path}/received-grants`,
      ...between(counterpart, owner),
    },
  } satisfies Record<string, List>;
}

function ofPerson(api: RunningApi, { owner }: Parties, run: Run) {
  const { http, id: person } = owner;
  return {
    '/api/organisations': {
      http,
      path: '/api/organisations',
      idsIn: idsUnder('organisations'),
      add: async () => {
        const company = { names: { en: 'Sample' }, country: 'TH' };
        const response = await http.post('/api/organisations').send(company).expect(201);
        return String(bodyOf(response)['id']);
      },
      remove: (id: string) => run('DELETE FROM membership WHERE organisation_id = $1', id),
    },
    '/api/me/sessions': {
      http,
      path: '/api/me/sessions',
      idsIn: idsUnder('sessions'),
      add: async () => (await makeSession(api.database.adminUrl, person)).sessionId,
      remove: (id: string) => run('DELETE FROM session WHERE id = $1', id),
    },
    '/api/me/identities': {
      http,
      path: '/api/me/identities',
      idsIn: idsUnder('identities'),
      add: () =>
        inserted(
          run,
          `INSERT INTO external_identity (id, person_id, provider, subject)
           VALUES ($1::uuid, $2, 'https://login.example.com', $1::text)`,
          person,
        ),
      remove: (id: string) => run('DELETE FROM external_identity WHERE id = $1', id),
    },
    '/api/me/audit': {
      http,
      path: '/api/me/audit',
      idsIn: idsUnder('events', 'sequence'),
      add: async () => {
        const me = await http.get('/api/me').expect(200);
        const sent = { name: 'Test person', language: 'en', timeZone: 'Asia/Bangkok' };
        await http
          .put('/api/me')
          .set('If-Match', String(me.headers['etag']))
          .send(sent)
          .expect(200);
        return null;
      },
    },
  } satisfies Record<string, List>;
}

function ofStaff(api: RunningApi, { owner, operator, analyst }: Parties, run: Run) {
  const { http } = operator;
  return {
    '/api/operator/staff': {
      http,
      path: '/api/operator/staff',
      idsIn: idsUnder('staff', 'personId'),
      add: async () => (await makePerson(api.database.adminUrl, { role: 'ministry-analyst' })).id,
      remove: (id: string) => run('DELETE FROM platform_role WHERE person_id = $1', id),
    },
    '/api/operator/staff-invitations': {
      http,
      path: '/api/operator/staff-invitations',
      idsIn: idsUnder('invitations'),
      add: () =>
        inserted(
          run,
          `INSERT INTO staff_invitation (id, token_hash, email, language, role, expires_at)
           VALUES ($1::uuid, $1::text, 'x@example.com', 'en', 'operator', now() + interval '1 day')`,
        ),
      remove: (id: string) =>
        run('UPDATE staff_invitation SET revoked_at = now() WHERE id = $1', id),
    },
    '/api/operator/organisations': {
      http,
      path: '/api/operator/organisations',
      idsIn: idsUnder('organisations'),
      add: () =>
        inserted(run, "INSERT INTO organisation (id, name_en, country) VALUES ($1, 'x', 'TH')"),
      remove: (id: string) => run('DELETE FROM organisation WHERE id = $1', id),
    },
    '/api/operator/audit': {
      http,
      path: '/api/operator/audit',
      idsIn: idsUnder('events', 'sequence'),
      add: async () => {
        const company = { names: { en: 'Sample' }, country: 'TH' };
        await owner.http.post('/api/organisations').send(company).expect(201);
        return null;
      },
    },
    '/api/ministry/overview': {
      http: analyst.http,
      path: '/api/ministry/overview',
      ...wavesBy(operator, run),
    },
  } satisfies Record<string, List>;
}

function wavesBy({ id: operator }: SignedIn, run: Run) {
  return {
    idsIn: idsUnder('waves'),
    add: () =>
      inserted(
        run,
        `INSERT INTO wave (id, edition_id, country, opens_at, closes_at, closed_at, opened_by)
         VALUES ($1, 'x', 'TH', now(), now() + interval '1 day', now(), $2)`,
        operator,
      ),
    remove: (id: string) => run('DELETE FROM wave WHERE id = $1', id),
  };
}

function ofEverybody(api: RunningApi, { owner, operator }: Parties, run: Run) {
  const { http } = owner;
  const decide = (organisation: string, decision: string) =>
    http
      .post(`/api/organisations/${organisation}/consents`)
      .send({ kind: 'publication', decision, textVersion: '1.0', language: 'en' })
      .expect(201);
  return {
    '/api/waves': { http, path: '/api/waves', ...wavesBy(operator, run) },
    '/api/published-organisations': {
      http: api.anonymous,
      path: '/api/published-organisations',
      idsIn: idsUnder('organisations'),
      add: async () => {
        const assessment = await saveAssessment({ ...api, http });
        await submit({ ...api, http }, assessment).expect(200);
        await decide(assessment.organisation, 'given');
        return assessment.organisation;
      },
      remove: (id: string) => decide(id, 'withdrawn'),
    },
  } satisfies Record<string, List>;
}
