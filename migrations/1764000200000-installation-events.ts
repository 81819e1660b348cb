import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done to this installation once and is not to be done again, such as the demo. */
export class InstallationEvents1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE installation_event (
        name text NOT NULL,
        happened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT installation_event_pk PRIMARY KEY (name)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE installation_event');
  }
}
