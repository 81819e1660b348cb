import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@sukoyaka/testing';
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

/** What the database gives out, and to whom, where no right to it is there or only a part of one. */

let database: TestDatabase;
let company: string;
let people: Record<'owner' | 'assessor', string>;
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
  const join = 'INSERT INTO membership (organisation_id, person_id, role) VALUES ($1, $2, $3)';
  await admin(join, [company, id, role]);
  return id;
}

beforeEach(async () => {
  company = randomUUID();
  await admin("INSERT INTO organisation (id, name_en, country) VALUES ($1, 'A', 'TH')", [company]);
  people = { owner: await newMember('owner'), assessor: await newMember('assessor') };
  outsider = await newPerson(database);
  operator = await newOperator(database);
});

describe('a transaction in which nobody acts', () => {
  it('gives out nobody’s data, and erases nobody', async () => {
    const asked = `SELECT FROM (SELECT personal_data($1, '') AS data) AS given WHERE data IS NOT NULL`;
    expect(await attempt({ person: outsider }, [asked, outsider])).toBe(1);
    expect(await attempt({}, [asked, outsider])).toBe(0);
    const obstacles = 'SELECT FROM erasure_obstacles($1)';
    expect(await attempt({ person: people.owner }, [obstacles, people.owner])).toBe(1);
    expect(await attempt({}, [obstacles, people.owner])).toBe(0);
    const erase = `SELECT FROM erase_person($1, '', '{}')`;
    for (const context of [{}, { tenant: company }, { key: `${outsider}@example.com` }]) {
      expect(await attempt(context, [erase, outsider])).toBe(REFUSED);
    }
  });

  it('carries out retention only where nothing is presented either', async () => {
    const asked = [
      "SELECT carry_out_retention('sessions', 3650, true, 9)",
      "SELECT FROM erase_assessments('assessments', 3650, 9)",
    ];
    for (const statement of asked) {
      expect(await attempt({ key: `${outsider}@example.com` }, [statement])).toBe(REFUSED);
      expect(await attempt({}, [statement])).not.toBe(REFUSED);
    }
  });
});

describe('who gives a grant', () => {
  it('learns the name of the other organisation, and nothing else of it', async () => {
    const other = randomUUID();
    await admin(
      "INSERT INTO organisation (id, name_en, country, employees) VALUES ($1, 'B', 'JP', 12)",
      [other],
    );
    const here = { person: people.owner, tenant: company };
    const give = `INSERT INTO access_grant (organisation_id, id, grantee_id, level, begins_at, ends_at, given_by)
      VALUES ($1, gen_random_uuid(), $2, 'result', now(), now() + interval '1 day', $3)`;
    expect(await attempt(here, [give, company, other, people.owner])).toBe(1);
    expect(await attempt(here, ['SELECT FROM organisation WHERE id = $1', other])).toBe(0);
    const named = "SELECT FROM grant_counterparts() WHERE id = $1 AND name_en = 'B'";
    expect(await attempt(here, [named, other])).toBe(1);
    expect(await attempt({ ...here, person: people.assessor }, [named, other])).toBe(0);
  });
});

describe('who is invited', () => {
  it('learns the name of the organisation, and nothing else of it before joining', async () => {
    const key = HASH();
    await admin(
      `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, expires_at)
       VALUES ($1, gen_random_uuid(), $2, 'x@example.com', 'reviewer', 'en', now() + interval '1 day')`,
      [company, key],
    );
    const named = "SELECT FROM inviting_organisations() WHERE id = $1 AND name_en = 'A'";
    const profile = ['SELECT FROM organisation WHERE id = $1', company] as const;
    for (const here of [{ key }, { key, person: outsider, tenant: company }]) {
      expect(await attempt(here, [named, company])).toBe(1);
      expect(await attempt(here, profile)).toBe(0);
    }
    expect(await attempt({ key: HASH() }, [named, company])).toBe(0);
  });
});

describe('a company whose answers an operator read', () => {
  it('learns who that was, and not how to reach them', async () => {
    const here = { person: people.owner, tenant: company };
    const named = [
      "SELECT FROM access_operators() WHERE id = $1 AND name = 'Somebody'",
      operator.person,
    ] as const;
    expect(await attempt(here, named)).toBe(0);
    const open = `INSERT INTO operator_access (organisation_id, id, person_id, reason, expires_at)
      VALUES ($1, gen_random_uuid(), $2, 'they asked for help', now() + interval '1 hour')`;
    await admin(open, [company, operator.person]);
    expect(await attempt(here, named)).toBe(1);
    expect(await attempt(here, ['SELECT FROM person WHERE id = $1', operator.person])).toBe(0);
    expect(await attempt({ person: outsider, tenant: company }, named)).toBe(0);
  });
});

describe('a machine that may read results alone', () => {
  const machine = async (scope: string) => {
    const key = HASH();
    await admin(
      `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at)
       VALUES ($1, gen_random_uuid(), $2, 'x', ARRAY[$3], $4, now() + interval '1 day')`,
      [company, key, scope, people.owner],
    );
    return { tenant: company, key };
  };

  it('opens no row with answers, and gets the result without them', async () => {
    const assessment = randomUUID();
    await admin(
      `INSERT INTO assessment (organisation_id, id, edition_id, edition_version, edition_hash,
         rule_set_ids, period_start, period_end)
       VALUES ($1, $2, 'x', '1', 'x', '{}', '2025-04-01', '2026-03-31')`,
      [company, assessment],
    );
    await admin(
      `INSERT INTO evaluation_result (organisation_id, assessment_id, result, rule_sets)
       VALUES ($1, $2, '{"answers": {"q": 1}, "total": 5}', '[]')`,
      [company, assessment],
    );
    const row = ['SELECT FROM evaluation_result'] as const;
    const alone = [
      "SELECT FROM granted_result($1) WHERE NOT result ? 'answers'",
      assessment,
    ] as const;
    const [results, reports, neither] = [
      await machine('result.read'),
      await machine('report.read'),
      await machine('audit.read'),
    ];
    expect([await attempt(results, row), await attempt(results, alone)]).toEqual([0, 1]);
    expect(await attempt(reports, row)).toBe(1);
    expect([await attempt(neither, row), await attempt(neither, alone)]).toEqual([0, 0]);
  });
});

describe('what was submitted', () => {
  it('stays as it was, for whoever may write answers', async () => {
    const assessment = randomUUID();
    await admin(
      `INSERT INTO assessment (organisation_id, id, edition_id, edition_version, edition_hash,
         rule_set_ids, period_start, period_end)
       VALUES ($1, $2, 'x', '1', 'x', '{}', '2025-04-01', '2026-03-31')`,
      [company, assessment],
    );
    const add = `INSERT INTO assessment_section (organisation_id, assessment_id, section_id)
      VALUES ($1, $2, $3)`;
    const change = `UPDATE assessment_section SET answers = '{"q": "yes"}' WHERE assessment_id = $1`;
    const here = { person: people.owner, tenant: company };
    expect(await attempt(here, [add, company, assessment, 'one'])).toBe(1);
    expect(await attempt(here, [change, assessment])).toBe(1);
    await admin(
      "UPDATE assessment SET status = 'scored', submitted_at = now(), scored_at = now() WHERE id = $1",
      [assessment],
    );
    expect(await attempt(here, [change, assessment])).toBe(0);
    expect(await attempt(here, [add, company, assessment, 'two'])).toBe(REFUSED);
    const reopen = `UPDATE assessment SET status = 'draft', submitted_at = NULL, scored_at = NULL
      WHERE id = $1`;
    expect(await attempt(here, [reopen, assessment])).toBe('23001');
  });
});

describe('what was decided', () => {
  it('is dated when it was', async () => {
    const agree = `INSERT INTO consent_record (organisation_id, sequence, kind, decision, text_version, text_hash, language, person_id, recorded_at)
      VALUES ($1, 1, 'publication', 'given', '1.0', 'x', 'en', $2, now() + $3::interval)`;
    const verify = `INSERT INTO organisation_verification (organisation_id, sequence, state, facts_hash, evidence, decided_by, decided_at)
      SELECT id, 1, 'verified', identifying_facts_hash(o), 'a register', $2, now() + $3::interval
      FROM organisation o WHERE id = $1`;
    const decisions = [
      [agree, { person: people.owner, tenant: company }],
      [verify, operator],
    ] as const;
    for (const [statement, context] of decisions) {
      for (const [from, outcome] of [
        ['-1 year', REFUSED],
        ['1 year', REFUSED],
        ['0', 1],
      ] as const) {
        expect(await attempt(context, [statement, company, context.person, from])).toBe(outcome);
      }
    }
  });

  it('names nobody as having accepted what waits', async () => {
    const key = HASH();
    await admin(
      `INSERT INTO invitation (organisation_id, id, token_hash, email, role, language, expires_at)
       VALUES ($1, gen_random_uuid(), $2, 'x@example.com', 'reviewer', 'en', now() + interval '1 day')`,
      [company, key],
    );
    const name = 'UPDATE invitation SET accepted_by = $2 WHERE token_hash = $1';
    const here = { person: people.owner, tenant: company };
    expect(await attempt(here, [name, key, outsider])).toBe('23514');
  });
});
