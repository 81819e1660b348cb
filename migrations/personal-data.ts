import { decidingFunction } from './row-level-security.js';

const NAMES = 'o.name_th AS "nameTh", o.name_ja AS "nameJa", o.name_en AS "nameEn"';
const IN = 'organisation_id AS "organisationId"';
const INVITED = 'created_at AS "createdAt", expires_at AS "expiresAt"';
const ANSWERED = 'accepted_at AS "acceptedAt", revoked_at AS "revokedAt"';

/** What is kept about a person in each place; secrets, and data of others, are left out. */
const SECTIONS: Readonly<Record<string, string>> = {
  roles:
    'SELECT role, countries, given_at AS "givenAt" FROM platform_role WHERE person_id = wanted',
  memberships: `SELECT m.organisation_id AS "organisationId", ${NAMES}, m.role,
      m.joined_at AS "joinedAt", m.ends_at AS "endsAt"
    FROM membership m JOIN organisation o ON o.id = m.organisation_id
    WHERE m.person_id = wanted ORDER BY m.joined_at, m.organisation_id`,
  sessions: `SELECT id, stage, method, user_agent AS "userAgent", created_at AS "createdAt",
      last_seen_at AS "lastSeenAt", authenticated_at AS "authenticatedAt",
      second_factor_at AS "secondFactorAt", expires_at AS "expiresAt"
    FROM session WHERE person_id = wanted ORDER BY created_at, id`,
  passwords: 'SELECT changed_at AS "changedAt" FROM password_credential WHERE person_id = wanted',
  authenticatorApps: `SELECT created_at AS "createdAt", confirmed_at AS "confirmedAt"
    FROM totp_credential WHERE person_id = wanted`,
  recoveryCodes: `SELECT created_at AS "createdAt", used_at AS "usedAt"
    FROM recovery_code WHERE person_id = wanted ORDER BY created_at`,
  passkeys: `SELECT label, transports, is_backed_up AS "isBackedUp", created_at AS "createdAt",
      last_used_at AS "lastUsedAt"
    FROM passkey WHERE person_id = wanted ORDER BY created_at`,
  externalIdentities: `SELECT provider, subject, created_at AS "createdAt",
      last_used_at AS "lastUsedAt"
    FROM external_identity WHERE person_id = wanted ORDER BY created_at`,
  links: `SELECT purpose, created_at AS "createdAt", expires_at AS "expiresAt", used_at AS "usedAt"
    FROM one_time_link WHERE person_id = wanted OR email = address ORDER BY created_at`,
  invitationsReceived: `SELECT i.${IN}, ${NAMES}, i.role, i.${INVITED.replace(', ', ', i.')},
      i.${ANSWERED.replace(', ', ', i.')}
    FROM invitation i JOIN organisation o ON o.id = i.organisation_id
    WHERE i.email = address OR i.accepted_by = wanted ORDER BY i.created_at, i.id`,
  staffInvitationsReceived: `SELECT role, countries, ${INVITED}, ${ANSWERED}
    FROM staff_invitation WHERE email = address OR accepted_by = wanted ORDER BY created_at, id`,
  invitationsSent: `SELECT ${IN}, role, ${INVITED}, ${ANSWERED}
    FROM invitation WHERE invited_by = wanted ORDER BY created_at, id`,
  mails: `SELECT kind, created_at AS "createdAt", sent_at AS "sentAt"
    FROM outbox_mail WHERE addressee = mail_mark ORDER BY created_at, id`,
  consentsRecorded: `SELECT ${IN}, kind, decision, text_version AS "textVersion", language,
      recorded_at AS "recordedAt"
    FROM consent_record WHERE person_id = wanted ORDER BY recorded_at, organisation_id, sequence`,
  accessesOpened: `SELECT ${IN}, reason, opened_at AS "openedAt", expires_at AS "expiresAt",
      closed_at AS "closedAt"
    FROM operator_access WHERE person_id = wanted ORDER BY opened_at, id`,
  verificationsDecided: `SELECT ${IN}, state, decided_at AS "decidedAt"
    FROM organisation_verification WHERE decided_by = wanted ORDER BY decided_at, organisation_id`,
  grantsGiven: `SELECT ${IN}, grantee_id AS "granteeId", level, given_at AS "givenAt",
      revoked_at AS "revokedAt"
    FROM access_grant WHERE given_by = wanted ORDER BY given_at, id`,
  tokensCreated: `SELECT ${IN}, label, created_at AS "createdAt", expires_at AS "expiresAt"
    FROM api_token WHERE created_by = wanted ORDER BY created_at, id`,
  events: `SELECT occurred_at AS "at", actor_kind AS "actor", action, object_kind AS "objectKind",
      object_id AS "objectId", facts_before AS "before", facts_after AS "after"
    FROM audit_event WHERE chain_id = wanted ORDER BY sequence`,
  actions: `SELECT e.chain_id AS "organisationId", e.action, count(*) AS times,
      min(e.occurred_at) AS "first", max(e.occurred_at) AS "last"
    FROM membership m JOIN audit_event e ON e.chain_id = m.organisation_id
    WHERE m.person_id = wanted AND e.actor_kind = 'person' AND e.actor_id = wanted
    GROUP BY e.chain_id, e.action ORDER BY e.chain_id, e.action`,
};

const PROFILE = `SELECT id, email, name, language, time_zone AS "timeZone",
  is_synthetic AS "synthetic", created_at AS "createdAt" FROM person WHERE id = wanted`;

/**
 * The function that gives everything that is kept about a person, to themself, and to the owner at
 * the command line. `mail_mark` is what mails to their address carry.
 */
export function personalData(): string {
  const lists = Object.entries(SECTIONS).map(
    ([name, query]) =>
      `'${name}', (SELECT coalesce(jsonb_agg(to_jsonb(entry)), '[]') FROM (${query}) AS entry)`,
  );
  return decidingFunction(
    'personal_data(wanted uuid, mail_mark text)',
    'jsonb',
    `DECLARE address text;
    BEGIN
      IF NOT (coalesce(wanted = acting_person(), false) OR session_user = current_user) THEN RETURN NULL; END IF;
      SELECT email INTO address FROM person WHERE id = wanted;
      RETURN jsonb_build_object(
        'profile', (SELECT to_jsonb(entry) FROM (${PROFILE}) AS entry),
        ${lists.join(',\n        ')});
    END`,
  );
}
