import { randomUUID } from 'node:crypto';
import { Dispatcher } from '../../apps/api/src/platform/mail/dispatcher.js';
import { RetentionJob } from '../../apps/api/src/platform/retention/retention-job.js';
import { bodyOf, type Http, type RunningApi, type SignedIn, startApi } from './api.js';
import { newOwner, type Owner } from './grants.js';
import { newAddress } from './mailbox.js';
import { type Ids, keptIn, type MarkedCompany, markedCompany } from './marked-company.js';
import { Description, isOfCompany, type Operation } from './operations.js';
import type { Asker } from './rights-of-routes.js';
import { rowsOfCompany } from './rows-of-company.js';
import { statementsOf } from './statements.js';
import { ask, comparable, type Told, validRequest } from './valid-requests.js';

/** Somebody, and what they may do in the company that they ask for. */
export interface Caller extends Asker {
  readonly name: string;
  readonly http: Http;
  readonly person?: SignedIn;
}

/** What a request told, and took. */
export interface Seen {
  readonly told: Told;
  readonly comparable: string;
  readonly statements: string;
  readonly refusals: readonly string[];
  /** Of the company that is looked for. */
  readonly kept: readonly string[];
}

/** The service with nothing at work but the requests of a test, and a company to walk around. */
export class Walk {
  private constructor(
    readonly api: RunningApi,
    readonly description: Description,
    /** Verified the companies, and has an access to each open. */
    readonly operator: SignedIn,
    /** Of an organisation that may read reports of the companies. */
    readonly reader: Owner,
    readonly victim: MarkedCompany,
  ) {}

  static async begin(): Promise<Walk> {
    const api = await startApi();
    // Their questions would come between those of the requests.
    api.app.get(Dispatcher).hold();
    await api.app.get(RetentionJob).onApplicationShutdown();
    const description = new Description(bodyOf(await api.http.get('/api/openapi.json')) as never);
    const operator = await api.signIn({ role: 'operator' });
    const reader = await newOwner(api);
    const victim = await markedCompany(api, { grantee: reader.organisation, operator });
    return new Walk(api, description, operator, reader, victim);
  }

  newCompany(): Promise<MarkedCompany> {
    const { api, operator, reader } = this;
    return markedCompany(api, { grantee: reader.organisation, operator });
  }

  get ofCompanies(): readonly Operation[] {
    return inOrder(this.description.operations.filter(isOfCompany));
  }

  get ofNoCompany(): readonly Operation[] {
    return inOrder(this.description.operations.filter((each) => !isOfCompany(each)));
  }

  rowsOfVictim(): Promise<readonly string[]> {
    const { organisationId = '' } = this.victim.ids;
    return rowsOfCompany(this.api.database.adminUrl, organisationId);
  }

  /** What a request tells and takes; it is looked through for what is kept of `company`. */
  async seenBy(
    http: Http,
    operation: Operation,
    ids: Ids,
    company: MarkedCompany = this.victim,
  ): Promise<Seen> {
    const request = validRequest(this.description, operation, ids);
    const { result: told, ...work } = await statementsOf(() => ask(http, request));
    return {
      told,
      comparable: comparable(told, ids),
      statements: work.statements.join('\n'),
      refusals: work.refusals,
      kept: keptIn(told.text, JSON.stringify(request), company),
    };
  }

  /** Whether a route is asked the same, whichever of the ids it is asked with. */
  isAskedAlike(operation: Operation, ...ids: readonly [Ids, Ids]): boolean {
    const [one, other] = ids.map((each) => validRequest(this.description, operation, each));
    return JSON.stringify(one) === JSON.stringify(other);
  }

  async newOperator(): Promise<Caller> {
    const person = await this.api.signIn({ role: 'operator' });
    const rights = ['organisation.read'] as const;
    return { name: 'an operator', http: person.http, kind: 'operator', rights, person };
  }
}

/** What takes something away, or opens more to who asks, comes last. */
function inOrder(operations: readonly Operation[]): readonly Operation[] {
  const order = ['get', 'put', 'post', 'delete'];
  const rank = ({ method, path }: Operation) =>
    order.indexOf(method) +
    (path.startsWith('/api/operator/') ? 10 : 0) +
    (path.endsWith('/closing') ? 10 : 0);
  return operations.toSorted((one, other) => rank(one) - rank(other));
}

/** Ids that name nothing, where those of a company would stand. */
export function madeUp({ ids }: MarkedCompany): Ids {
  const kept = { sectionId: ids['sectionId'], granteeId: ids['granteeId'], email: newAddress() };
  const others = Object.keys(ids).map((name) => [name, randomUUID()] as const);
  return { ...Object.fromEntries(others), ...kept } as Ids;
}

/** By what somebody can tell what is there from what is not; nothing, where all is well. */
export function tracesIn(real: Seen, none: Seen): readonly string[] {
  const traces = {
    [`content: ${real.kept.join(', ')}`]: real.kept.length > 0,
    [`answer: ${difference(real.comparable, none.comparable)}`]:
      real.comparable !== none.comparable,
    [`work: ${difference(real.statements, none.statements)}`]: real.statements !== none.statements,
    [`refusal of the database: ${real.refusals.join()}`]: real.refusals.length > 0,
  };
  return Object.keys(traces).filter((trace) => traces[trace] === true);
}

/** The first line in which two texts are not the same. */
function difference(one: string, other: string): string {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const index = lines.findIndex((line, at) => line !== others[at]);
  return index < 0 ? 'nothing, but more' : `${lines[index] ?? ''} | ${others[index] ?? 'nothing'}`;
}
