import {
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditActor,
  type AuditEvent,
  type AuditFacts,
  assertFacts,
  GENESIS,
  type Mac,
  PLATFORM_CHAIN,
  seal,
  type Sealed,
  type StoredEvent,
} from '@sukoyaka/audit';
import type { EntityManager } from 'typeorm';
import type { Acting, Actor } from './actor.js';
import { rowOf, rowsOf } from './rows.js';

/** What happened, as its cause tells it. */
export interface AuditNote {
  readonly action: AuditAction;
  /** What it was done to; what kind of thing follows from the action. */
  readonly objectId?: string | null;
  readonly before?: AuditFacts | null;
  readonly after?: AuditFacts | null;
}

interface Head {
  readonly sequence: string;
  readonly hash: string;
}

/**
 * The events of one transaction. They are written at its end, chain by chain in a fixed order:
 * a chain is held only for its last moment, and two transactions cannot wait for each other.
 */
export class AuditTrail {
  /** Organisations beside the one that is acted on, and people for whom nobody acts. */
  readonly #elsewhere = new Map<string, typeof ACT_ON | typeof ACT_FOR>();
  readonly #noted: { readonly chainId: string; readonly note: AuditNote }[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly acting: Acting,
    private readonly mac: Mac,
  ) {}

  /** About the organisation that is acted on. */
  note(note: AuditNote): void {
    const { tenantId } = this.acting;
    if (tenantId === null) throw new Error('No organisation is acted on');
    this.#add(tenantId, note);
  }

  /** About an organisation, where somebody who belongs to several does something in each at once. */
  noteIn(organisationId: string, note: AuditNote): void {
    this.#elsewhere.set(organisationId, ACT_ON);
    this.#add(organisationId, note);
  }

  /** About a person, who alone reads it. */
  notePerson(personId: string, note: AuditNote): void {
    this.#add(personId, note);
  }

  /** About a person whom the service does something to on its own behalf. */
  noteOf(personId: string, note: AuditNote): void {
    this.#elsewhere.set(personId, ACT_FOR);
    this.#add(personId, note);
  }

  /** About the platform; operators read it. */
  notePlatform(note: AuditNote): void {
    this.#add(PLATFORM_CHAIN, note);
  }

  /** @throws DomainError AUDIT_FACTS for a fact that its action has no place for. */
  #add(chainId: string, note: AuditNote): void {
    assertFacts(note.action, note.before ?? null, note.after ?? null);
    this.#noted.push({ chainId, note });
  }

  /** Writes what was noted; the last thing that a transaction does. */
  async write(): Promise<void> {
    const chains = [...new Set(this.#noted.map(({ chainId }) => chainId))].sort();
    for (const chainId of chains) {
      const notes = this.#noted.filter((each) => each.chainId === chainId);
      await this.#append(
        chainId,
        notes.map(({ note }) => note),
      );
    }
    this.#noted.length = 0;
  }

  async #append(chainId: string, notes: readonly AuditNote[]): Promise<void> {
    const entry = this.#elsewhere.get(chainId);
    if (entry !== undefined) await rowsOf(this.manager, entry, [chainId]);
    const before = await this.#hold(chainId, notes.length);
    const sealed: Sealed[] = [];
    for (const [index, note] of notes.entries()) {
      const event = this.#eventOf(chainId, before.sequence + index + 1, note);
      sealed.push(seal(event, sealed.at(-1)?.event.hash ?? before.hash, this.mac));
    }
    const head = sealed.at(-1)?.head;
    const rows = sealed.map(({ event }) => rowOfEvent(event));
    await rowsOf(this.manager, APPEND, [JSON.stringify(rows), chainId, head?.hash, head?.mac]);
  }

  /** Takes the places of `count` events and gives the event before them. */
  async #hold(chainId: string, count: number): Promise<{ sequence: number; hash: string }> {
    for (;;) {
      const held = await rowOf<Head>(this.manager, HOLD, [chainId, count]);
      if (held !== null) return { sequence: Number(held.sequence) - count, hash: held.hash };
      await rowsOf(this.manager, BEGIN_CHAIN, [chainId, GENESIS]);
    }
  }

  #eventOf(chainId: string, sequence: number, note: AuditNote): AuditEvent {
    return {
      chainId,
      sequence,
      at: new Date().toISOString(),
      actor: auditActorOf(this.acting.actor),
      action: note.action,
      object: { kind: AUDIT_ACTIONS[note.action].object, id: note.objectId ?? null },
      before: note.before ?? null,
      after: note.after ?? null,
      correlationId: this.acting.actor.correlationId,
    };
  }
}

const ACT_ON = "SELECT set_config('app.tenant', $1, true)";
const ACT_FOR = "SELECT set_config('app.person', $1, true)";
const HOLD = `UPDATE audit_head SET sequence = sequence + $2 WHERE chain_id = $1
  RETURNING sequence, hash`;
const BEGIN_CHAIN = `INSERT INTO audit_head (chain_id, sequence, hash, mac) VALUES ($1, 0, $2, '')
  ON CONFLICT (chain_id) DO NOTHING`;
const APPEND = `
  WITH appended AS (
    INSERT INTO audit_event (chain_id, sequence, occurred_at, actor_kind, actor_id, action,
      object_kind, object_id, facts_before, facts_after, correlation_id, previous_hash, hash)
    SELECT chain_id, sequence, occurred_at, actor_kind, actor_id, action, object_kind, object_id,
      nullif(facts_before, 'null'), nullif(facts_after, 'null'), correlation_id, previous_hash, hash
    FROM jsonb_to_recordset($1::jsonb) AS e (chain_id uuid, sequence bigint,
      occurred_at timestamptz, actor_kind text, actor_id uuid, action text, object_kind text,
      object_id text, facts_before jsonb, facts_after jsonb, correlation_id text,
      previous_hash text, hash text))
  UPDATE audit_head SET hash = $3, mac = $4 WHERE chain_id = $2`;

function rowOfEvent(event: StoredEvent) {
  return {
    chain_id: event.chainId,
    sequence: event.sequence,
    occurred_at: event.at,
    actor_kind: event.actor.kind,
    actor_id: event.actor.id,
    action: event.action,
    object_kind: event.object.kind,
    object_id: event.object.id,
    facts_before: event.before,
    facts_after: event.after,
    correlation_id: event.correlationId,
    previous_hash: event.previousHash,
    hash: event.hash,
  };
}

function auditActorOf(actor: Actor): AuditActor {
  if (actor.kind === 'person') return { kind: 'person', id: actor.personId };
  if (actor.kind === 'token') return { kind: 'token', id: actor.tokenId };
  return { kind: 'system', id: null };
}
