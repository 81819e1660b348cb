import type { EntityManager } from 'typeorm';
import { affectedBy, holdAlone, rowOf, rowsOf } from '../rows.js';

export interface ApiTokenRow {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
}

const COLUMNS = `id, label, scopes, created_by AS "createdBy", created_at AS "createdAt",
  expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`;

/** The tokens with which machines act for the transaction's tenant. */
export class ApiTokenRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  /** Whoever else makes one for the organisation waits until the transaction ends. */
  lock(): Promise<void> {
    return holdAlone(this.manager, `tokens of ${this.organisationId}`);
  }

  async insert(
    token: Pick<ApiTokenRow, 'id' | 'label' | 'scopes' | 'createdBy' | 'expiresAt'>,
    tokenHash: string,
  ): Promise<void> {
    const { id, label, scopes, createdBy, expiresAt } = token;
    await affectedBy(
      this.manager,
      `INSERT INTO api_token (organisation_id, id, token_hash, label, scopes, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [this.organisationId, id, tokenHash, label, scopes, createdBy, expiresAt],
    );
  }

  find(id: string): Promise<ApiTokenRow | null> {
    const statement = `SELECT ${COLUMNS} FROM api_token WHERE organisation_id = $1 AND id = $2`;
    return rowOf(this.manager, statement, [this.organisationId, id]);
  }

  /** Those that can still be used, oldest first. */
  list(): Promise<readonly ApiTokenRow[]> {
    return rowsOf(
      this.manager,
      `SELECT ${COLUMNS} FROM api_token
       WHERE organisation_id = $1 AND revoked_at IS NULL AND expires_at > now()
       ORDER BY created_at, id`,
      [this.organisationId],
    );
  }

  async revoke(id: string): Promise<boolean> {
    const statement = `UPDATE api_token SET revoked_at = now()
      WHERE organisation_id = $1 AND id = $2 AND revoked_at IS NULL`;
    return (await affectedBy(this.manager, statement, [this.organisationId, id])) === 1;
  }
}
