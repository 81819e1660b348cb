import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase, withClient } from '@sukoyaka/testing';
import {
  asAdmin,
  attemptOn,
  type Context,
  HASH,
  newOperator,
  newPerson,
  type Operator,
  REFUSED,
  type Statement,
} from '../support/statements-of-application.js';

/**
 * What the database itself lets nobody make of the rights they have: statements of the application,
 * as if no line of it asked anything.
 */

let database: TestDatabase;
let company: string;
let people: Record<'owner' | 'editor' | 'reviewer' | 'assessor', string>;
/** Somebody who belongs to no company. */
let outsider: string;
let operator: Operator;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const admin = (statement: string, values?: readonly unknown[]) =>
  asAdmin(database, statement, values);
const attempt = (context: Context, ...statements: readonly Statement[]) =>
  attemptOn(database, context, ...statements);

async function newMember(role: string): Promise<string> {
  const id = await newPerson(database);
  await admin('INSERT INTO membership (organisation_id, person_id, role) VALUES ($1, $2, $3)', [
    company,
    id,
    role,
  ]);
  return id;
}

beforeEach(async () => {
  company = randomUUID();
  await admin("INSERT INTO organisation (id, name_en, country) VALUES ($1, 'A', 'TH')", [company]);
  people = {
    owner: await newMember('owner'),
    editor: await newMember('editor'),
    reviewer: await newMember('reviewer'),
    assessor: await newMember('assessor'),
  };
  outsider = await newPerson(database);
  operator = await newOperator(database);
});

/** An invitation to the company, which waits; the hash that its link presents. */
async function invited(role: string, changes: Record<string, string> = {}): Promise<string> {
  const key = HASH();
  const set = Object.entries(changes).map(([column, value]) => `${column} = ${value}`);
  await admin(
    `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, invited_by, expires_at)
     VALUES ($1, gen_random_uuid(), $2, 'x@example.com', $3, 'en', $4, now() + interval '1 day')`,
    [company, key, role, people.owner],
  );
  if (set.length > 0)
    await admin(`UPDATE invitation SET ${set.join(', ')} WHERE token_hash = '${key}'`);
  return key;
}

/** An invitation of the platform to be a ministry's analyst of Thailand. */
async function invitedAnalyst(): Promise<string> {
  const key = HASH();
  await admin(
    `INSERT INTO staff_invitation (id, token_hash, email, language, role, countries, invited_by, expires_at)
     VALUES (gen_random_uuid(), $1, 'x@example.com', 'en', 'ministry-analyst', '{TH}', $2, now() + interval '1 day')`,
    [key, operator.person],
  );
  return key;
}

const JOIN = `INSERT INTO membership (organisation_id, person_id, role) VALUES ($1, $2, $3)`;
const ACCEPT = `UPDATE invitation SET accepted_at = now(), accepted_by = $2 WHERE token_hash = $1`;

describe('somebody who is invited', () => {
  const here = (key: string) => ({ person: outsider, tenant: company, key });

  it('joins as offered, once', async () => {
    const key = await invited('reviewer');
    const accept = [ACCEPT, key, outsider] as const;
    const join = [JOIN, company, outsider, 'reviewer'] as const;
    expect(await attempt(here(key), join, accept)).toBe(1);
    await admin('DELETE FROM membership WHERE person_id = $1', [outsider]);
    expect(await attempt(here(key), join)).toBe(REFUSED);
    expect(await attempt(here(key), accept)).toBe(0);
  });

  it.each([
    ['the role', "role = 'owner'"],
    ['the day on which it ends', 'membership_ends_at = NULL'],
    ['until when it can be taken', "expires_at = now() + interval '9 years'"],
    ['the company', 'organisation_id = gen_random_uuid()'],
    ['the address', "email = 'y@example.com'"],
  ])('does not change %s', async (_, change) => {
    const key = await invited('reviewer');
    const statement = `UPDATE invitation SET ${change} WHERE token_hash = $1`;
    expect(await attempt(here(key), [statement, key])).toBe(REFUSED);
  });

  it.each([
    ['was taken back', { revoked_at: 'now()' }],
    ['is too old', { expires_at: 'now()' }],
    ['was taken by another', { accepted_at: 'now()', accepted_by: 'gen_random_uuid()' }],
  ])('does not revive an invitation that %s', async (_, state) => {
    const key = await invited('reviewer', state);
    for (const column of ['revoked_at', 'accepted_at', 'accepted_by']) {
      const revive = `UPDATE invitation SET ${column} = NULL WHERE token_hash = $1`;
      expect(await attempt(here(key), [revive, key])).toBe(0);
    }
    expect(await attempt(here(key), [ACCEPT, key, outsider])).toBe(0);
    expect(await attempt(here(key), [JOIN, company, outsider, 'reviewer'])).toBe(REFUSED);
    expect(await attempt(here(key), ['SELECT FROM organisation'])).toBe(0);
  });

  it('accepts for nobody else', async () => {
    const key = await invited('reviewer');
    expect(await attempt(here(key), [ACCEPT, key, people.assessor])).toBe(REFUSED);
  });

  it('to a role beside organisations takes no other, nor twice', async () => {
    const key = await invitedAnalyst();
    const here = { person: outsider, key };
    const promote = `UPDATE staff_invitation SET role = 'operator', countries = '{}'`;
    expect(await attempt(here, [promote])).toBe(REFUSED);
    const widen = `UPDATE staff_invitation SET countries = '{TH,JP}'`;
    expect(await attempt(here, [widen])).toBe(REFUSED);
    const take = 'INSERT INTO platform_role (person_id, role, countries) VALUES ($1, $2, $3)';
    expect(await attempt(here, [take, outsider, 'ministry-analyst', ['TH', 'JP']])).toBe(REFUSED);
    const accept = 'UPDATE staff_invitation SET accepted_at = now(), accepted_by = $1';
    const asOffered = [take, outsider, 'ministry-analyst', ['TH']] as const;
    expect(await attempt(here, asOffered, [accept, outsider])).toBe(1);
    expect(await attempt(here, ["UPDATE platform_role SET countries = '{JP}'"])).toBe(REFUSED);
    await admin('DELETE FROM platform_role WHERE person_id = $1', [outsider]);
    expect(await attempt(here, asOffered)).toBe(REFUSED);
  });
});

describe('a member', () => {
  it.each(['editor', 'reviewer', 'assessor'] as const)(
    'who is %s gives nobody another role, and takes nobody in or out',
    async (role) => {
      const here = { person: people[role], tenant: company };
      const rise = "UPDATE membership SET role = 'owner' WHERE person_id = $1";
      expect(await attempt(here, [rise, people[role]])).toBe(0);
      expect(await attempt(here, [JOIN, company, outsider, 'owner'])).toBe(REFUSED);
      const out = 'DELETE FROM membership WHERE person_id = $1';
      expect(await attempt(here, [out, people.owner])).toBe(0);
    },
  );

  it.each(['reviewer', 'assessor'] as const)('who is %s writes nothing', async (role) => {
    const here = { person: people[role], tenant: company };
    const site = `INSERT INTO site (organisation_id, id, name_en, country, employees)
      VALUES ($1, gen_random_uuid(), 'x', 'TH', 1)`;
    expect(await attempt(here, [site, company])).toBe(REFUSED);
    expect(await attempt(here, ["UPDATE organisation SET name_en = 'x'"])).toBe(0);
  });

  it.each([
    ['whose a row is', 'id = gen_random_uuid()'],
    ['who founded it', 'founded_by = gen_random_uuid()'],
    ['when it was founded', 'created_at = now()'],
    ['that it is made up', 'is_synthetic = true'],
  ])('does not change %s', async (_, change) => {
    for (const person of [people.owner, people.editor]) {
      const statement = `UPDATE organisation SET ${change}`;
      expect(await attempt({ person, tenant: company }, [statement])).toBe(REFUSED);
    }
  });

  it('who owns it makes nobody a member who did not accept, and gives no term another end', async () => {
    const here = { person: people.owner, tenant: company };
    const put = 'UPDATE membership SET person_id = $1 WHERE person_id = $2';
    expect(await attempt(here, [put, outsider, people.reviewer])).toBe(REFUSED);
    const prolong = 'UPDATE membership SET ends_at = NULL';
    expect(await attempt(here, [prolong])).toBe(REFUSED);
  });

  it('invites, grants and makes tokens in the own name alone', async () => {
    const here = { person: people.owner, tenant: company };
    const invite = `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, invited_by, expires_at)
      VALUES ($1, gen_random_uuid(), $2, 'x@example.com', 'owner', 'en', $3, now() + interval '1 day')`;
    expect(await attempt(here, [invite, company, HASH(), people.editor])).toBe(REFUSED);
    expect(await attempt(here, [invite, company, HASH(), people.owner])).toBe(1);
    const token = `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at)
      VALUES ($1, gen_random_uuid(), $2, 'x', '{answers.read}', $3, now() + interval '1 day')`;
    expect(await attempt(here, [token, company, HASH(), people.editor])).toBe(REFUSED);
    expect(await attempt(here, [token, company, HASH(), people.owner])).toBe(1);
  });

  it('revives no token, and gives it no scope, label or time', async () => {
    const id = randomUUID();
    await admin(
      `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at, revoked_at)
       VALUES ($1, $2, $3, 'x', '{audit.read}', $4, now() + interval '1 day', now())`,
      [company, id, HASH(), people.owner],
    );
    const here = { person: people.owner, tenant: company };
    expect(await attempt(here, ['UPDATE api_token SET revoked_at = NULL'])).toBe(0);
    for (const change of ["scopes = '{answers.write}'", "label = 'y'", 'expires_at = now()']) {
      expect(await attempt(here, [`UPDATE api_token SET ${change}`])).toBe(REFUSED);
    }
  });

  it('who founded a company does not take it back once everybody has left', async () => {
    const [id, founder] = [randomUUID(), outsider];
    const here = { person: founder, tenant: id };
    const found = `INSERT INTO organisation (id, name_en, country, founded_by) VALUES ($1, 'B', 'TH', $2)`;
    const own = [JOIN, id, founder, 'owner'] as const;
    expect(await attempt(here, [found, id, founder], own)).toBe(1);
    await admin('DELETE FROM membership WHERE organisation_id = $1', [id]);
    expect(await attempt(here, own)).toBe(REFUSED);
  });
});

describe('an operator', () => {
  const OPEN = `INSERT INTO operator_access (organisation_id, id, person_id, reason, opened_at, expires_at, closed_at)
    VALUES ($1, gen_random_uuid(), $2, $3, now() + $4::interval, now() + $4::interval + interval '8 hours', NULL)`;
  const here = () => ({ ...operator, tenant: company });
  const open = (reason: string, from = '0') =>
    attempt(here(), [OPEN, company, operator.person, reason, from]);
  const READABLE = "SELECT FROM unnest(rights_here()) AS r WHERE r = 'answers.read'";
  const readable = () => attempt(here(), [READABLE]);

  it('opens an access for a reason, from now on and not for longer than is allowed', async () => {
    expect(await open('short')).toBe('23514');
    expect(await open('a reason long enough', '9 years')).toBe(REFUSED);
    expect(await open('a reason long enough', '-1 hour')).toBe(REFUSED);
    expect(await readable()).toBe(0);
    expect(await open('a reason long enough')).toBe(1);
    expect(await readable()).toBe(1);
  });

  it('neither reopens an access nor changes its reason or its end', async () => {
    await open('a reason long enough');
    for (const change of [
      "reason = 'another reason'",
      'expires_at = opened_at',
      'person_id = person_id',
    ]) {
      expect(await attempt(here(), [`UPDATE operator_access SET ${change}`])).toBe(REFUSED);
    }
    expect(await attempt(here(), ['UPDATE operator_access SET closed_at = now()'])).toBe(1);
    expect(await readable()).toBe(0);
    expect(await attempt(here(), ['UPDATE operator_access SET closed_at = NULL'])).toBe(0);
    expect(await readable()).toBe(0);
  });

  it('gives nobody a role, but invites', async () => {
    const give = "INSERT INTO platform_role (person_id, role) VALUES ($1, 'operator')";
    expect(await attempt(operator, [give, outsider])).toBe(REFUSED);
    const invite = `INSERT INTO staff_invitation (id, token_hash, email, language, role, invited_by, expires_at)
      VALUES (gen_random_uuid(), $1, 'x@example.com', 'en', 'operator', $2, now() + interval '1 day')`;
    expect(await attempt(operator, [invite, HASH(), operator.person])).toBe(1);
    expect(await attempt(operator, [invite, HASH(), outsider])).toBe(REFUSED);
  });

  it('names assessors for a time and a reason, and nobody else', async () => {
    const name = (role: string, end: string, reason: string | null = 'they asked for it') =>
      attempt(here(), [
        `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, invited_by, reason, expires_at, membership_ends_at)
         VALUES ($1, gen_random_uuid(), $2, 'x@example.com', $3, 'en', $4, $5, now() + interval '1 day', ${end})`,
        company,
        HASH(),
        role,
        operator.person,
        reason,
      ]);
    expect(await name('owner', "now() + interval '1 day'")).toBe(REFUSED);
    expect(await name('assessor', 'NULL')).toBe(REFUSED);
    expect(await name('assessor', "now() + interval '367 days'")).toBe(REFUSED);
    expect(await name('assessor', "now() + interval '1 day'", null)).toBe(REFUSED);
    expect(await name('assessor', "now() + interval '1 day'", '         ')).toBe(REFUSED);
    expect(await name('assessor', "now() + interval '1 day'")).toBe(1);
  });
});

describe('what is decided', () => {
  const MOMENTS = [
    ['now()', 1],
    ["now() - interval '1 day'", REFUSED],
    ["now() + interval '1 day'", REFUSED],
  ] as const;

  it.each(MOMENTS)('about taking part is dated when it is: %s', async (moment, outcome) => {
    const decide = `INSERT INTO consent_record (organisation_id, sequence, kind, decision,
        text_version, text_hash, language, person_id, recorded_at)
      VALUES ($1, 1, 'publication', 'withdrawn', '1.0', 'hash', 'en', $2, ${moment})`;
    const here = { person: people.owner, tenant: company };
    expect(await attempt(here, [decide, company, people.owner])).toBe(outcome);
  });

  it.each(MOMENTS)('about who a company is, is dated when it is: %s', async (moment, outcome) => {
    const decide = `INSERT INTO organisation_verification (organisation_id, sequence, state,
        facts_hash, evidence, decided_by, decided_at)
      SELECT id, 1, 'verified', identifying_facts_hash(o), 'register', $2, ${moment}
      FROM organisation o WHERE id = $1`;
    const here = { ...operator, tenant: company };
    expect(await attempt(here, [decide, company, operator.person])).toBe(outcome);
  });
});

describe('a secret that serves once', () => {
  it('is not made to serve again, and a link becomes no other', async () => {
    const key = HASH();
    await admin(
      `INSERT INTO one_time_link (token_hash, purpose, email, language, expires_at)
       VALUES ($1, 'sign-up', 'x@example.com', 'en', now() + interval '1 day')`,
      [key],
    );
    for (const change of ["purpose = 'password-reset'", `person_id = '${outsider}'`]) {
      expect(await attempt({ key }, [`UPDATE one_time_link SET ${change}`])).toBe(REFUSED);
    }
    expect(await attempt({ key }, ['UPDATE one_time_link SET used_at = now()'])).toBe(1);
    expect(await attempt({ key }, ['UPDATE one_time_link SET used_at = NULL'])).toBe(0);

    const here = { person: outsider };
    const code = 'INSERT INTO recovery_code (person_id, code_hash) VALUES ($1, $2)';
    expect(await attempt(here, [code, outsider, HASH()])).toBe(1);
    expect(await attempt(here, ['UPDATE recovery_code SET used_at = now()'])).toBe(1);
    expect(await attempt(here, ['UPDATE recovery_code SET used_at = NULL'])).toBe(0);
  });
});

describe("somebody who puts on the application's role", () => {
  it('sees no more than the application does', async () => {
    const [role, application] = [
      `puts_on_${randomUUID().slice(0, 8)}`,
      new URL(database.appUrl).username,
    ];
    await admin(`CREATE ROLE ${role} LOGIN PASSWORD 'x'; GRANT ${application} TO ${role}`);
    try {
      const url = Object.assign(new URL(database.adminUrl), { username: role, password: 'x' });
      await withClient(url.href, async (client) => {
        await client.query(`SET ROLE ${application}`);
        for (const table of ['organisation', 'person', 'membership', 'session']) {
          expect({ table, seen: (await client.query(`SELECT FROM ${table}`)).rowCount }).toEqual({
            table,
            seen: 0,
          });
        }
      });
    } finally {
      await admin(`DROP ROLE ${role}`);
    }
  });
});
