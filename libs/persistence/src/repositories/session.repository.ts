import type { EntityManager } from 'typeorm';
import { keyset, type Page, pageOf, type PageRequest, type Position } from '../keyset.js';
import { affectedBy, rowsOf } from '../rows.js';

/**
 * How far a sign-in has come: what a session may be used for. `second-factor`: the password was
 * right; `enrolment`: a second factor has to be set up first, as the person's role demands.
 */
export type SessionStage = 'second-factor' | 'enrolment' | 'full';
export type SignInMethod = 'password' | 'passkey' | 'oidc' | 'link';

export interface SessionRow {
  readonly id: string;
  readonly stage: SessionStage;
  readonly method: SignInMethod;
  /** Which browser, as it calls itself, cut short. */
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly authenticatedAt: Date;
  readonly secondFactorAt: Date | null;
  readonly expiresAt: Date;
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly stage: SessionStage;
  readonly method: SignInMethod;
  readonly userAgent: string;
  readonly hasSecondFactor: boolean;
  /** When the person showed who they are, where that was before now. */
  readonly authenticatedAt?: Date | undefined;
  /** Seconds until it ends, whatever happens. */
  readonly lifetimeSeconds: number;
}

const COLUMNS = `id, stage, method, user_agent AS "userAgent", created_at AS "createdAt",
  last_seen_at AS "lastSeenAt", authenticated_at AS "authenticatedAt",
  second_factor_at AS "secondFactorAt", expires_at AS "expiresAt"`;
/** Not by when they were used, which changes while the list is read. */
const NEWEST_FIRST = {
  columns: [
    { name: 'created_at', type: 'timestamptz' },
    { name: 'id', type: 'uuid' },
  ],
  direction: 'DESC',
} as const;

/** The sessions of the acting person. */
export class SessionRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(personId: string, session: NewSession): Promise<void> {
    const { id, tokenHash, stage, method, userAgent, hasSecondFactor, lifetimeSeconds } = session;
    const authenticatedAt = session.authenticatedAt ?? null;
    await affectedBy(
      this.manager,
      `INSERT INTO session (person_id, id, token_hash, stage, method, user_agent, second_factor_at,
         expires_at, authenticated_at)
       VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN now() END,
         now() + make_interval(secs => $8), least(now(), $9::timestamptz))`,
      [
        personId,
        id,
        tokenHash,
        stage,
        method,
        userAgent,
        hasSecondFactor,
        lifetimeSeconds,
        authenticatedAt,
      ],
    );
  }

  /** A page of those that can still be used, which none can after `idleSeconds` of rest; newest first. */
  async page(
    personId: string,
    idleSeconds: number,
    request: PageRequest,
  ): Promise<Page<SessionRow>> {
    const { condition, order, position, parameters } = keyset(NEWEST_FIRST, request, 3);
    const rows = await rowsOf<SessionRow & { position: Position }>(
      this.manager,
      `SELECT ${COLUMNS}, ${position} AS position FROM session
       WHERE person_id = $1 AND expires_at > now() AND stage = 'full'
         AND last_seen_at > now() - make_interval(secs => $2) AND ${condition}
       ORDER BY ${order}`,
      [personId, idleSeconds, ...parameters],
    );
    return pageOf(rows, request, (row) => row.position);
  }

  /** The ids of the people who have sessions. */
  async people(): Promise<readonly string[]> {
    const statement = 'SELECT DISTINCT person_id AS id FROM session ORDER BY 1';
    return (await rowsOf<{ id: string }>(this.manager, statement)).map(({ id }) => id);
  }

  async remove(personId: string, id: string): Promise<boolean> {
    const statement = 'DELETE FROM session WHERE person_id = $1 AND id = $2';
    return (await affectedBy(this.manager, statement, [personId, id])) === 1;
  }

  /** All, or all but one. How many. */
  removeAll(personId: string, exceptId: string | null = null): Promise<number> {
    const statement = 'DELETE FROM session WHERE person_id = $1 AND id IS DISTINCT FROM $2::uuid';
    return affectedBy(this.manager, statement, [personId, exceptId]);
  }

  /** The person has just shown again who they are: the former token is void. */
  async renew(personId: string, id: string, tokenHash: string): Promise<void> {
    const statement = `UPDATE session SET authenticated_at = now(), token_hash = $3
      WHERE person_id = $1 AND id = $2`;
    await affectedBy(this.manager, statement, [personId, id, tokenHash]);
  }
}
