import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A result rests on the answers as they were submitted: there is no way back to a draft. */
export class SubmittedStays1764001120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_reopening() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'what was submitted is no draft any more'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'assessment_stays_submitted';
      END $$;
      CREATE TRIGGER assessment_stays_submitted BEFORE UPDATE OF status ON assessment
        FOR EACH ROW WHEN (OLD.status <> 'draft' AND NEW.status = 'draft')
        EXECUTE FUNCTION refuse_reopening();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION refuse_reopening CASCADE');
  }
}
