import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, inTenantWith, protect } from './row-level-security.js';

const PLATFORM = "'00000000-0000-0000-0000-000000000000'";

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
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_head, audit_event');
  }
}
