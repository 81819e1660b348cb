import type { MigrationInterface, QueryRunner } from 'typeorm';
import { invitationRules, isOfferedNow } from './invitation-rules.js';
import { decidingFunction, protect } from './row-level-security.js';

const OWN = 'person_id = (SELECT acting_person())';
const PRESENTED = 'token_hash = (SELECT presented_key())';

/** Tables whose rows belong to one person. */
const CREDENTIALS = [
  'password_credential',
  'totp_credential',
  'recovery_code',
  'passkey',
  'external_identity',
  'session',
];

/**
 * People, what they sign in with, and their sessions. Contact data stand in `person` alone:
 * everything else refers to it by id, so that it can be erased without losing anything else.
 */
export class People1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WHO_ACTS);
    await createPeople(runner);
    await createCredentials(runner);
    await createSessions(runner);
    await createPlatformRoles(runner);
    await protectAll(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION is_operator, is_invited_to_staff CASCADE');
    await runner.query(
      'DROP TABLE used_challenge, throttle, one_time_link, staff_invitation, platform_role CASCADE',
    );
    await runner.query(`DROP TABLE ${CREDENTIALS.join(', ')}`);
    await runner.query('DROP TABLE person');
    await runner.query('DROP FUNCTION acting_person, acting_tenant, presented_key');
  }
}

/** What a transaction says of itself. `nullif`: a recycled connection has empty texts there. */
const WHO_ACTS = `
  CREATE FUNCTION acting_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
  CREATE FUNCTION acting_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.tenant', true), '')::uuid $$;
  CREATE FUNCTION presented_key() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.key', true), '') $$;
`;

async function createPeople(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE person (
      id uuid NOT NULL,
      email text,
      name text,
      language text NOT NULL,
      time_zone text NOT NULL,
      is_synthetic boolean NOT NULL DEFAULT false,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      erased_at timestamptz,
      CONSTRAINT person_pk PRIMARY KEY (id),
      CONSTRAINT person_email_once UNIQUE (email),
      CONSTRAINT person_email_lower CHECK (email = lower(email)),
      CONSTRAINT person_language_known CHECK (language IN ('en', 'ja', 'th')),
      CONSTRAINT person_contact_or_erased
        CHECK ((erased_at IS NULL) = (email IS NOT NULL) AND (erased_at IS NULL) = (name IS NOT NULL))
    )
  `);
}

async function createCredentials(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE password_credential (
      person_id uuid NOT NULL,
      hash text NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT password_credential_pk PRIMARY KEY (person_id),
      CONSTRAINT password_credential_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
    );
    CREATE TABLE totp_credential (
      person_id uuid NOT NULL,
      sealed_secret text NOT NULL,
      confirmed_at timestamptz,
      last_step bigint,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT totp_credential_pk PRIMARY KEY (person_id),
      CONSTRAINT totp_credential_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
    );
    CREATE TABLE recovery_code (
      person_id uuid NOT NULL,
      code_hash text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      used_at timestamptz,
      CONSTRAINT recovery_code_pk PRIMARY KEY (person_id, code_hash),
      CONSTRAINT recovery_code_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
    );
    CREATE TABLE passkey (
      person_id uuid NOT NULL,
      id uuid NOT NULL,
      credential_id text NOT NULL,
      public_key bytea NOT NULL,
      counter bigint NOT NULL,
      transports text[] NOT NULL,
      is_backed_up boolean NOT NULL,
      label text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz,
      CONSTRAINT passkey_pk PRIMARY KEY (person_id, id),
      CONSTRAINT passkey_credential_once UNIQUE (credential_id),
      CONSTRAINT passkey_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
    );
    CREATE TABLE external_identity (
      person_id uuid NOT NULL,
      id uuid NOT NULL,
      provider text NOT NULL,
      subject text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz,
      CONSTRAINT external_identity_pk PRIMARY KEY (person_id, id),
      CONSTRAINT external_identity_once UNIQUE (provider, subject),
      CONSTRAINT external_identity_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
    )
  `);
}

async function createSessions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE session (
      person_id uuid NOT NULL,
      id uuid NOT NULL,
      token_hash text NOT NULL,
      stage text NOT NULL,
      method text NOT NULL,
      user_agent text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_seen_at timestamptz NOT NULL DEFAULT now(),
      authenticated_at timestamptz NOT NULL DEFAULT now(),
      second_factor_at timestamptz,
      expires_at timestamptz NOT NULL,
      CONSTRAINT session_pk PRIMARY KEY (person_id, id),
      CONSTRAINT session_token_once UNIQUE (token_hash),
      CONSTRAINT session_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
      CONSTRAINT session_stage_known CHECK (stage IN ('second-factor', 'enrolment', 'full')),
      CONSTRAINT session_method_known CHECK (method IN ('password', 'passkey', 'oidc', 'link'))
    );
    CREATE TABLE one_time_link (
      token_hash text NOT NULL,
      purpose text NOT NULL,
      email text NOT NULL,
      person_id uuid,
      language text NOT NULL,
      name text,
      time_zone text,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      CONSTRAINT one_time_link_pk PRIMARY KEY (token_hash),
      CONSTRAINT one_time_link_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
      CONSTRAINT one_time_link_purpose_known CHECK (purpose IN ('sign-up', 'password-reset'))
    );
    CREATE TABLE throttle (
      bucket text NOT NULL,
      failures integer NOT NULL,
      last_failure_at timestamptz NOT NULL,
      blocked_until timestamptz,
      CONSTRAINT throttle_pk PRIMARY KEY (bucket)
    );
    CREATE TABLE used_challenge (
      challenge_hash text NOT NULL,
      used_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT used_challenge_pk PRIMARY KEY (challenge_hash)
    )
  `);
}

async function createPlatformRoles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE platform_role (
      person_id uuid NOT NULL,
      role text NOT NULL,
      countries text[] NOT NULL DEFAULT '{}',
      given_at timestamptz NOT NULL DEFAULT now(),
      given_by uuid,
      CONSTRAINT platform_role_pk PRIMARY KEY (person_id, role),
      CONSTRAINT platform_role_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
      CONSTRAINT platform_role_known CHECK (role IN ('ministry-analyst', 'operator')),
      CONSTRAINT platform_role_countries
        CHECK ((role = 'ministry-analyst') = (cardinality(countries) > 0))
    );
    CREATE TABLE staff_invitation (
      id uuid NOT NULL,
      token_hash text NOT NULL,
      email text NOT NULL,
      language text NOT NULL,
      role text NOT NULL,
      countries text[] NOT NULL DEFAULT '{}',
      invited_by uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      accepted_at timestamptz,
      accepted_by uuid,
      revoked_at timestamptz,
      CONSTRAINT staff_invitation_pk PRIMARY KEY (id),
      CONSTRAINT staff_invitation_token_once UNIQUE (token_hash),
      CONSTRAINT staff_invitation_role_known CHECK (role IN ('ministry-analyst', 'operator')),
      CONSTRAINT staff_invitation_accepted_by_somebody
        CHECK ((accepted_at IS NULL) = (accepted_by IS NULL))
    )
  `);
}

/** An operator, with a second factor in this very session: asked of the rows, not of the caller. */
export const IS_OPERATOR = decidingFunction(
  'is_operator()',
  'boolean',
  `BEGIN RETURN EXISTS (
    SELECT FROM platform_role r JOIN session s ON s.person_id = r.person_id
    WHERE r.person_id = acting_person() AND r.role = 'operator'
      AND s.token_hash = nullif(current_setting('app.session', true), '')
      AND s.stage = 'full' AND s.second_factor_at IS NOT NULL AND s.expires_at > now());
  END`,
);

/** Whether the presented link invites to this role. */
const IS_INVITED_TO_STAFF = decidingFunction(
  'is_invited_to_staff(wanted text, wanted_countries text[])',
  'boolean',
  `BEGIN RETURN EXISTS (
    SELECT FROM staff_invitation i
    WHERE i.token_hash = presented_key() AND i.role = wanted AND i.countries = wanted_countries
      AND ${isOfferedNow('i')});
  END`,
);

async function protectAll(runner: QueryRunner): Promise<void> {
  await runner.query(IS_OPERATOR);
  const own = { read: OWN, insert: OWN, update: OWN, remove: OWN };
  for (const table of ['password_credential', 'totp_credential']) {
    await runner.query(protect(table, own));
  }
  const used = { from: `${OWN} AND used_at IS NULL`, to: `${OWN} AND used_at IS NOT NULL` };
  await runner.query(protect('recovery_code', { ...own, update: used }));
  const byCredential = `${OWN} OR credential_id = (SELECT presented_key())`;
  await runner.query(protect('passkey', { ...own, read: byCredential }));
  const bySubject = `${OWN} OR provider || ' ' || subject = (SELECT presented_key())`;
  await runner.query(protect('external_identity', { ...own, read: bySubject }));
  await runner.query(protect('session', { ...own, read: `${OWN} OR ${PRESENTED}` }));
  await runner.query(
    protect('one_time_link', {
      read: PRESENTED,
      insert: `${PRESENTED} AND used_at IS NULL`,
      update: {
        from: `${PRESENTED} AND used_at IS NULL`,
        to: `${PRESENTED} AND used_at IS NOT NULL`,
      },
    }),
  );
  await runner.query(
    protect('staff_invitation', {
      read: `(SELECT is_operator()) OR ${PRESENTED}`,
      ...invitationRules('(SELECT is_operator())'),
    }),
  );
  await runner.query(IS_INVITED_TO_STAFF);
  const accepted = `${OWN} AND is_invited_to_staff(role, countries)`;
  await runner.query(
    protect('platform_role', {
      read: `${OWN} OR (SELECT is_operator())`,
      // Operators invite: nobody has a role who did not accept it.
      insert: accepted,
      update: { from: `${OWN} OR (SELECT is_operator())`, to: accepted },
      remove: '(SELECT is_operator())',
    }),
  );
}
