import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  NAMED_ASSESSOR,
  OWNERS_TO_TELL,
  RIGHTS_HERE,
  rulesOfInvitations,
} from './1764000500000-memberships.js';
import { decidingFunction, protect, replacing, withoutRules } from './row-level-security.js';

/**
 * Owners stay until they go; who reads for a time does so for a reason. An operator names an
 * assessor for a reason that the organisation is told, and is none: operators read by accesses.
 */
export class MembersForATime1764001110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SELECT set_config('app.maintenance', 'on', true)");
    await runner.query(endlessOwners());
    await runner.query("SELECT set_config('app.maintenance', 'off', true)");
    await runner.query('ALTER TABLE invitation ADD COLUMN reason text');
    await runner.query(withoutRules('invitation'));
    await runner.query(protect('invitation', rulesOfInvitations(ASSESSOR_FOR_A_REASON)));
    for (const each of [RIGHTS_OF_ROLES, OWNERS_TO_TELL_OF_READERS]) {
      await runner.query(replacing(each));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [RIGHTS_HERE, OWNERS_TO_TELL]) await runner.query(replacing(each));
    await runner.query(withoutRules('invitation'));
    await runner.query(protect('invitation', rulesOfInvitations(NAMED_ASSESSOR)));
    await runner.query('ALTER TABLE invitation DROP COLUMN reason');
    await runner.query('ALTER TABLE membership DROP CONSTRAINT membership_owner_is_endless');
  }
}

/**
 * Owners whose days are over go, and so do open invitations that would not be made any more: of
 * owners for a time, and of assessors by operators without a reason. Of others the end falls away where nobody else would own the
 * organisation; else they are editors until then.
 */
function endlessOwners(): string {
  const endless = (table: string) => `${table}.role = 'owner' AND ${table}.ends_at IS NULL`;
  return `
    DELETE FROM membership WHERE role = 'owner' AND ends_at <= now();
    UPDATE membership m SET role = 'editor', version = version + 1
    WHERE m.role = 'owner' AND m.ends_at IS NOT NULL AND EXISTS (
      SELECT FROM membership o WHERE o.organisation_id = m.organisation_id AND ${endless('o')});
    UPDATE membership SET ends_at = NULL, version = version + 1
    WHERE role = 'owner' AND ends_at IS NOT NULL;
    UPDATE invitation SET revoked_at = now()
    WHERE accepted_at IS NULL AND revoked_at IS NULL AND (
      role = 'owner' AND membership_ends_at IS NOT NULL
      OR role = 'assessor' AND invited_by IN (
        SELECT person_id FROM platform_role WHERE role = 'operator'));
    ALTER TABLE membership ADD CONSTRAINT membership_owner_is_endless
      CHECK (role <> 'owner' OR ends_at IS NULL);
  `;
}

/** For how long an operator may name an assessor. */
const LONGEST_TERM = "interval '366 days'";

const ASSESSOR_FOR_A_REASON = `(organisation_id = (SELECT acting_tenant()) AND role = 'assessor'
  AND invited_by = (SELECT acting_person()) AND length(btrim(reason)) >= 10
  AND created_at <= now() AND membership_ends_at <= created_at + ${LONGEST_TERM}
  AND (SELECT is_operator()))`;

const RIGHTS_OF_ROLES = RIGHTS_HERE.replace(
  'AND (m.ends_at IS NULL OR m.ends_at > now());',
  `AND (m.ends_at IS NULL OR m.ends_at > now())
    AND NOT (m.role = 'assessor' AND EXISTS (
      SELECT FROM platform_role p WHERE p.person_id = person AND p.role = 'operator'));`,
);

/** Whom to tell that an access was opened or an assessor named, by who has just done so. */
const OWNERS_TO_TELL_OF_READERS = decidingFunction(
  'owners_to_tell()',
  'TABLE (email text, name text, language text, time_zone text)',
  `BEGIN IF is_operator() AND (EXISTS (
      SELECT FROM operator_access a
      WHERE a.organisation_id = acting_tenant() AND a.person_id = acting_person()
        AND a.opened_at = now())
    OR EXISTS (
      SELECT FROM invitation i
      WHERE i.organisation_id = acting_tenant() AND i.invited_by = acting_person()
        AND i.created_at = now())) THEN RETURN QUERY
    SELECT p.email, p.name, p.language, p.time_zone
    FROM membership m JOIN person p ON p.id = m.person_id AND p.erased_at IS NULL
    WHERE m.organisation_id = acting_tenant() AND m.role = 'owner'
    ORDER BY m.joined_at, p.id;
  END IF; END`,
);
