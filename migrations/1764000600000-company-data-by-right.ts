import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inTenantWith, protect, withoutRules } from './row-level-security.js';
import { isolateByTenant } from './tenant-isolation.js';

const TABLES = [
  'organisation',
  'site',
  'assessment',
  'assessment_section',
  'evaluation_result',
  'idempotency_record',
] as const;

/** Rows of a company are seen by who has the right there; until now the tenant's name sufficed. */
export class CompanyDataByRight1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`DROP POLICY ${table}_of_tenant ON ${table}`);
      await runner.query(protect(table, RULES[table]));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(withoutRules(table));
      await runner.query(isolateByTenant(table, table === 'organisation' ? 'id' : undefined));
    }
  }
}

const HERE = 'organisation_id = (SELECT acting_tenant())';

/** What a result rests on stays as it was submitted. */
const IS_DRAFT = `EXISTS (SELECT FROM assessment a
  WHERE a.organisation_id = assessment_section.organisation_id AND a.id = assessment_id
    AND a.status = 'draft')`;

export const ORGANISATION_RULES = {
  read: [
    inTenantWith('organisation.read', 'id'),
    'id IN (SELECT own_organisations())',
    'id IN (SELECT inviting_organisations())',
    '(id = (SELECT acting_tenant()) AND EXISTS (SELECT FROM granted_assessments()))',
    '(SELECT is_operator())',
  ].join(' OR '),
  insert: 'id = (SELECT acting_tenant()) AND founded_by = (SELECT acting_person())',
  update: inTenantWith('organisation.write', 'id'),
} as const;

const RULES = {
  organisation: ORGANISATION_RULES,
  site: {
    read: inTenantWith('organisation.read'),
    insert: inTenantWith('organisation.write'),
    update: inTenantWith('organisation.write'),
    remove: inTenantWith('organisation.write'),
  },
  assessment: {
    read: `${inTenantWith('assessment.read')} OR (${HERE} AND id IN (SELECT granted_assessments()))`,
    insert: inTenantWith('answers.write'),
    update: inTenantWith('answers.write'),
  },
  assessment_section: {
    read: inTenantWith('answers.read'),
    insert: `${inTenantWith('answers.write')} AND ${IS_DRAFT}`,
    update: `${inTenantWith('answers.write')} AND ${IS_DRAFT}`,
  },
  // A row holds the answers too: neither a grant of the result alone nor the right to it opens it.
  evaluation_result: {
    read: `${inTenantWith('answers.read')} OR ${inTenantWith('report.read')} OR (${HERE} AND assessment_id IN (SELECT granted_reports()))`,
    insert: inTenantWith('answers.write'),
  },
  idempotency_record: {
    read: inTenantWith('answers.write'),
    insert: inTenantWith('answers.write'),
  },
} as const;
