import type { MigrationInterface, QueryRunner } from 'typeorm';
import { INVITING_ORGANISATIONS, KNOWN_PEOPLE } from './1764000500000-memberships.js';
import { ORGANISATION_RULES } from './1764000600000-company-data-by-right.js';
import { VERIFICATION_RULES, VERIFIER_NAME } from './1764000700000-profiles-and-consent.js';
import { isOfferedNow } from './invitation-rules.js';
import {
  decidingFunction,
  inTenantWith,
  protect,
  replacing,
  withoutRules,
} from './row-level-security.js';

/**
 * Whoever is beside an organisation learns what it is called, and nothing else of it: who is
 * invited, and who reads by a grant. It learns what an operator is called who has read its answers,
 * and not how to reach them.
 */
export class NamesAlone1764001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(withoutRules('organisation'));
    await runner.query('DROP FUNCTION inviting_organisations');
    await runner.query(INVITING_NAMES);
    await runner.query(protect('organisation', { ...ORGANISATION_RULES, read: ITS_READERS }));
    await runner.query(withoutRules('organisation_verification'));
    await runner.query(
      protect('organisation_verification', { ...VERIFICATION_RULES, read: DECISIONS_READERS }),
    );
    for (const each of [ACCESS_OPERATORS, ORGANISATION_NAMES]) await runner.query(each);
    for (const each of [KNOWN_MEMBERS, VERIFIER]) await runner.query(replacing(each));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [KNOWN_PEOPLE, VERIFIER_NAME]) await runner.query(replacing(each));
    await runner.query('DROP FUNCTION access_operators, organisation_names');
    await runner.query(withoutRules('organisation_verification'));
    await runner.query(protect('organisation_verification', VERIFICATION_RULES));
    await runner.query(withoutRules('organisation'));
    await runner.query('DROP FUNCTION inviting_organisations');
    await runner.query(INVITING_ORGANISATIONS);
    await runner.query(protect('organisation', ORGANISATION_RULES));
  }
}

const ITS_READERS = [
  inTenantWith('organisation.read', 'id'),
  'id IN (SELECT own_organisations())',
  '(SELECT is_operator())',
].join(' OR ');

const DECISIONS_READERS = [inTenantWith('organisation.read'), '(SELECT is_operator())'].join(
  ' OR ',
);

const NAMES = 'o.name_th, o.name_ja, o.name_en';

const INVITING_NAMES = decidingFunction(
  'inviting_organisations()',
  'TABLE (id uuid, name_th text, name_ja text, name_en text)',
  `BEGIN IF presented_key() IS NOT NULL THEN RETURN QUERY
    SELECT o.id, ${NAMES} FROM organisation o WHERE o.id IN (
      SELECT i.organisation_id FROM invitation i
      WHERE i.token_hash = presented_key() AND ${isOfferedNow('i')});
  END IF; END`,
);

/** The names of the organisation that is acted on, for who reads anything of it. */
const ORGANISATION_NAMES = decidingFunction(
  'organisation_names()',
  'TABLE (name_th text, name_ja text, name_en text)',
  `BEGIN
    IF has_right('organisation.read') OR EXISTS (SELECT FROM granted_assessments()) THEN
      RETURN QUERY SELECT ${NAMES} FROM organisation o WHERE o.id = acting_tenant();
    END IF;
  END`,
);

/** Who opened an access to the organisation's answers, for those who see that it was opened. */
const ACCESS_OPERATORS = decidingFunction(
  'access_operators()',
  'TABLE (id uuid, name text)',
  `BEGIN IF has_right('members.read') OR is_operator() THEN RETURN QUERY
    SELECT p.id, p.name FROM person p
    WHERE p.erased_at IS NULL AND p.id IN (
      SELECT a.person_id FROM operator_access a WHERE a.organisation_id = acting_tenant());
  END IF; END`,
);

const KNOWN_MEMBERS = decidingFunction(
  'known_people()',
  'SETOF uuid',
  `BEGIN
    IF has_right('members.read') THEN RETURN QUERY
      SELECT m.person_id FROM membership m WHERE m.organisation_id = acting_tenant();
    END IF;
    IF is_operator() THEN RETURN QUERY SELECT r.person_id FROM platform_role r; END IF;
  END`,
);

const VERIFIER = decidingFunction(
  'verifier_name(decider uuid)',
  'text',
  `BEGIN RETURN (
    SELECT p.name FROM person p WHERE p.id = decider AND EXISTS (
      SELECT FROM organisation_verification v WHERE v.decided_by = decider AND (is_operator()
        OR v.organisation_id = acting_tenant() AND has_right('organisation.read'))));
  END`,
);
