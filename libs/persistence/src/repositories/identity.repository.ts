import type { EntityManager } from 'typeorm';
import { BY_AGE, keyset, type Page, pageOf, type PageRequest, type Position } from '../keyset.js';
import { affectedBy, rowOf, rowsOf } from '../rows.js';

export interface IdentityRow {
  readonly personId: string;
  readonly id: string;
  /** The provider's issuer identifier, within which the subject is unique. */
  readonly provider: string;
  readonly subject: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

const COLUMNS = `person_id AS "personId", id, provider, subject, created_at AS "createdAt",
  last_used_at AS "lastUsedAt"`;

/** The key under which a transaction sees the identity of a subject, whoever it belongs to. */
export const identityKey = (provider: string, subject: string) => `${provider} ${subject}`;

/** The acting person's accounts with OpenID providers, or the one that is presented. */
export class IdentityRepository {
  constructor(private readonly manager: EntityManager) {}

  /** A page of them, oldest first. */
  async page(personId: string, request: PageRequest): Promise<Page<IdentityRow>> {
    const { condition, order, position, parameters } = keyset(BY_AGE, request, 2);
    const rows = await rowsOf<IdentityRow & { position: Position }>(
      this.manager,
      `SELECT ${COLUMNS}, ${position} AS position FROM external_identity
       WHERE person_id = $1 AND ${condition} ORDER BY ${order}`,
      [personId, ...parameters],
    );
    return pageOf(rows, request, (row) => row.position);
  }

  /** Whoever it belongs to. */
  find(provider: string, subject: string): Promise<IdentityRow | null> {
    return rowOf(
      this.manager,
      `SELECT ${COLUMNS} FROM external_identity WHERE provider = $1 AND subject = $2`,
      [provider, subject],
    );
  }

  /** @throws DomainError IDENTITY_TAKEN, whoever has it. */
  async insert(personId: string, id: string, provider: string, subject: string): Promise<void> {
    await affectedBy(
      this.manager,
      'INSERT INTO external_identity (person_id, id, provider, subject) VALUES ($1, $2, $3, $4)',
      [personId, id, provider, subject],
    );
  }

  async noteUse(personId: string, id: string): Promise<void> {
    const statement =
      'UPDATE external_identity SET last_used_at = now() WHERE person_id = $1 AND id = $2';
    await affectedBy(this.manager, statement, [personId, id]);
  }

  /** Whose provider it was; null where there is none. */
  async remove(personId: string, id: string): Promise<string | null> {
    const row = await rowOf<{ provider: string }>(
      this.manager,
      'DELETE FROM external_identity WHERE person_id = $1 AND id = $2 RETURNING provider',
      [personId, id],
    );
    return row?.provider ?? null;
  }
}
