import type { MigrationInterface, QueryRunner } from 'typeorm';
import { changing, decidingFunction } from './row-level-security.js';

/** What the service asks before it knows who acts, and mail that waits. */
export class SessionsMailRetention1764000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_mail (
        id uuid NOT NULL,
        kind text NOT NULL,
        sealed_message text NOT NULL,
        addressee text NOT NULL,
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
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION open_token, open_session');
    await runner.query('DROP TABLE outbox_mail');
  }
}

/** The person of a session that lives: who knows its token is its bearer. Notes when, by the minute. */
export const OPEN_SESSION = decidingFunction(
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
export const OPEN_TOKEN = decidingFunction(
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
