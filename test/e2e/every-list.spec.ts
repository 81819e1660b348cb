import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, expectProblem, type RunningApi, startApi } from '../support/api.js';
import { newOwner } from '../support/grants.js';
import { type List, listsOf } from '../support/lists.js';
import { Description, type Operation } from '../support/operations.js';

const COMPANY = '/api/organisations/{organisationId}';
const PAGED = [
  '/api/me/audit',
  '/api/me/identities',
  '/api/me/sessions',
  '/api/ministry/overview',
  '/api/operator/audit',
  '/api/operator/organisations',
  '/api/operator/organisations/{organisationId}/accesses',
  '/api/operator/staff',
  '/api/operator/staff-invitations',
  '/api/organisations',
  `${COMPANY}/assessments`,
  `${COMPANY}/audit`,
  `${COMPANY}/consents`,
  `${COMPANY}/grants`,
  `${COMPANY}/invitations`,
  `${COMPANY}/members`,
  `${COMPANY}/operator-accesses`,
  `${COMPANY}/received-grants`,
  `${COMPANY}/sites`,
  '/api/published-organisations',
  '/api/waves',
];
/** Hold lists that do not grow with use, or whole by their nature; and why. */
const BOUNDED: Readonly<Record<string, string>> = {
  '/api/consent-texts': 'the kinds and versions of a release',
  '/api/consent-texts/{kind}': 'the versions of a release',
  '/api/me/export': 'everything that is kept, to take along',
  '/api/me/passkeys': 'at most 20 of a person',
  '/api/oidc': 'the one provider that is set',
  [`${COMPANY}/assessments/{assessmentId}`]: 'the sections of an edition',
  [`${COMPANY}/assessments/{assessmentId}/report`]: 'what an edition asks',
  [`${COMPANY}/assessments/{assessmentId}/result`]: 'the rule sets of an edition',
  [`${COMPANY}/assessments/{assessmentId}/trace`]: 'what an edition asks',
  [`${COMPANY}/grants/{grantId}`]: 'at most 50 assessments',
  [`${COMPANY}/tokens`]: 'at most 20 of a company',
  '/api/problems': 'the registry of a release',
  '/api/session': 'the first organisations, and a link to the others',
  '/api/surveys': 'the editions of an installation',
  '/api/surveys/{programme}/{year}': 'one edition',
};

let api: RunningApi;
let description: Description;
let own: Readonly<Record<string, List>>;
let other: Readonly<Record<string, List>>;
beforeAll(async () => {
  api = await startApi();
  description = new Description(bodyOf(await api.http.get('/api/openapi.json')) as never);
  const operator = await api.signIn({ role: 'operator' });
  const analyst = await api.signIn({ role: 'ministry-analyst' });
  const [owner, counterpart] = [await newOwner(api), await newOwner(api)];
  own = listsOf(api, { owner, counterpart, operator, analyst });
  other = listsOf(api, { owner: counterpart, counterpart: owner, operator, analyst });
});
afterAll(() => api.stop());

function listOf(lists: Readonly<Record<string, List>>, route: string): List {
  const list = lists[route];
  if (list === undefined) throw new Error(`${route}: say in lists.ts how it grows`);
  return list;
}

interface ListPage {
  readonly ids: readonly string[];
  readonly next: string | null;
}

async function pageAt({ http, idsIn }: List, address: string): Promise<ListPage> {
  const body = bodyOf(await http.get(address).expect(200));
  return { ids: idsIn(body), next: body['next'] as string | null };
}

/** Follows the links to the end. */
async function pagesFrom(list: List, address: string | null): Promise<readonly ListPage[]> {
  const pages: ListPage[] = [];
  for (let next = address; next !== null;) {
    const page = await pageAt(list, next);
    pages.push(page);
    next = page.next;
  }
  return pages;
}

async function idsFrom(list: List, address: string | null): Promise<readonly string[]> {
  return (await pagesFrom(list, address)).flatMap(({ ids }) => ids);
}

async function grow(list: List, items: number): Promise<readonly (string | null)[]> {
  const ids: (string | null)[] = [];
  while (ids.length < items) ids.push(await list.add());
  return ids;
}

const cursorIn = (link: string | null) =>
  new URL(link ?? '', 'http://localhost').searchParams.get('cursor') ?? '';

function schemaOf({ responses }: Operation) {
  return description.resolve(responses['200']?.content?.['application/json']?.schema ?? {});
}

const propertiesOf = (operation: Operation) =>
  (schemaOf(operation)['properties'] ?? {}) as Readonly<Record<string, { type?: string }>>;

it('the lists that can grow come page by page, as each is described', () => {
  const reading = description.operations.filter(({ method }) => method === 'get');
  const lists = reading.filter((operation) =>
    Object.values(propertiesOf(operation)).some(({ type }) => type === 'array'),
  );
  const known = [...PAGED, ...Object.keys(BOUNDED)].sort();
  expect(lists.map(({ path }) => path).sort()).toEqual(known);
  for (const operation of lists.filter(({ path }) => PAGED.includes(path))) {
    const { path, parameters } = operation;
    const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    expect({ path, names }).toEqual({ path, names: expect.arrayContaining(['limit', 'cursor']) });
    expect({ path, next: propertiesOf(operation)['next'] }).toMatchObject({
      next: { type: 'string', nullable: true },
    });
  }
});

describe.each(PAGED)('GET %s', (route) => {
  it('gives each item once, in the same order whatever the size of the pages', async () => {
    const list = listOf(own, route);
    await grow(list, 3);
    const whole = await idsFrom(list, `${list.path}?limit=100`);
    expect(whole.length).toBeGreaterThanOrEqual(3);
    const pages = await pagesFrom(list, `${list.path}?limit=1`);
    expect(pages.map(({ ids }) => ids)).toEqual(whole.map((id) => [id]));
    expect(new Set(whole).size).toBe(whole.length);
  });

  it('neither repeats nor leaves out others when items come and go meanwhile', async () => {
    const list = listOf(own, route);
    const added = await grow(list, 3);
    const whole = await idsFrom(list, `${list.path}?limit=100`);
    const place = Math.max(
      0,
      whole.findIndex((id) => added.includes(id)),
    );
    const { ids, next } = await pageAt(list, `${list.path}?limit=${place + 1}`);
    expect(ids).toEqual(whole.slice(0, place + 1));
    await list.remove?.(whole[place] ?? '');
    const late = await grow(list, 1);
    const rest = await idsFrom(list, next);
    expect(rest.filter((id) => whole.includes(id))).toEqual(whole.slice(place + 1));
    const unknown = rest.filter((id) => !whole.includes(id) && !late.includes(id));
    // What only grows tells nobody which one came late.
    if (list.remove !== undefined) expect(unknown).toEqual([]);
    expect(new Set(rest).size).toBe(rest.length);
  });

  it('refuses a cursor that it has not given, and names it', async () => {
    const { http, path } = listOf(own, route);
    const foreign = Buffer.from('["a","b","c","d","e"]').toString('base64url');
    for (const cursor of ['x', '', foreign]) {
      const problem = expectProblem(
        await http.get(`${path}?cursor=${cursor}`),
        400,
        'CURSOR_INVALID',
      );
      expect(problem).toMatchObject({ errors: [{ pointer: '/cursor', code: 'cursor' }] });
    }
  });
});

it('no list gives anything of another one for its cursor, nor of another company or person', async () => {
  const cursors: string[] = [];
  for (const lists of [own, other]) {
    for (const route of PAGED) {
      const list = listOf(lists, route);
      await grow(list, 2);
      cursors.push(cursorIn((await pageAt(list, `${list.path}?limit=1`)).next));
    }
  }
  expect(cursors.every((cursor) => cursor !== '')).toBe(true);
  for (const route of PAGED) {
    const list = listOf(own, route);
    const whole = await idsFrom(list, `${list.path}?limit=100`);
    for (const cursor of cursors) {
      const response = await list.http.get(`${list.path}?limit=100&cursor=${cursor}`);
      const ids = response.status === 200 ? list.idsIn(bodyOf(response)) : [];
      const strange = ids.filter((id) => !whole.includes(id));
      expect({ route, strange }).toEqual({ route, strange: [] });
      if (response.status !== 200) expectProblem(response, 400, 'CURSOR_INVALID');
    }
  }
});

it('GET /api/session names some organisations of who belongs to many, and where the others are', async () => {
  const person = await api.signIn();
  await withClient(api.database.adminUrl, (client) =>
    client.query(
      `WITH made AS (
         INSERT INTO organisation (id, name_en, country)
         SELECT gen_random_uuid(), 'x', 'TH' FROM generate_series(1, 51) RETURNING id)
       INSERT INTO membership (organisation_id, person_id, role)
       SELECT id, $1, 'assessor' FROM made`,
      [person.id],
    ),
  );
  const session = bodyOf(await person.http.get('/api/session').expect(200));
  const rest = bodyOf(await person.http.get(String(session['furtherOrganisations'])).expect(200));
  const ids = [session, rest].map(({ organisations }) =>
    (organisations as { id: string }[]).map(({ id }) => id),
  );
  expect(ids.map(({ length }) => length)).toEqual([50, 1]);
  expect(new Set(ids.flat()).size).toBe(51);
  expect(rest['next']).toBeNull();
});
