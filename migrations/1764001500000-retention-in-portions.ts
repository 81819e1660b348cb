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
 * Retention takes portions, so that no statement grows with what has gathered, and says which
 * accounts and assessments it erased, so that exactly these are noted in the logs of whom they concern.
 */
export class RetentionInPortions1764001500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION assessments_kept, carry_out_retention');
    for (const each of [IN_PORTIONS, ERASE_ASSESSMENTS, UNUSED_ACCOUNTS]) {
      await runner.query(changing(each));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION erase_assessments, carry_out_retention, erase_unused_accounts',
    );
    await runner.query(changing(carryOutRetention()));
    await runner.query(changing(assessmentsKept()));
  }
}

const BEFORE = 'before timestamptz := now() - make_interval(days => days);';
const NO_PORTION = `IF most IS NULL OR most < 1 THEN RAISE EXCEPTION 'a portion is at least one row'; END IF;`;

const { contacts, drafts, assessments, ...PLAIN_RULES } = RETENTION_RULES;
/** What is noted one by one: removed by functions that say what they removed. */
const NOTED_RULES = { contacts, drafts, assessments };

const cases = [
  ...Object.entries(PLAIN_RULES).map(([kind, { table, isOver, end, least }]) => {
    const portion = `t.ctid = ANY (ARRAY(SELECT t.ctid FROM ${table} t WHERE ${isOver} LIMIT most))`;
    return `
      WHEN '${kind}' THEN
        IF days < ${least} THEN RAISE EXCEPTION 'the period is at least ${least} days'; END IF;
        IF is_trial THEN SELECT count(*) INTO affected FROM ${table} t WHERE ${isOver};
        ELSE ${end(table, portion)}; GET DIAGNOSTICS affected = ROW_COUNT; END IF;`;
  }),
  ...Object.entries(NOTED_RULES).map(
    ([kind, { table, isOver, least }]) => `
      WHEN '${kind}' THEN
        IF days < ${least} THEN RAISE EXCEPTION 'the period is at least ${least} days'; END IF;
        IF NOT is_trial THEN RAISE EXCEPTION '% are removed by a function that says which', kind; END IF;
        SELECT count(*) INTO affected FROM ${table} t WHERE ${isOver};`,
  ),
];

const IN_PORTIONS = decidingFunction(
  'carry_out_retention(kind text, days integer, is_trial boolean, most integer)',
  'bigint',
  `DECLARE ${BEFORE} affected bigint;
  BEGIN
    ${byServiceAlone}
    ${NO_PORTION}
    IF days IS NULL OR is_trial IS NULL THEN RAISE EXCEPTION 'a retention rule needs its period'; END IF;
    CASE kind ${cases.join('\n')}
    END CASE;
    RETURN affected;
  END`,
);

const ASSESSMENT_OVER = `CASE kind ${Object.entries(ASSESSMENTS)
  .map(([kind, isOver]) => `WHEN '${kind}' THEN ${isOver}`)
  .join('\n')} END`;

/** Held first and looked at again: whoever saves an answer meanwhile keeps the draft. */
const ERASE_ASSESSMENTS = decidingFunction(
  'erase_assessments(kind text, days integer, most integer)',
  'SETOF assessment',
  `DECLARE ${BEFORE} held uuid[];
  BEGIN
    ${byServiceAlone}
    ${NO_PORTION}
    IF days IS NULL OR days < ${A_YEAR} THEN RAISE EXCEPTION 'the period is at least ${A_YEAR} days'; END IF;
    SELECT array_agg(over.id) INTO held FROM (
      SELECT t.id FROM assessment t WHERE ${ASSESSMENT_OVER}
      ORDER BY t.organisation_id, t.id LIMIT most FOR UPDATE) AS over;
    RETURN QUERY DELETE FROM assessment t WHERE t.id = ANY (held) AND ${ASSESSMENT_OVER} RETURNING t.*;
  END`,
);

/** Held first and looked at again, for who signs in or joins meanwhile: their rows refer to the person. */
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
      CONTINUE WHEN NOT EXISTS (SELECT FROM person t WHERE t.id = wanted AND ${CONTACT_OVER});
      PERFORM remove_person(wanted);
      RETURN NEXT wanted;
    END LOOP;
  END`,
);
