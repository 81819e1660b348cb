import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, decidingFunction, inTenantWith, protect } from './row-level-security.js';

const PLATFORM = "'00000000-0000-0000-0000-000000000000'";

/**
 * What actors of an organisation's log are called, for those who may see its members: colleagues,
 * the platform's staff (by name only), and machines by the label of their token.
 */
const ACTOR_NAMES = decidingFunction(
  'audit_actor_names(wanted uuid[])',
  'TABLE (id uuid, name text)',
  `BEGIN
    IF has_right('members.read') THEN
      RETURN QUERY SELECT t.id, t.label FROM api_token t
        WHERE t.organisation_id = acting_tenant() AND t.id = ANY (wanted);
    END IF;
    RETURN QUERY SELECT p.id, p.name FROM person p WHERE p.id = ANY (wanted) AND (
      p.id = acting_person()
      OR has_right('members.read') AND EXISTS (SELECT FROM membership m
        WHERE m.organisation_id = acting_tenant() AND m.person_id = p.id)
      OR (has_right('members.read') OR is_operator()) AND EXISTS (SELECT FROM platform_role r
        WHERE r.person_id = p.id));
  END`,
);

/**
 * The log of who did what: one chain for each organisation, each person and the platform itself.
 * A chain belongs to whom it is about, who may read it; whoever acts on them appends to it.
 */
export class Audit1764000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_event (
        chain_id uuid NOT NULL,
        sequence bigint NOT NULL,
        occurred_at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        actor_id uuid,
        action text NOT NULL,
        object_kind text NOT NULL,
        object_id text,
        facts_before jsonb,
        facts_after jsonb,
        correlation_id text,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT audit_event_pk PRIMARY KEY (chain_id, sequence),
        CONSTRAINT audit_event_actor_known CHECK (actor_kind IN ('person', 'token', 'system')),
        CONSTRAINT audit_event_counted CHECK (sequence > 0)
      );
      CREATE TABLE audit_head (
        chain_id uuid NOT NULL,
        sequence bigint NOT NULL,
        hash text NOT NULL,
        mac text NOT NULL,
        CONSTRAINT audit_head_pk PRIMARY KEY (chain_id)
      )
    `);
    const isOwn = 'chain_id = (SELECT acting_person())';
    const isActedOn = `(${isOwn} OR chain_id = (SELECT acting_tenant()) OR chain_id = ${PLATFORM})`;
    const isReadable = [
      inTenantWith('audit.read', 'chain_id'),
      isOwn,
      `(chain_id = ${PLATFORM} AND (SELECT is_operator()))`,
    ].join(' OR ');
    await runner.query(protect('audit_event', { read: isReadable, insert: isActedOn }));
    const head = { read: isActedOn, insert: isActedOn, update: isActedOn };
    await runner.query(protect('audit_head', head));
    await runner.query(appendOnly('audit_event'));
    await runner.query(ACTOR_NAMES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION audit_actor_names');
    await runner.query('DROP TABLE audit_head, audit_event');
  }
}
