import type { QueryRunner } from 'typeorm';
import { decidingFunction, inTenantWith, protect } from './row-level-security.js';

export const GRANT_FUNCTION_NAMES = [
  'granted_assessments',
  'granted_reports',
  'granted_reading',
  'granted_result',
  'readable_grants',
  'grant_owners_to_tell',
  'grant_counterparts',
];

/** What a company lets another organisation read: chosen assessments, for a time. */
export async function createGrants(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE access_grant (
      organisation_id uuid NOT NULL,
      id uuid NOT NULL,
      grantee_id uuid NOT NULL,
      level text NOT NULL,
      note text,
      begins_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      given_by uuid NOT NULL,
      given_at timestamptz NOT NULL DEFAULT now(),
      revoked_at timestamptz,
      revoked_by uuid,
      CONSTRAINT access_grant_pk PRIMARY KEY (organisation_id, id),
      CONSTRAINT access_grant_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation (id),
      CONSTRAINT access_grant_grantee_fk FOREIGN KEY (grantee_id) REFERENCES organisation (id),
      CONSTRAINT access_grant_to_another CHECK (grantee_id <> organisation_id),
      CONSTRAINT access_grant_level_known CHECK (level IN ('result', 'report')),
      CONSTRAINT access_grant_order CHECK (begins_at < ends_at),
      CONSTRAINT access_grant_is_bounded CHECK (ends_at <= begins_at + interval '17544 hours'),
      CONSTRAINT access_grant_revoked_by_somebody
        CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
    );
    CREATE INDEX access_grant_of_grantee ON access_grant (grantee_id, organisation_id);
    CREATE TABLE access_grant_assessment (
      organisation_id uuid NOT NULL,
      grant_id uuid NOT NULL,
      assessment_id uuid NOT NULL,
      CONSTRAINT access_grant_assessment_pk PRIMARY KEY (organisation_id, grant_id, assessment_id),
      CONSTRAINT access_grant_assessment_grant_fk
        FOREIGN KEY (organisation_id, grant_id) REFERENCES access_grant (organisation_id, id),
      CONSTRAINT access_grant_assessment_assessment_fk
        FOREIGN KEY (organisation_id, assessment_id) REFERENCES assessment (organisation_id, id)
        ON DELETE CASCADE
    )
  `);
}

/** A grant that holds at this moment, to an organisation in which the person may use grants. */
const GRANTED = `
  SELECT g.id AS grant_id, g.level, g.ends_at, ga.assessment_id
  FROM access_grant g
  JOIN access_grant_assessment ga ON ga.organisation_id = g.organisation_id AND ga.grant_id = g.id
  JOIN membership m ON m.organisation_id = g.grantee_id AND m.person_id = acting_person()
    AND (m.ends_at IS NULL OR m.ends_at > now())
  JOIN role_right r ON r.role = m.role AND r.right_name = 'grants.use'
  WHERE g.organisation_id = acting_tenant() AND g.revoked_at IS NULL
    AND g.begins_at <= now() AND g.ends_at > now()
`;

/** The grant by which an assessment is read: of several, the one that opens most, and longest. */
const WIDEST_GRANT = `BEGIN RETURN QUERY
  SELECT granted.grant_id, granted.level FROM (${GRANTED}) AS granted
  WHERE granted.assessment_id = wanted
  ORDER BY granted.level = 'report' DESC, granted.ends_at DESC, granted.grant_id LIMIT 1;
END`;

const RESULT_COLUMNS = `TABLE (organisation_id uuid, assessment_id uuid, result jsonb,
  rule_sets jsonb, evaluated_at timestamptz)`;

/**
 * A granted result, without what was answered: neither the answers, nor how they came to their
 * points, nor the hints to the company, which quote them, nor its sites.
 */
const RESULT_ALONE = `BEGIN RETURN QUERY
  SELECT e.organisation_id, e.assessment_id,
    (e.result - 'answers' - 'trace' #- '{organisation,sites}') || '{"warnings": []}',
    e.rule_sets, e.evaluated_at
  FROM evaluation_result e
  WHERE e.organisation_id = acting_tenant() AND e.assessment_id = wanted
    AND e.assessment_id IN (SELECT granted_assessments());
END`;

const READABLE_COLUMNS = `TABLE (organisation_id uuid, grant_id uuid, assessment_id uuid,
  edition_id text, period_start date, period_end date)`;

/** What the acting organisation may read of others at this moment, for who may use its grants. */
const READABLE_GRANTS = `BEGIN IF has_right('grants.use') THEN RETURN QUERY
  SELECT g.organisation_id, g.id, a.id, a.edition_id, a.period_start, a.period_end
  FROM access_grant g
  JOIN access_grant_assessment ga ON ga.organisation_id = g.organisation_id AND ga.grant_id = g.id
  JOIN assessment a ON a.organisation_id = g.organisation_id AND a.id = ga.assessment_id
  WHERE g.grantee_id = acting_tenant() AND g.revoked_at IS NULL
    AND g.begins_at <= now() AND g.ends_at > now();
END IF; END`;

const OWNER_COLUMNS = 'TABLE (email text, name text, language text, time_zone text)';

/**
 * The owners who are to be told of a grant that this very transaction gives or revokes. At any
 * other time nobody learns them.
 */
const GRANT_OWNERS = `BEGIN IF has_right('grants.manage') THEN RETURN QUERY
  SELECT p.email, p.name, p.language, p.time_zone
  FROM access_grant g
  JOIN membership m ON m.organisation_id = g.grantee_id AND m.role = 'owner'
    AND (m.ends_at IS NULL OR m.ends_at > now())
  JOIN person p ON p.id = m.person_id AND p.erased_at IS NULL
  WHERE g.organisation_id = acting_tenant() AND g.id = wanted
    AND now() IN (g.given_at, g.revoked_at)
  ORDER BY m.joined_at, p.id LIMIT 20;
END IF; END`;

/** What the policies and use cases ask about grants. */
export const GRANT_FUNCTIONS = [
  decidingFunction(
    'granted_assessments()',
    'SETOF uuid',
    `BEGIN RETURN QUERY SELECT granted.assessment_id FROM (${GRANTED}) AS granted; END`,
  ),
  decidingFunction(
    'granted_reports()',
    'SETOF uuid',
    `BEGIN RETURN QUERY
      SELECT granted.assessment_id FROM (${GRANTED}) AS granted WHERE granted.level = 'report';
    END`,
  ),
  decidingFunction(
    'granted_reading(wanted uuid)',
    'TABLE (grant_id uuid, level text)',
    WIDEST_GRANT,
  ),
  decidingFunction('granted_result(wanted uuid)', RESULT_COLUMNS, RESULT_ALONE),
  decidingFunction('readable_grants()', READABLE_COLUMNS, READABLE_GRANTS),
  decidingFunction('grant_owners_to_tell(wanted uuid)', OWNER_COLUMNS, GRANT_OWNERS),
  decidingFunction(
    'grant_counterparts()',
    'SETOF uuid',
    `BEGIN IF has_right('grants.read') THEN RETURN QUERY
      SELECT g.grantee_id FROM access_grant g WHERE g.organisation_id = acting_tenant()
      UNION SELECT g.organisation_id FROM access_grant g WHERE g.grantee_id = acting_tenant();
    ELSIF EXISTS (SELECT FROM granted_assessments()) THEN RETURN QUERY SELECT acting_tenant();
    END IF; END`,
  ),
];

/** What was granted stays as it was given; all that happens to it later is that it is revoked. */
export async function protectGrants(runner: QueryRunner): Promise<void> {
  const given = inTenantWith('grants.manage');
  const byActor = (column: string) => `${column} = (SELECT acting_person())`;
  await runner.query(
    protect('access_grant', {
      read: `${inTenantWith('grants.read')} OR ${inTenantWith('grants.read', 'grantee_id')}`,
      insert: `${given} AND ${byActor('given_by')} AND given_at = now() AND revoked_at IS NULL`,
      update: {
        from: `${given} AND revoked_at IS NULL`,
        to: `${given} AND revoked_at IS NOT NULL AND ${byActor('revoked_by')}`,
      },
    }),
  );
  // Follows its grant, under whose rules the subquery is answered.
  const ofGrant = (condition: string) => `EXISTS (SELECT FROM access_grant g
    WHERE g.organisation_id = access_grant_assessment.organisation_id AND g.id = grant_id
      AND ${condition})`;
  await runner.query(
    protect('access_grant_assessment', {
      read: ofGrant('true'),
      insert: `${given} AND ${ofGrant('g.given_at = now()')}`,
    }),
  );
}
