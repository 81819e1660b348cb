import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByTenant } from './tenant-isolation.js';

const TABLES = ['assessment', 'assessment_section', 'evaluation_result', 'idempotency_record'];

/** Assessments with their answers by section, their results, and what repeated requests get. */
export class Assessments1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createAssessments(runner);
    await createSections(runner);
    await createResults(runner);
    await createIdempotencyRecords(runner);
    for (const table of TABLES) await runner.query(isolateByTenant(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await runner.query(`DROP TABLE ${table}`);
  }
}

function createAssessments(runner: QueryRunner): Promise<unknown> {
  return runner.query(`
    CREATE TABLE assessment (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      edition_id text NOT NULL,
      edition_version text NOT NULL,
      edition_hash text NOT NULL,
      rule_set_ids text[] NOT NULL,
      period_start date NOT NULL,
      period_end date NOT NULL,
      status text NOT NULL DEFAULT 'draft',
      created_at timestamptz NOT NULL DEFAULT now(),
      submitted_at timestamptz,
      scored_at timestamptz,
      released_at timestamptz,
      CONSTRAINT assessment_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT assessment_organisation_fk
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
      CONSTRAINT assessment_once_per_period
        UNIQUE (organisation_id, edition_id, period_start, period_end),
      CONSTRAINT assessment_period_order CHECK (period_start <= period_end),
      CONSTRAINT assessment_status_known
        CHECK (status IN ('draft', 'submitted', 'scored', 'released')),
      CONSTRAINT assessment_status_dated CHECK (
        (submitted_at IS NOT NULL) = (status <> 'draft')
        AND (scored_at IS NOT NULL) = (status IN ('scored', 'released'))
        AND (released_at IS NOT NULL) = (status = 'released')
      )
    )
  `);
}

function createSections(runner: QueryRunner): Promise<unknown> {
  return runner.query(`
    CREATE TABLE assessment_section (
      organisation_id uuid NOT NULL,
      assessment_id uuid NOT NULL,
      section_id text NOT NULL,
      answers jsonb NOT NULL DEFAULT '{}',
      version integer NOT NULL DEFAULT 0,
      updated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT assessment_section_pk PRIMARY KEY (organisation_id, assessment_id, section_id),
      CONSTRAINT assessment_section_assessment_fk
        FOREIGN KEY (organisation_id, assessment_id)
        REFERENCES assessment (organisation_id, id) ON DELETE CASCADE,
      CONSTRAINT assessment_section_answers_object CHECK (jsonb_typeof(answers) = 'object'),
      CONSTRAINT assessment_section_version_counts CHECK (version >= 0)
    )
  `);
}

function createResults(runner: QueryRunner): Promise<unknown> {
  return runner.query(`
    CREATE TABLE evaluation_result (
      organisation_id uuid NOT NULL,
      assessment_id uuid NOT NULL,
      result jsonb NOT NULL,
      rule_sets jsonb NOT NULL,
      evaluated_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT evaluation_result_pk PRIMARY KEY (organisation_id, assessment_id),
      CONSTRAINT evaluation_result_assessment_fk
        FOREIGN KEY (organisation_id, assessment_id)
        REFERENCES assessment (organisation_id, id) ON DELETE CASCADE
    )
  `);
}

function createIdempotencyRecords(runner: QueryRunner): Promise<unknown> {
  return runner.query(`
    CREATE TABLE idempotency_record (
      organisation_id uuid NOT NULL,
      operation text NOT NULL,
      key text NOT NULL,
      request_hash text NOT NULL,
      response jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT idempotency_record_pk PRIMARY KEY (organisation_id, operation, key),
      CONSTRAINT idempotency_record_organisation_fk
        FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
    )
  `);
}
