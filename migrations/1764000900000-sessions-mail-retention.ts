import type { MigrationInterface, QueryRunner } from 'typeorm';
import { decidingFunction } from './row-level-security.js';

/** What the service asks before it knows who acts; mail that waits; and what is kept how long. */
export class SessionsMailRetention1764000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_mail (
        id uuid NOT NULL,
        kind text NOT NULL,
        sealed_message text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        CONSTRAINT outbox_mail_pk PRIMARY KEY (id)
      );
      CREATE INDEX outbox_mail_waiting ON outbox_mail (next_attempt_at) WHERE sent_at IS NULL
    `);
    await runner.query(changing(OPEN_SESSION));
    await runner.query(changing(OPEN_TOKEN));
    await runner.query(changing(CARRY_OUT_RETENTION));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION carry_out_retention, open_token, open_session');
    await runner.query('DROP TABLE outbox_mail');
  }
}

/** A deciding function that also notes something is no function of its arguments. */
function changing(statement: string): string {
  return statement.replace('plpgsql STABLE', 'plpgsql VOLATILE');
}

/** The person of a session that lives: who knows its token is its bearer. Notes when, by the minute. */
const OPEN_SESSION = decidingFunction(
  'open_session(presented text, idle interval)',
  `TABLE (person_id uuid, session_id uuid, stage text, method text, authenticated_at timestamptz,
     second_factor_at timestamptz, language text, time_zone text, roles text[], countries text[])`,
  `BEGIN
    UPDATE session s SET last_seen_at = now()
    WHERE s.token_hash = presented AND s.expires_at > now() AND s.last_seen_at > now() - idle
      AND s.last_seen_at < now() - interval '1 minute';
    RETURN QUERY
      SELECT s.person_id, s.id, s.stage, s.method, s.authenticated_at, s.second_factor_at,
             p.language, p.time_zone,
             ARRAY(SELECT r.role FROM platform_role r WHERE r.person_id = p.id ORDER BY 1),
             ARRAY(SELECT DISTINCT unnest(r.countries) FROM platform_role r WHERE r.person_id = p.id ORDER BY 1)
      FROM session s JOIN person p ON p.id = s.person_id AND p.erased_at IS NULL
      WHERE s.token_hash = presented AND s.expires_at > now() AND s.last_seen_at > now() - idle;
  END`,
);

/** The machine's token that is presented, while it is valid. */
const OPEN_TOKEN = decidingFunction(
  'open_token(presented text)',
  'TABLE (organisation_id uuid, token_id uuid, scopes text[])',
  `BEGIN
    UPDATE api_token t SET last_used_at = now()
    WHERE t.token_hash = presented AND t.revoked_at IS NULL AND t.expires_at > now()
      AND (t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute');
    RETURN QUERY SELECT t.organisation_id, t.id, t.scopes FROM api_token t
      WHERE t.token_hash = presented AND t.revoked_at IS NULL AND t.expires_at > now();
  END`,
);

/**
 * Removes what has been kept long enough, one kind at a time, and says how many rows. A period
 * shorter than a day is refused: it would remove what is in use.
 */
const CARRY_OUT_RETENTION = decidingFunction(
  'carry_out_retention(kind text, days integer)',
  'bigint',
  `DECLARE before timestamptz := now() - make_interval(days => days); affected bigint;
  BEGIN
    IF days < 1 THEN RAISE EXCEPTION 'a retention period is at least one day'; END IF;
    CASE kind
      WHEN 'sessions' THEN DELETE FROM session WHERE expires_at < before;
      WHEN 'links' THEN DELETE FROM one_time_link WHERE expires_at < before;
      WHEN 'invitations' THEN
        UPDATE invitation SET email = 'removed' WHERE expires_at < before AND email <> 'removed';
      WHEN 'staff-invitations' THEN
        UPDATE staff_invitation SET email = 'removed' WHERE expires_at < before AND email <> 'removed';
      WHEN 'repeated-requests' THEN DELETE FROM idempotency_record WHERE created_at < before;
      WHEN 'mails' THEN DELETE FROM outbox_mail WHERE coalesce(sent_at, created_at) < before;
      WHEN 'throttles' THEN DELETE FROM throttle WHERE last_failure_at < before;
      WHEN 'challenges' THEN DELETE FROM used_challenge WHERE used_at < before;
      WHEN 'contacts' THEN
        UPDATE person p SET email = NULL, name = NULL, erased_at = now(), version = version + 1
        WHERE p.erased_at IS NULL AND p.created_at < before
          AND NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.id)
          AND NOT EXISTS (SELECT FROM platform_role r WHERE r.person_id = p.id)
          AND NOT EXISTS (SELECT FROM session s WHERE s.person_id = p.id AND s.last_seen_at >= before);
        GET DIAGNOSTICS affected = ROW_COUNT;
        DELETE FROM password_credential c USING person p WHERE p.id = c.person_id AND p.erased_at IS NOT NULL;
        DELETE FROM totp_credential c USING person p WHERE p.id = c.person_id AND p.erased_at IS NOT NULL;
        DELETE FROM recovery_code c USING person p WHERE p.id = c.person_id AND p.erased_at IS NOT NULL;
        DELETE FROM passkey c USING person p WHERE p.id = c.person_id AND p.erased_at IS NOT NULL;
        DELETE FROM external_identity c USING person p WHERE p.id = c.person_id AND p.erased_at IS NOT NULL;
        RETURN affected;
    END CASE;
    GET DIAGNOSTICS affected = ROW_COUNT;
    RETURN affected;
  END`,
);
