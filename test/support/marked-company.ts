import { randomBytes, randomUUID } from 'node:crypto';
import {
  ORGANISATION_ROLES,
  type OrganisationRole,
  TOKEN_SCOPES,
  type TokenScope,
  wholeScopes,
} from '@sukoyaka/access';
import { newApiToken, tokenHash } from '@sukoyaka/credentials';
import { withClient } from '@sukoyaka/testing';
import { bodyOf, type Http, httpOf, type RunningApi, type SignedIn } from './api.js';
import { saveAssessment, SITE, submit } from './builders.js';
import { inDays } from './grants.js';
import type { PersonOptions } from './people.js';
import { idsIn, rowsOfCompany } from './rows-of-company.js';

/** What a company keeps to itself, or shows to some. */
export const KEPT = [
  'name',
  'group',
  'site',
  'place',
  'member',
  'address',
  'answer',
  'reason',
  'label',
  'evidence',
  'note',
  'passkey',
] as const;
export type Kept = (typeof KEPT)[number];

/** What stands in everything of that kind: who is not to know it may get no answer that holds it. */
type Mark = (kind: Kept) => string;

/** A company with something of each kind, all of it marked. */
export interface MarkedCompany {
  /** Of its things, by the names that addresses give them, and the address of a member. */
  readonly ids: Ids;
  readonly members: Readonly<Record<OrganisationRole, SignedIn>>;
  /** Requests of a machine with each scope, and with what it implies. */
  readonly machines: Readonly<Record<TokenScope, Http>>;
  readonly mark: Mark;
  /** Of all that is its own. */
  readonly everyId: readonly string[];
}
export type Ids = Readonly<Record<string, string>>;

/** Who has to do with the company from outside: an organisation that reads, an operator. */
export interface Outsiders {
  readonly grantee: string;
  /** Verifies it, and opens an access to it. */
  readonly operator: SignedIn;
  /** Under which its assessment is submitted. */
  readonly key?: string;
}

const PERIODS = {
  scored: { periodStart: '2022-04-01', periodEnd: '2023-03-31' },
  draft: { periodStart: '2023-04-01', periodEnd: '2024-03-31' },
};

export async function markedCompany(
  api: RunningApi,
  { grantee, operator, key = randomUUID() }: Outsiders,
): Promise<MarkedCompany> {
  const made = new Making(api, markOf());
  const owner = await made.newcomer();
  const post = postOf(owner.http);
  const organisationId = await post('', made.profile);
  const members = await made.members(owner, organisationId);
  const leaving = await made.newcomer({ organisation: organisationId, role: 'reviewer' });
  // Before the assessments: their sheets hold the sites.
  const siteId = await post(`/${organisationId}/sites`, made.site);
  const assessments = await made.assessments(owner, organisationId, key);
  const { tokenId, http: machines } = await made.machines(organisationId, owner.id);
  const ids = {
    ...assessments,
    organisationId,
    siteId,
    tokenId,
    granteeId: grantee,
    sectionId: SECTION,
    personId: leaving.id,
    email: members.editor.email,
    grantId: await post(`/${organisationId}/grants`, made.grant(grantee, assessments.assessmentId)),
    invitationId: await post(`/${organisationId}/invitations`, made.invitation),
    accessId: await made.decidedBy(operator, organisationId),
    ...(await made.waysIn(owner)),
  };
  const rows = await rowsOfCompany(api.database.adminUrl, organisationId);
  const everyId = idsIn(rows).filter((id) => ![grantee, operator.id].includes(id));
  return { ids, members, machines, mark: made.mark, everyId };
}

/** What an answer holds of a company that the request did not: kinds of what is kept, and ids. */
export function keptIn(answer: string, sent: string, { everyId, mark }: MarkedCompany) {
  const isShown = (text: string) => answer.includes(text) && !sent.includes(text);
  return [...KEPT.filter((kind) => isShown(mark(kind))), ...everyId.filter(isShown)];
}

/** Of one company alone. */
function markOf(): Mark {
  const company = randomBytes(5).toString('hex');
  return (kind) => `zq${company}${kind}`;
}

const SECTION = 'policy';

function postOf(http: Http) {
  return async (path: string, body: object) =>
    String(bodyOf(await http.post(`/api/organisations${path}`).send(body).expect(201))['id']);
}

/** The parts of a company that bear its mark. */
class Making {
  constructor(
    private readonly api: RunningApi,
    readonly mark: Mark,
  ) {}

  get profile() {
    return { names: this.#names('name'), country: 'TH', group: { name: this.mark('group') } };
  }

  get site() {
    return { ...SITE, names: this.#names('site'), place: this.mark('place') };
  }

  get invitation() {
    return { email: this.#newAddress(), role: 'editor', language: 'th' };
  }

  grant(granteeId: string, assessmentId: string) {
    const term = { endsAt: inDays(30), note: this.mark('note') };
    return { granteeId, level: 'report', assessmentIds: [assessmentId], ...term };
  }

  newcomer(memberOf?: PersonOptions['memberOf']): Promise<SignedIn> {
    const person = { name: this.mark('member'), email: this.#newAddress() };
    return this.api.signIn(memberOf === undefined ? person : { ...person, memberOf });
  }

  async members(owner: SignedIn, organisation: string) {
    const made = ORGANISATION_ROLES.map(async (role) => {
      const member = role === 'owner' ? owner : await this.newcomer({ organisation, role });
      return [role, member] as const;
    });
    return Object.fromEntries(await Promise.all(made)) as Record<OrganisationRole, SignedIn>;
  }

  /** One that has a result, and one that is still being answered. */
  async assessments({ http }: SignedIn, organisation: string, key: string) {
    const as = { ...this.api, http };
    const answers = {
      'business-issue': 'retention',
      'business-issue-detail': this.mark('answer'),
    };
    const [scored, draft] = [
      await saveAssessment(as, organisation, PERIODS.scored),
      await saveAssessment(as, organisation, PERIODS.draft),
    ];
    for (const { path } of [scored, draft]) {
      const save = http.put(`${path}/sections/${SECTION}`).set('If-Match', '"0"');
      await save.send({ answers }).expect(200);
    }
    await submit(as, scored, key).expect(200);
    return { assessmentId: scored.id, draftId: draft.id };
  }

  /** Has an operator verify it, and open an access. */
  async decidedBy({ http }: SignedIn, organisation: string): Promise<string> {
    const path = `/api/operator/organisations/${organisation}`;
    const decision = { state: 'verified', evidence: this.mark('evidence') };
    await http.post(`${path}/verification`).set('If-Match', '"1"').send(decision).expect(200);
    const reason = { reason: `Asked for help: ${this.mark('reason')}` };
    return String(bodyOf(await http.post(`${path}/accesses`).send(reason).expect(201))['id']);
  }

  /** A machine with each scope, and a token that nobody needs. */
  async machines(organisation: string, owner: string) {
    const made = TOKEN_SCOPES.map(async (scope) => {
      const { token } = await this.#machine(organisation, owner, scope);
      return [scope, httpOf(this.api.url, { authorization: `Bearer ${token}` })] as const;
    });
    const { id: tokenId } = await this.#machine(organisation, owner, 'audit.read');
    const http = Object.fromEntries(await Promise.all(made)) as Record<TokenScope, Http>;
    return { http, tokenId };
  }

  async #machine(organisation: string, owner: string, scope: TokenScope) {
    const [id, token] = [randomUUID(), newApiToken()];
    const label = this.mark('label');
    await this.#insert(
      `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + interval '1 day')`,
      [organisation, id, tokenHash(token), label, wholeScopes([scope]), owner],
    );
    return { id, token };
  }

  /** What a person signs in with, of which nobody has the secrets. */
  async waysIn({ id: person, sessionId }: SignedIn) {
    const [passkeyId, identityId] = [randomUUID(), randomUUID()];
    await this.#insert(
      `INSERT INTO passkey (person_id, id, credential_id, public_key, counter, transports,
         is_backed_up, label)
       VALUES ($1, $2, $3, '', 0, '{}', false, $4)`,
      [person, passkeyId, randomUUID(), this.mark('passkey')],
    );
    await this.#insert(
      `INSERT INTO external_identity (person_id, id, provider, subject) VALUES ($1, $2, 'x', $3)`,
      [person, identityId, randomUUID()],
    );
    return { passkeyId, identityId, sessionId };
  }

  #names(kind: Kept) {
    return { th: this.mark(kind), ja: this.mark(kind), en: this.mark(kind) };
  }

  #newAddress(): string {
    return `${this.mark('address')}-${randomUUID()}@example.com`;
  }

  #insert(statement: string, values: readonly unknown[]) {
    return withClient(this.api.database.adminUrl, (client) => client.query(statement, [...values]));
  }
}
