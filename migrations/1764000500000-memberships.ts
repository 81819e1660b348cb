import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createGrants,
  GRANT_FUNCTION_NAMES,
  GRANT_FUNCTIONS,
  protectGrants,
} from './access-grants.js';
import { invitationRules, isOfferedNow } from './invitation-rules.js';
import { decidingFunction, inTenantWith, protect, type RowRules } from './row-level-security.js';

const ROLES = "('owner', 'editor', 'reviewer', 'assessor')";
const OWN = 'person_id = (SELECT acting_person())';

const TABLES = [
  'access_grant_assessment',
  'access_grant',
  'operator_access',
  'api_token',
  'invitation',
  'membership',
  'role_right',
];
const FUNCTIONS = [
  'has_right',
  'tenant_with',
  'rights_here',
  'enter',
  'own_organisations',
  'is_founder',
  'is_invited',
  'is_awaited',
  'inviting_organisations',
  ...GRANT_FUNCTION_NAMES,
  'known_people',
  'owners_to_tell',
];

/** Who belongs to an organisation, who else may read what of it, and the rules that follow. */
export class Memberships1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organisation ADD COLUMN founded_by uuid');
    await createRights(runner);
    await createMemberships(runner);
    await createAccesses(runner);
    await createGrants(runner);
    await runner.query(DECIDING_FUNCTIONS.join('\n'));
    await protectAll(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${FUNCTIONS.join(', ')} CASCADE`);
    await runner.query(`DROP TABLE ${TABLES.join(', ')} CASCADE`);
    await runner.query('ALTER TABLE organisation DROP COLUMN founded_by CASCADE');
    await runner.query('DROP POLICY person_of_owner ON person');
    await runner.query('ALTER TABLE person DISABLE ROW LEVEL SECURITY');
  }
}

/** As in `libs/access`, with which a test compares it. */
async function createRights(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE role_right (
      role text NOT NULL,
      right_name text NOT NULL,
      CONSTRAINT role_right_pk PRIMARY KEY (role, right_name),
      CONSTRAINT role_right_role_known CHECK (role IN ${ROLES})
    );
    INSERT INTO role_right (role, right_name)
    SELECT role, right_name FROM (VALUES
      ('owner', '{organisation.write,answers.write,members.manage,tokens.manage,grants.manage,consents.manage}'::text[]),
      ('editor', '{organisation.write,answers.write}'),
      ('reviewer', '{}'),
      ('assessor', '{}')
    ) AS writing (role, names), LATERAL unnest(names) AS right_name
    UNION SELECT role, right_name FROM
      unnest(ARRAY['owner', 'editor', 'reviewer', 'assessor']) AS role,
      unnest(ARRAY['organisation.read', 'assessment.read', 'answers.read', 'result.read', 'report.read']) AS right_name
    UNION SELECT role, right_name FROM
      unnest(ARRAY['owner', 'editor', 'reviewer']) AS role,
      unnest(ARRAY['members.read', 'grants.read', 'grants.use', 'consents.read', 'audit.read']) AS right_name
  `);
}

async function createMemberships(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE membership (
      organisation_id uuid NOT NULL,
      person_id uuid NOT NULL,
      role text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      joined_at timestamptz NOT NULL DEFAULT now(),
      ends_at timestamptz,
      CONSTRAINT membership_pk PRIMARY KEY (organisation_id, person_id),
      CONSTRAINT membership_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation (id),
      CONSTRAINT membership_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
      CONSTRAINT membership_role_known CHECK (role IN ${ROLES})
    );
    CREATE INDEX membership_of_person ON membership (person_id, organisation_id);
    CREATE TABLE invitation (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      token_hash text NOT NULL,
      email text NOT NULL,
      role text NOT NULL,
      language text NOT NULL,
      invited_by uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      membership_ends_at timestamptz,
      accepted_at timestamptz,
      accepted_by uuid,
      revoked_at timestamptz,
      CONSTRAINT invitation_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT invitation_token_once UNIQUE (token_hash),
      CONSTRAINT invitation_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation (id),
      CONSTRAINT invitation_role_known CHECK (role IN ${ROLES}),
      CONSTRAINT invitation_accepted_by_somebody
        CHECK ((accepted_at IS NULL) = (accepted_by IS NULL))
    );
    CREATE TABLE api_token (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      token_hash text NOT NULL,
      label text NOT NULL,
      scopes text[] NOT NULL,
      created_by uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      last_used_at timestamptz,
      revoked_at timestamptz,
      CONSTRAINT api_token_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT api_token_hash_once UNIQUE (token_hash),
      CONSTRAINT api_token_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation (id),
      CONSTRAINT api_token_scopes_known CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY[
        'organisation.read', 'organisation.write', 'assessment.read', 'answers.read',
        'answers.write', 'result.read', 'report.read', 'audit.read'])
    )
  `);
}

async function createAccesses(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE operator_access (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      person_id uuid NOT NULL,
      reason text NOT NULL,
      opened_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      closed_at timestamptz,
      CONSTRAINT operator_access_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT operator_access_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation (id),
      CONSTRAINT operator_access_has_reason CHECK (length(btrim(reason)) >= 10),
      CONSTRAINT operator_access_is_short CHECK (expires_at <= opened_at + interval '8 hours')
    );
  `);
}

export const RIGHTS_HERE = decidingFunction(
  'rights_here()',
  'text[]',
  `
DECLARE
  tenant uuid := acting_tenant();
  person uuid := acting_person();
  rights text[];
BEGIN
  IF tenant IS NULL THEN RETURN '{}'; END IF;
  IF person IS NULL THEN
    SELECT t.scopes INTO rights FROM api_token t
    WHERE t.organisation_id = tenant AND t.token_hash = presented_key()
      AND t.revoked_at IS NULL AND t.expires_at > now();
    RETURN coalesce(rights, '{}');
  END IF;
  SELECT array_agg(r.right_name) INTO rights
  FROM membership m JOIN role_right r ON r.role = m.role
  WHERE m.organisation_id = tenant AND m.person_id = person
    AND (m.ends_at IS NULL OR m.ends_at > now());
  IF rights IS NOT NULL THEN RETURN rights; END IF;
  IF NOT is_operator() THEN RETURN '{}'; END IF;
  rights := ARRAY['organisation.read'];
  IF EXISTS (
    SELECT FROM operator_access a WHERE a.organisation_id = tenant AND a.person_id = person
      AND a.closed_at IS NULL AND a.expires_at > now()) THEN
    rights := rights || ARRAY['assessment.read', 'answers.read', 'result.read', 'report.read'];
  END IF;
  RETURN rights;
END`,
);

const ENTER = `
  CREATE FUNCTION enter(person uuid, session text, tenant uuid, key text) RETURNS text[]
  LANGUAGE plpgsql AS $$ BEGIN
    PERFORM set_config('app.person', coalesce(person::text, ''), true),
            set_config('app.session', coalesce(session, ''), true),
            set_config('app.tenant', coalesce(tenant::text, ''), true),
            set_config('app.key', coalesce(key, ''), true);
    RETURN rights_here();
  END $$;
`;

export const INVITING_ORGANISATIONS = decidingFunction(
  'inviting_organisations()',
  'SETOF uuid',
  `BEGIN IF presented_key() IS NOT NULL THEN RETURN QUERY
    SELECT i.organisation_id FROM invitation i
    WHERE i.token_hash = presented_key() AND ${isOfferedNow('i')};
  END IF; END`,
);

export const KNOWN_PEOPLE = decidingFunction(
  'known_people()',
  'SETOF uuid',
  `BEGIN
    IF has_right('members.read') THEN RETURN QUERY
      SELECT m.person_id FROM membership m WHERE m.organisation_id = acting_tenant();
      RETURN QUERY SELECT a.person_id FROM operator_access a WHERE a.organisation_id = acting_tenant();
    END IF;
    IF is_operator() THEN RETURN QUERY SELECT r.person_id FROM platform_role r; END IF;
  END`,
);

/** Whom to tell of an access: nothing more than that, and only to who has just opened one. */
export const OWNERS_TO_TELL = decidingFunction(
  'owners_to_tell()',
  'TABLE (email text, name text, language text, time_zone text)',
  `BEGIN IF is_operator() AND EXISTS (
    SELECT FROM operator_access a
    WHERE a.organisation_id = acting_tenant() AND a.person_id = acting_person()
      AND a.opened_at = now()) THEN RETURN QUERY
    SELECT p.email, p.name, p.language, p.time_zone
    FROM membership m JOIN person p ON p.id = m.person_id AND p.erased_at IS NULL
    WHERE m.organisation_id = acting_tenant() AND m.role = 'owner'
      AND (m.ends_at IS NULL OR m.ends_at > now())
    ORDER BY m.joined_at, p.id;
  END IF; END`,
);

/** What the policies ask. Each looks at the rows themselves, at every statement. */
const DECIDING_FUNCTIONS = [
  RIGHTS_HERE,
  decidingFunction(
    'has_right(wanted text)',
    'boolean',
    'BEGIN RETURN wanted = ANY (rights_here()); END',
  ),
  `CREATE FUNCTION tenant_with(wanted text) RETURNS uuid LANGUAGE plpgsql STABLE
   AS $$ BEGIN RETURN CASE WHEN has_right(wanted) THEN acting_tenant() END; END $$;`,
  ENTER,
  decidingFunction(
    'own_organisations()',
    'SETOF uuid',
    `BEGIN IF acting_tenant() IS NULL THEN RETURN QUERY
      SELECT m.organisation_id FROM membership m
      WHERE m.person_id = acting_person() AND (m.ends_at IS NULL OR m.ends_at > now());
    END IF; END`,
  ),
  // In the transaction that founds it: one that everybody has left is not for its founder to take.
  decidingFunction(
    'is_founder(wanted uuid)',
    'boolean',
    `BEGIN RETURN EXISTS (SELECT FROM organisation o
        WHERE o.id = wanted AND o.founded_by = acting_person() AND o.created_at = now())
      AND NOT EXISTS (SELECT FROM membership m WHERE m.organisation_id = wanted); END`,
  ),
  // Whoever shows that an address is theirs may know whether somebody awaits them there.
  decidingFunction(
    'is_awaited()',
    'boolean',
    `BEGIN RETURN EXISTS (
      SELECT FROM invitation i WHERE i.email = presented_key()
        AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
    ) OR EXISTS (
      SELECT FROM staff_invitation i WHERE i.email = presented_key()
        AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()); END`,
  ),
  decidingFunction(
    'is_invited(wanted uuid, wanted_role text, until timestamptz)',
    'boolean',
    `BEGIN RETURN EXISTS (
      SELECT FROM invitation i
      WHERE i.organisation_id = wanted AND i.token_hash = presented_key() AND i.role = wanted_role
        AND i.membership_ends_at IS NOT DISTINCT FROM until
        AND i.invited_by IS DISTINCT FROM acting_person()
        AND ${isOfferedNow('i')}); END`,
  ),
  INVITING_ORGANISATIONS,
  ...GRANT_FUNCTIONS,
  KNOWN_PEOPLE,
  OWNERS_TO_TELL,
];

const MEMBER_INSERT = [
  `(${OWN} AND role = 'owner' AND ends_at IS NULL AND is_founder(organisation_id))`,
  `(${OWN} AND is_invited(organisation_id, role, ends_at))`,
].join(' OR ');

/** Operators name assessors, for a time; they see their own invitations and no others. */
export const NAMED_ASSESSOR = `(organisation_id = (SELECT acting_tenant()) AND role = 'assessor'
  AND invited_by = (SELECT acting_person()) AND membership_ends_at IS NOT NULL
  AND (SELECT is_operator()))`;

/** @param byOperator what an operator may write, and sees */
export function rulesOfInvitations(byOperator: string): RowRules {
  const invited = 'token_hash = (SELECT presented_key())';
  return {
    read: `${inTenantWith('members.read')} OR ${invited} OR ${byOperator}`,
    ...invitationRules(`${inTenantWith('members.manage')} OR ${byOperator}`),
  };
}

async function protectAll(runner: QueryRunner): Promise<void> {
  const self = 'id = (SELECT acting_person())';
  await runner.query(
    protect('person', {
      read: `${self} OR email = (SELECT presented_key()) OR id IN (SELECT known_people())`,
      insert: self,
      update: self,
    }),
  );
  const managed = inTenantWith('members.manage');
  await runner.query(
    protect('membership', {
      read: `${OWN} OR ${inTenantWith('members.read')}`,
      insert: MEMBER_INSERT,
      update: managed,
      remove: `${OWN} OR ${managed}`,
    }),
  );
  await runner.query(protect('invitation', rulesOfInvitations(NAMED_ASSESSOR)));
  const tokens = inTenantWith('tokens.manage');
  // Its bearer first: what decides about their rights reads it, and must not ask itself.
  const presented = `token_hash = (SELECT presented_key()) OR ${tokens}`;
  await runner.query(
    protect('api_token', {
      read: presented,
      insert: `${tokens} AND created_by = (SELECT acting_person()) AND revoked_at IS NULL`,
      update: {
        from: `${tokens} AND revoked_at IS NULL`,
        to: `${tokens} AND revoked_at IS NOT NULL`,
      },
    }),
  );
  const opened = `organisation_id = (SELECT acting_tenant()) AND ${OWN} AND (SELECT is_operator())`;
  await runner.query(
    protect('operator_access', {
      read: `(${OWN} AND (SELECT is_operator())) OR ${inTenantWith('members.read')}`,
      insert: `${opened} AND opened_at = now() AND closed_at IS NULL`,
      update: {
        from: `${opened} AND closed_at IS NULL`,
        to: `${opened} AND closed_at IS NOT NULL`,
      },
    }),
  );
  await protectGrants(runner);
}
