import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What results rest on and belongs to no tenant: editions as assessments were begun with, and frozen
 * statistics. They are `json`, which keeps the order of keys: what is shown follows it; so does
 * an answer that is given again.
 */
export class KeptEditionsAndCohorts1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kept_edition (
        content_hash text NOT NULL,
        edition_id text NOT NULL,
        edition_version text NOT NULL,
        content json NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT kept_edition_pk PRIMARY KEY (content_hash)
      )
    `);
    await runner.query(`
      CREATE TABLE reference_cohort (
        edition_id text NOT NULL,
        edition_version text NOT NULL,
        statistics json NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT reference_cohort_pk PRIMARY KEY (edition_id, edition_version)
      )
    `);
    await runner.query('ALTER TABLE idempotency_record ALTER COLUMN response TYPE json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idempotency_record ALTER COLUMN response TYPE jsonb');
    await runner.query('DROP TABLE reference_cohort');
    await runner.query('DROP TABLE kept_edition');
  }
}
