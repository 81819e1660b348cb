import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  appendOnly,
  changing,
  decidingFunction,
  inTenantWith,
  protect,
} from './row-level-security.js';

/** What is known of an organisation beside its name, what it agreed to, and who checked it. */
export class ProfilesAndConsent1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE_CHANGE);
    await extendProfiles(runner);
    await createVerifications(runner);
    await createConsents(runner);
    await createWaves(runner);
    await runner.query(LATEST_CONSENT);
    await runner.query(PUBLISHED_ORGANISATIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION published_organisations, latest_consent');
    await runner.query('DROP FUNCTION wave_taking, verifier_name');
    await runner.query('ALTER TABLE assessment DROP COLUMN wave_id');
    await runner.query('DROP TABLE wave, consent_record, organisation_verification');
    await runner.query('DROP FUNCTION identifying_facts_hash');
    await runner.query('ALTER TABLE site DROP COLUMN place');
    await runner.query(`
      ALTER TABLE organisation DROP COLUMN industry_scheme, DROP COLUMN industry_code,
        DROP COLUMN group_name, DROP COLUMN group_registration_type,
        DROP COLUMN group_registration_number
    `);
    await runner.query('DROP FUNCTION refuse_change');
  }
}

const REFUSE_CHANGE = `
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
  END $$;
`;

async function extendProfiles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE organisation
      ADD COLUMN industry_scheme text,
      ADD COLUMN industry_code text,
      ADD COLUMN group_name text,
      ADD COLUMN group_registration_type text,
      ADD COLUMN group_registration_number text,
      ADD CONSTRAINT organisation_industry_whole
        CHECK ((industry_scheme IS NULL) = (industry_code IS NULL)),
      ADD CONSTRAINT organisation_industry_scheme_known
        CHECK (industry_scheme IN ('isic', 'tsic', 'jsic')),
      ADD CONSTRAINT organisation_group_registration_whole
        CHECK ((group_registration_type IS NULL) = (group_registration_number IS NULL))
  `);
  await runner.query('ALTER TABLE site ADD COLUMN place text');
}

/** A row for each decision. Which facts were checked is kept: others are not verified. */
async function createVerifications(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE organisation_verification (
      organisation_id uuid NOT NULL,
      sequence integer NOT NULL,
      state text NOT NULL,
      facts_hash text NOT NULL,
      evidence text NOT NULL,
      decided_by uuid NOT NULL,
      decided_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT organisation_verification_pk PRIMARY KEY (organisation_id, sequence),
      CONSTRAINT organisation_verification_organisation_fk
        FOREIGN KEY (organisation_id) REFERENCES organisation (id),
      CONSTRAINT organisation_verification_state_known CHECK (state IN ('verified', 'unverified')),
      CONSTRAINT organisation_verification_has_evidence CHECK (length(btrim(evidence)) >= 5)
    )
  `);
  await runner.query(IDENTIFYING_FACTS_HASH);
  await runner.query(protect('organisation_verification', VERIFICATION_RULES));
  await runner.query(appendOnly('organisation_verification'));
  await runner.query(VERIFIER_NAME);
}

export const VERIFICATION_RULES = {
  read: [
    inTenantWith('organisation.read'),
    '(organisation_id = (SELECT acting_tenant()) AND EXISTS (SELECT FROM granted_assessments()))',
    '(SELECT is_operator())',
  ].join(' OR '),
  insert: `(SELECT is_operator()) AND decided_by = (SELECT acting_person()) AND decided_at = now()
    AND facts_hash = (
      SELECT identifying_facts_hash(o) FROM organisation o WHERE o.id = organisation_id)`,
} as const;

/** What an operator compares with a register. Of everything else a company may say what it likes. */
const IDENTIFYING_FACTS_HASH = `
  CREATE FUNCTION identifying_facts_hash(o organisation) RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT encode(sha256(convert_to(jsonb_build_array(
    o.name_th, o.name_ja, o.name_en, o.country, o.registration_type, o.registration_number
  )::text, 'UTF8')), 'hex') $$;
`;

/** The name, and no more, of who decided: for the readers of the decision. */
export const VERIFIER_NAME = decidingFunction(
  'verifier_name(decider uuid)',
  'text',
  `BEGIN RETURN (
    SELECT p.name FROM person p WHERE p.id = decider AND EXISTS (
      SELECT FROM organisation_verification v WHERE v.decided_by = decider AND (is_operator()
        OR v.organisation_id = acting_tenant() AND (has_right('organisation.read')
          OR EXISTS (SELECT FROM granted_assessments())))));
  END`,
);

async function createConsents(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE consent_record (
      organisation_id uuid NOT NULL,
      sequence integer NOT NULL,
      kind text NOT NULL,
      decision text NOT NULL,
      text_version text NOT NULL,
      text_hash text NOT NULL,
      language text NOT NULL,
      person_id uuid NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT consent_record_pk PRIMARY KEY (organisation_id, sequence),
      CONSTRAINT consent_record_organisation_fk
        FOREIGN KEY (organisation_id) REFERENCES organisation (id),
      CONSTRAINT consent_record_kind_known CHECK (kind IN ('participation', 'publication')),
      CONSTRAINT consent_record_decision_known CHECK (decision IN ('given', 'withdrawn')),
      CONSTRAINT consent_record_language_known CHECK (language IN ('en', 'ja', 'th'))
    )
  `);
  await runner.query(
    protect('consent_record', {
      read: inTenantWith('consents.read'),
      insert: `${inTenantWith('consents.manage')} AND person_id = (SELECT acting_person())
        AND recorded_at BETWEEN now() AND clock_timestamp()`,
    }),
  );
  await runner.query(appendOnly('consent_record'));
}

async function createWaves(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE wave (
      id uuid NOT NULL,
      edition_id text NOT NULL,
      country text NOT NULL,
      opens_at timestamptz NOT NULL,
      closes_at timestamptz NOT NULL,
      closed_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      opened_by uuid NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT wave_pk PRIMARY KEY (id),
      CONSTRAINT wave_country_code CHECK (country ~ '^[A-Z]{2}$'),
      CONSTRAINT wave_order CHECK (opens_at < closes_at)
    );
    CREATE UNIQUE INDEX wave_one_at_a_time ON wave (edition_id, country) WHERE closed_at IS NULL;
    ALTER TABLE assessment ADD COLUMN wave_id uuid,
      ADD CONSTRAINT assessment_wave_fk FOREIGN KEY (wave_id) REFERENCES wave (id)
  `);
  const operator = '(SELECT is_operator())';
  const own = `${operator} AND opened_by = (SELECT acting_person())`;
  await runner.query(protect('wave', { read: 'true', insert: own, update: operator }));
  await runner.query(changing(WAVE_TAKING));
}

/**
 * The wave that takes answers at this moment, held open until the transaction ends: who closes it
 * waits for those who submit, and who comes after it finds it closed.
 */
const WAVE_TAKING = decidingFunction(
  'wave_taking(edition text, from_country text)',
  'uuid',
  `DECLARE found uuid;
  BEGIN
    SELECT w.id INTO found FROM wave w
    WHERE w.edition_id = edition AND w.country = from_country AND w.closed_at IS NULL
      AND w.opens_at <= now() AND w.closes_at > now() FOR SHARE;
    RETURN found;
  END`,
);

/** The latest decision of the organisation that is acted on: whether its assessments count. */
const LATEST_CONSENT = decidingFunction(
  'latest_consent(wanted_kind text)',
  'TABLE (decision text, text_version text)',
  `BEGIN IF has_right('assessment.read') OR has_right('consents.read') THEN RETURN QUERY
    SELECT c.decision, c.text_version FROM consent_record c
    WHERE c.organisation_id = acting_tenant() AND c.kind = wanted_kind
    ORDER BY c.sequence DESC LIMIT 1;
  END IF; END`,
);

const IS_SCORED = `a.organisation_id = o.id AND a.status IN ('scored', 'released')
  AND a.scored_at >= scored_since`;

/**
 * The public list: names only, of those that agree to it at this moment, by a text that still
 * holds, have a result that is not too old, and an owner, who could withdraw. In the order of ids,
 * which says nothing.
 */
const PUBLISHED_ORGANISATIONS = decidingFunction(
  `published_organisations(holding_versions text[], scored_since timestamptz, wanted_country text,
     after_id uuid, most integer)`,
  `TABLE (id uuid, name_th text, name_ja text, name_en text, country text, isic_section text,
     is_synthetic boolean, assessments jsonb)`,
  `BEGIN RETURN QUERY
    SELECT o.id, o.name_th, o.name_ja, o.name_en, o.country, o.isic_section, o.is_synthetic,
      (SELECT jsonb_agg(jsonb_build_object('edition', a.edition_id,
           'periodStart', a.period_start, 'periodEnd', a.period_end)
         ORDER BY a.period_start, a.period_end, a.edition_id)
       FROM assessment a WHERE ${IS_SCORED})
    FROM organisation o
    JOIN LATERAL (SELECT c.decision, c.text_version FROM consent_record c
      WHERE c.organisation_id = o.id AND c.kind = 'publication'
      ORDER BY c.sequence DESC LIMIT 1) AS latest
      ON latest.decision = 'given' AND latest.text_version = ANY (holding_versions)
    WHERE (after_id IS NULL OR o.id > after_id)
      AND (wanted_country IS NULL OR o.country = wanted_country)
      AND EXISTS (SELECT FROM assessment a WHERE ${IS_SCORED})
      AND EXISTS (SELECT FROM membership m WHERE m.organisation_id = o.id AND m.role = 'owner'
        AND (m.ends_at IS NULL OR m.ends_at > now()))
    ORDER BY o.id LIMIT most;
  END`,
);
