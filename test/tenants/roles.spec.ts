import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  GRANT_LEVELS,
  type GrantLevel,
  ORGANISATION_ROLES,
  RIGHTS_OF_OPENED_ACCESS,
  RIGHTS_OF_ROLE,
  TOKEN_SCOPES,
  wholeScopes,
} from '@sukoyaka/access';
import type { RunningApi } from '../support/api.js';
import { inDays, newOwner, type Owner } from '../support/grants.js';
import { KEPT, type Kept, keptIn, type MarkedCompany } from '../support/marked-company.js';
import {
  COMPANY,
  LET_IN,
  nameOf,
  RIGHT_OF_ROUTE,
  SHOWN_BY,
  verdictOn,
} from '../support/rights-of-routes.js';
import { type Caller, madeUp, type Seen, tracesIn, Walk } from '../support/walk.js';

const ASSESSMENT = `${COMPANY}/assessments/{assessmentId}`;

/** What a reader by grant gets of an assessment that is granted, and of whom it is. */
const READ_BY_GRANT: Readonly<Record<GrantLevel, Readonly<Record<string, string>>>> = {
  result: {
    [`get ${ASSESSMENT}/result`]: LET_IN,
    [`get ${ASSESSMENT}/trace`]: '403 RIGHT_MISSING',
    [`get ${ASSESSMENT}/report`]: '403 RIGHT_MISSING',
  },
  report: {
    [`get ${ASSESSMENT}/result`]: LET_IN,
    [`get ${ASSESSMENT}/trace`]: LET_IN,
    [`get ${ASSESSMENT}/report`]: LET_IN,
  },
};
const SHOWN_BY_GRANT: Readonly<Record<GrantLevel, readonly Kept[]>> = {
  result: ['name'],
  report: ['name', 'site', 'answer'],
};

let walk: Walk;
let api: RunningApi;
let victim: MarkedCompany;

beforeAll(async () => {
  walk = await Walk.begin();
  ({ api, victim } = walk);
});
afterAll(() => api.stop());

describe('who reads by a grant', () => {
  it.each(GRANT_LEVELS)('finds the %s of what is granted, and nothing else', async (level) => {
    const { http, organisation } = level === 'report' ? walk.reader : await readerOf(level);
    const nobody = { kind: 'person', rights: [] } as const;
    const none = madeUp(victim);
    const ungranted = { ...victim.ids, assessmentId: victim.ids['draftId'] ?? '' };
    const found: string[] = [];
    for (const operation of walk.ofCompanies) {
      const name = nameOf(operation);
      const granted = READ_BY_GRANT[level][name];
      const seen = await walk.seenBy(http, operation, victim.ids);
      const awaited = granted ?? verdictOn(nobody, operation);
      if (seen.told.verdict !== awaited) found.push(`${name}: ${seen.told.verdict}`);
      if (granted !== undefined) found.push(...beyond(SHOWN_BY_GRANT[level], seen, name));
      const others = granted === undefined ? [victim.ids, ungranted] : [ungranted];
      for (const ids of others) {
        const traces = tracesIn(
          await walk.seenBy(http, operation, ids),
          await walk.seenBy(http, operation, none),
        );
        found.push(...traces.map((each) => `${name}: ${each}`));
      }
    }
    expect(found).toEqual([]);
    const received = await http.get(`/api/organisations/${organisation}/received-grants`);
    expect(received.status).toBe(200);
    const told = { kept: keptIn(received.text, '', victim) };
    expect(beyond(['name', 'note'], told, 'received')).toEqual([]);
  });
});

/** Somebody whose organisation may read the result of what has one. */
async function readerOf(level: GrantLevel): Promise<Owner> {
  const [owner, { organisationId = '', assessmentId = '' }] = [await newOwner(api), victim.ids];
  const grant = { granteeId: owner.organisation, level, assessmentIds: [assessmentId] };
  const path = `/api/organisations/${organisationId}/grants`;
  const body = { ...grant, endsAt: inDays(30), note: victim.mark('note') };
  await victim.members.owner.http.post(path).send(body).expect(201);
  return owner;
}

/** What is shown beside that; ids lead nowhere. */
function beyond(shown: readonly Kept[], { kept }: Pick<Seen, 'kept'>, where: string) {
  const kinds = KEPT.filter((kind) => kept.includes(kind) && !shown.includes(kind));
  return kinds.map((kind) => `${where}: ${kind}`);
}

/** What is not as the rights say, and is meant to be so. */
interface Besides {
  readonly verdicts?: Readonly<Record<string, string>>;
  readonly shown?: readonly Kept[];
}

/** Asks for everything of a company that has not been asked before: what is not as the rights say. */
async function surprisesOf(
  caller: Caller,
  company: MarkedCompany,
  { verdicts = {}, shown: alsoShown = [] }: Besides = {},
): Promise<readonly string[]> {
  const { rights } = caller;
  const byRight = KEPT.filter((kind) => SHOWN_BY[kind].some((each) => rights.includes(each)));
  const shown = [...byRight, ...alsoShown];
  const found: string[] = [];
  for (const operation of walk.ofCompanies) {
    const name = nameOf(operation);
    const seen = await walk.seenBy(caller.http, operation, company.ids, company);
    const { verdict } = seen.told;
    const awaited = verdicts[name] ?? verdictOn(caller, operation);
    if (verdict !== awaited) found.push(`${name}: ${verdict}, not ${awaited}`);
    found.push(...beyond(shown, seen, name));
  }
  return found;
}

describe('an operator', () => {
  it('sees the profile of a company, and nothing else without a reason', async () => {
    const closing = 'post /api/operator/organisations/{organisationId}/accesses/{accessId}/closing';
    const ofAnother = { verdicts: { [closing]: '404 ACCESS_NOT_FOUND' } };
    expect(await surprisesOf(await walk.newOperator(), await walk.newCompany(), ofAnother)).toEqual(
      [],
    );
  });

  it('reads what an opened access opens, and neither people nor what is shared', async () => {
    const rights = ['organisation.read', ...RIGHTS_OF_OPENED_ACCESS] as const;
    const { http } = walk.operator;
    const opened: Caller = { name: 'an operator', http, kind: 'operator', rights };
    const own = { shown: ['reason'] } as const;
    expect(await surprisesOf(opened, await walk.newCompany(), own)).toEqual([]);
  });
});

describe('whoever belongs to a company', () => {
  it.each(ORGANISATION_ROLES)('does there what the rights of its %s say', async (role) => {
    const company = await walk.newCompany();
    const [rights, { http }] = [RIGHTS_OF_ROLE[role], company.members[role]];
    const caller = { name: role, http, kind: 'person', rights } as const;
    expect(await surprisesOf(caller, company)).toEqual([]);
  });

  it.each(TOKEN_SCOPES)('does there what a token for %s says', async (scope) => {
    const company = await walk.newCompany();
    const rights = wholeScopes([scope]);
    const caller = { name: scope, http: company.machines[scope], kind: 'machine', rights } as const;
    expect(await surprisesOf(caller, company)).toEqual([]);
  });

  it('needs a right for every route, by the rules', () => {
    const routes = walk.ofCompanies.filter(({ path }) => !path.startsWith('/api/operator/'));
    expect(routes.map(nameOf).sort()).toEqual(Object.keys(RIGHT_OF_ROUTE).sort());
  });
});
