import type { MigrationInterface, QueryRunner } from 'typeorm';
import { assessmentsKept, carryOutRetention } from './retention-rules.js';
import { personalData } from './personal-data.js';
import { BY_THEMSELF_OR_OWNER, changing, decidingFunction } from './row-level-security.js';

/** What a person may have of their own data, how it is erased, and what is kept how long. */
export class ErasureAndRetention1764001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(changing(REMOVE_PERSON));
    await runner.query('REVOKE EXECUTE ON FUNCTION remove_person FROM PUBLIC');
    await runner.query(changing(ERASURE_OBSTACLES));
    await runner.query(changing(ERASE_PERSON));
    await runner.query(personalData());
    await runner.query(changing(carryOutRetention()));
    await runner.query(changing(assessmentsKept()));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION assessments_kept, carry_out_retention, personal_data, erase_person, erasure_obstacles,
        remove_person
    `);
  }
}

const IS_ACTIVE = '(m.ends_at IS NULL OR m.ends_at > now())';

/** Invitations stay as what an organisation did; to whom is taken out of them. */
const scrubbed = (table: string) => `
  UPDATE ${table} SET email = 'removed',
    revoked_at = CASE WHEN accepted_at IS NULL THEN coalesce(revoked_at, now()) ELSE revoked_at END
  WHERE email = address OR accepted_by = wanted;`;

const OF_PERSON = [
  'session',
  'password_credential',
  'totp_credential',
  'recovery_code',
  'passkey',
  'external_identity',
  'membership',
  'platform_role',
];

/** Nobody but the functions below may call it. */
const REMOVE_PERSON = decidingFunction(
  'remove_person(wanted uuid)',
  'void',
  `DECLARE address text;
  BEGIN
    SELECT email INTO address FROM person WHERE id = wanted FOR UPDATE;
    DELETE FROM one_time_link WHERE person_id = wanted OR email = address;
    ${scrubbed('invitation')}
    ${scrubbed('staff_invitation')}
    ${OF_PERSON.map((table) => `DELETE FROM ${table} WHERE person_id = wanted;`).join('\n')}
    UPDATE person SET email = NULL, name = NULL, language = 'en', time_zone = 'UTC',
      erased_at = now(), version = version + 1
    WHERE id = wanted AND erased_at IS NULL;
  END`,
);

/**
 * Why a person cannot be erased: the organisations whose only owner they are, with whether they are
 * its only member too, and whether they are the only operator. What it looks at is held until the
 * transaction ends: of two that go at once, one has to stay, and nobody joins meanwhile.
 */
export const ERASURE_OBSTACLES = decidingFunction(
  'erasure_obstacles(wanted uuid)',
  'TABLE (organisation_id uuid, name_th text, name_ja text, name_en text, is_alone boolean)',
  `BEGIN
    IF NOT ${BY_THEMSELF_OR_OWNER} THEN RETURN; END IF;
    PERFORM FROM organisation o WHERE o.id IN (
        SELECT own.organisation_id FROM membership own
        WHERE own.person_id = wanted AND own.role = 'owner')
      ORDER BY o.id FOR UPDATE;
    PERFORM FROM membership m WHERE m.role = 'owner' AND m.organisation_id IN (
        SELECT own.organisation_id FROM membership own
        WHERE own.person_id = wanted AND own.role = 'owner')
      ORDER BY m.organisation_id, m.person_id FOR UPDATE;
    PERFORM FROM platform_role r WHERE r.role = 'operator' ORDER BY r.person_id FOR UPDATE;
    RETURN QUERY
      SELECT o.id, o.name_th, o.name_ja, o.name_en, NOT EXISTS (SELECT FROM membership other
          WHERE other.organisation_id = o.id AND other.person_id <> wanted
            AND (other.ends_at IS NULL OR other.ends_at > now()))
      FROM membership m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.person_id = wanted AND m.role = 'owner' AND ${IS_ACTIVE}
        AND NOT EXISTS (SELECT FROM membership other
          WHERE other.organisation_id = m.organisation_id AND other.role = 'owner'
            AND other.person_id <> wanted AND (other.ends_at IS NULL OR other.ends_at > now()))
      ORDER BY o.id;
    RETURN QUERY
      SELECT NULL::uuid, NULL::text, NULL::text, NULL::text, false FROM platform_role r
      WHERE r.person_id = wanted AND r.role = 'operator' AND NOT EXISTS (
        SELECT FROM platform_role other WHERE other.role = 'operator' AND other.person_id <> wanted);
  END`,
);

/**
 * Takes away contact data, what was signed in with, memberships and roles, and the mail to
 * `mail_mark`; the row stays, for all that refers to it. Of the organisations in `leaving` the
 * person may be the last member: they are left without any. Their tokens end, since nobody could
 * revoke them any more; these are what it gives back.
 */
const ERASE_PERSON = decidingFunction(
  'erase_person(wanted uuid, mail_mark text, leaving uuid[])',
  'TABLE (organisation_id uuid, token_id uuid)',
  `BEGIN
    IF NOT ${BY_THEMSELF_OR_OWNER} OR EXISTS (SELECT FROM erasure_obstacles(wanted) o
        WHERE NOT (o.is_alone AND o.organisation_id = ANY (leaving))) THEN
      RAISE EXCEPTION 'this person cannot be erased here' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN QUERY UPDATE api_token t SET revoked_at = now()
      WHERE t.revoked_at IS NULL AND t.expires_at > now()
        AND t.organisation_id IN (SELECT o.organisation_id FROM erasure_obstacles(wanted) o)
      RETURNING t.organisation_id, t.id;
    DELETE FROM outbox_mail m WHERE m.addressee = mail_mark;
    PERFORM remove_person(wanted);
  END`,
);
