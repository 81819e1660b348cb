import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  assessmentsKept,
  ASSESSMENTS,
  A_YEAR,
  byServiceAlone,
  carryOutRetention,
  CONTACT_OVER,
  RETENTION_RULES,
} from './retention-rules.js';
import { changing, decidingFunction } from './row-level-security.js';

/**
 * Retention takes portions, so that no statement grows with what has gathered, and says whose
 * accounts it erases, so that it can be noted in their own logs.
 */
export class RetentionInPortions1764001500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION assessments_kept, carry_out_retention');
    for (const each of [IN_PORTIONS, KEPT_IN_PORTIONS, UNUSED_ACCOUNTS]) {
      await runner.query(changing(each));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION assessments_kept, carry_out_retention, erase_unused_accounts',
    );
    await runner.query(changing(carryOutRetention()));
    await runner.query(changing(assessmentsKept()));
  }
}

const BEFORE = 'before timestamptz := now() - make_interval(days => days);';
const NO_PORTION = `IF most IS NULL OR most < 1 THEN RAISE EXCEPTION 'a portion is at least one row'; END IF;`;

const { contacts, ...PLAIN_RULES } = RETENTION_RULES;

/** Assessments in the order in which they are told of. */
const ORDER: Readonly<Record<string, string>> = { assessment: 'ORDER BY t.organisation_id, t.id' };

const cases = Object.entries(PLAIN_RULES).map(([kind, { table, isOver, end, least }]) => {
  const portion = `t.ctid = ANY (ARRAY(
    SELECT t.ctid FROM ${table} t WHERE ${isOver} ${ORDER[table] ?? ''} LIMIT most))`;
  return `
    WHEN '${kind}' THEN
      IF days < ${least} THEN RAISE EXCEPTION 'the period is at least ${least} days'; END IF;
      IF is_trial THEN SELECT count(*) INTO affected FROM ${table} t WHERE ${isOver};
      ELSE ${end(table, portion)}; GET DIAGNOSTICS affected = ROW_COUNT; END IF;`;
});

/** Accounts are counted by it only: they are erased by a function that says which. */
const IN_PORTIONS = decidingFunction(
  'carry_out_retention(kind text, days integer, is_trial boolean, most integer)',
  'bigint',
  `DECLARE ${BEFORE} affected bigint;
  BEGIN
    ${byServiceAlone}
    ${NO_PORTION}
    IF days IS NULL OR is_trial IS NULL THEN RAISE EXCEPTION 'a retention rule needs its period'; END IF;
    CASE kind ${cases.join('\n')}
    WHEN 'contacts' THEN
      IF days < ${contacts.least} THEN RAISE EXCEPTION 'the period is at least ${contacts.least} days'; END IF;
      IF NOT is_trial THEN RAISE EXCEPTION 'accounts are erased by erase_unused_accounts'; END IF;
      SELECT count(*) INTO affected FROM person t WHERE ${CONTACT_OVER};
    END CASE;
    RETURN affected;
  END`,
);

const KEPT_IN_PORTIONS = decidingFunction(
  'assessments_kept(kind text, days integer, most integer)',
  'SETOF assessment',
  `DECLARE ${BEFORE}
  BEGIN
    ${byServiceAlone}
    ${NO_PORTION}
    IF days IS NULL OR days < ${A_YEAR} THEN RAISE EXCEPTION 'the period is at least ${A_YEAR} days'; END IF;
    RETURN QUERY SELECT t.* FROM assessment t
      WHERE CASE kind ${Object.entries(ASSESSMENTS)
        .map(([kind, isOver]) => `WHEN '${kind}' THEN ${isOver}`)
        .join('\n')} END
      ORDER BY t.organisation_id, t.id LIMIT most FOR UPDATE;
  END`,
);

/** Whoever signs in or joins meanwhile waits: their rows refer to the person, who is held. */
const UNUSED_ACCOUNTS = decidingFunction(
  'erase_unused_accounts(days integer, most integer)',
  'SETOF uuid',
  `DECLARE ${BEFORE} wanted uuid;
  BEGIN
    ${byServiceAlone}
    ${NO_PORTION}
    IF days IS NULL OR days < ${contacts.least} THEN
      RAISE EXCEPTION 'the period is at least ${contacts.least} days';
    END IF;
    FOR wanted IN SELECT t.id FROM person t WHERE ${CONTACT_OVER} ORDER BY t.id LIMIT most FOR UPDATE
    LOOP
      PERFORM remove_person(wanted);
      RETURN NEXT wanted;
    END LOOP;
  END`,
);
