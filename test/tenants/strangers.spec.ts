import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORGANISATION_ROLES, TOKEN_SCOPES } from '@sukoyaka/access';
import { withClient } from '@sukoyaka/testing';
import { Afterwards } from '../../apps/api/src/platform/http/afterwards.js';
import { type Http, httpOf, type RunningApi, type SignedIn } from '../support/api.js';
import type { Ids, MarkedCompany } from '../support/marked-company.js';
import type { Operation } from '../support/operations.js';
import { makeSession } from '../support/people.js';
import { nameOf, verdictOn } from '../support/rights-of-routes.js';
import { type Caller, madeUp, type Seen, tracesIn, Walk } from '../support/walk.js';

/** What operators see of every company. */
const DIRECTORY = 'get /api/operator/organisations';
const SHOWN_TO_OPERATORS: readonly string[] = ['name', 'group', 'evidence'];
/** The log of the platform names it, and who founded it. */
const PLATFORM_LOG = 'get /api/operator/audit';

/**
 * Answered before it is looked up whose an address is; what follows is done when it is, and is
 * compared where the answers are (session.spec.ts, joining.spec.ts).
 */
const ANSWERED_FIRST = ['post /api/session', 'post /api/sign-ups', 'post /api/password-resets'];

/** When a walk that hangs is given up, on a busy machine too. */
const LONGEST_MS = 300_000;

let walk: Walk;
let api: RunningApi;
let victim: MarkedCompany;
let rival: MarkedCompany;
let strangers: readonly Caller[];

beforeAll(async () => {
  walk = await Walk.begin();
  ({ api, victim } = walk);
  rival = await walk.newCompany();
  strangers = await everybodyElse(rival);
});
afterAll(() => api.stop());

/** Whoever has nothing to do with the company: of another one, beside companies, or nobody. */
async function everybodyElse({ members, machines }: MarkedCompany): Promise<readonly Caller[]> {
  const person = (name: string, signedIn: SignedIn): Caller => {
    return { name, http: signedIn.http, kind: 'person', rights: [], person: signedIn };
  };
  const analyst = await api.signIn({ role: 'ministry-analyst', countries: ['JP'] });
  return [
    ...ORGANISATION_ROLES.map((role) => person(`another's ${role}`, members[role])),
    ...TOKEN_SCOPES.map((scope): Caller => {
      const http = machines[scope];
      return { name: `another's machine for ${scope}`, http, kind: 'machine', rights: [] };
    }),
    person('an analyst of another country', analyst),
    person('a person of no company', await api.signIn()),
    { name: 'nobody', http: api.anonymous, kind: 'nobody', rights: [] },
  ];
}

describe('whoever is not of a company', () => {
  it(
    'is answered as if it were nobody’s, by the same work, in every role and on every route',
    async () => {
      const [before, none] = [await walk.rowsOfVictim(), madeUp(victim)];
      const found: string[] = [];
      for (const caller of strangers) {
        for (const operation of walk.ofCompanies) {
          const seen = await walk.seenBy(caller.http, operation, victim.ids);
          const traces = tracesIn(seen, await walk.seenBy(caller.http, operation, none));
          const { verdict } = seen.told;
          const awaited = verdictOn(caller, operation);
          const surprises =
            verdict === awaited ? traces : [`${verdict}, not ${awaited}`, ...traces];
          found.push(...surprises.map((each) => `${caller.name}, ${nameOf(operation)}: ${each}`));
        }
      }
      expect(found).toEqual([]);
      expect(await walk.rowsOfVictim()).toEqual(before);
    },
    LONGEST_MS,
  );

  it(
    'finds nothing of it by its ids under the own one',
    async () => {
      const before = await walk.rowsOfVictim();
      const { organisationId = '', granteeId = '' } = rival.ids;
      const here = { organisationId, granteeId };
      const [real, none] = [
        { ...victim.ids, ...here },
        { ...madeUp(victim), ...here },
      ];
      const found: string[] = [];
      for (const { name, http } of strangers) {
        for (const operation of walk.ofCompanies) {
          const isAlike = walk.isAskedAlike(operation, real, none);
          if (!isAlike) await forgetAttempts();
          const seen = await walk.seenBy(http, operation, real);
          const traces = isAlike
            ? seen.kept
            : tracesIn(seen, await walk.seenBy(http, operation, none));
          found.push(...traces.map((each) => `${name}, ${nameOf(operation)}: ${each}`));
        }
      }
      expect(found).toEqual([]);
      expect(await walk.rowsOfVictim()).toEqual(before);
    },
    LONGEST_MS,
  );

  it(
    'learns nothing of it or of its people where no company is named',
    async () => {
      const [before, none] = [await walk.rowsOfVictim(), madeUp(victim)];
      // Not those of the other tests: some requests end all their sessions.
      const callers = [...(await everybodyElse(await walk.newCompany())), await walk.newOperator()];
      const found: string[] = [];
      for (const operation of walk.ofNoCompany) {
        const isAlike = walk.isAskedAlike(operation, victim.ids, none);
        for (const caller of callers) {
          const real = await seenAlone(caller, operation, victim.ids);
          const other = isAlike ? real : await seenAlone(caller, operation, none);
          found.push(
            ...tracesIn(real, other).map((each) => `${caller.name}, ${nameOf(operation)}: ${each}`),
          );
        }
      }
      expect(found).toEqual([]);
      expect(await walk.rowsOfVictim()).toEqual(before);
    },
    LONGEST_MS,
  );
});

/** Of what was asked before, a request is not to suffer. */
const forgetAttempts = () =>
  withClient(api.database.adminUrl, (client) => client.query('DELETE FROM throttle'));

/** What a request sees, with nothing of others before or after it, in a session that it may end. */
async function seenAlone(caller: Caller, operation: Operation, ids: Ids): Promise<Seen> {
  const http = operation.method === 'delete' ? await anew(caller) : caller.http;
  if (!ANSWERED_FIRST.includes(nameOf(operation))) {
    return withoutShown(await walk.seenBy(http, operation, ids), caller, operation);
  }
  await forgetAttempts();
  const seen = await walk.seenBy(http, operation, ids);
  await api.app.get(Afterwards).done();
  return { ...seen, statements: '' };
}

async function anew({ http, person, kind }: Caller): Promise<Http> {
  if (person === undefined) return http;
  const hasSecondFactor = kind === 'operator';
  const { cookie } = await makeSession(api.database.adminUrl, person.id, { hasSecondFactor });
  return httpOf(api.url, { cookie });
}

function withoutShown(seen: Seen, { kind }: Caller, operation: Operation): Seen {
  if (kind !== 'operator') return seen;
  const { organisationId = '' } = victim.ids;
  const shown = {
    [DIRECTORY]: [...SHOWN_TO_OPERATORS, organisationId],
    [PLATFORM_LOG]: [organisationId, victim.members.owner.id],
  }[nameOf(operation)];
  return { ...seen, kept: seen.kept.filter((each) => shown?.includes(each) !== true) };
}
