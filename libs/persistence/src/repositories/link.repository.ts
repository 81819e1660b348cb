import type { Locale } from '@sukoyaka/kernel';
import type { EntityManager } from 'typeorm';
import { affectedBy, rowOf } from '../rows.js';

export type LinkPurpose = 'sign-up' | 'password-reset';

/** A link that was sent by mail and serves once. */
export interface LinkRow {
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly personId: string | null;
  readonly language: Locale;
  readonly name: string | null;
  readonly timeZone: string | null;
}

const COLUMNS = 'purpose, email, person_id AS "personId", language, name, time_zone AS "timeZone"';
const IS_OPEN = 'token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > now()';

/** The link whose token the transaction presents. */
export class LinkRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(tokenHash: string, link: LinkRow, lifetimeSeconds: number): Promise<void> {
    const { purpose, email, personId, language, name, timeZone } = link;
    await affectedBy(
      this.manager,
      `INSERT INTO one_time_link
         (token_hash, purpose, email, person_id, language, name, time_zone, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8))`,
      [tokenHash, purpose, email, personId, language, name, timeZone, lifetimeSeconds],
    );
  }

  /** A link that can still be used. */
  find(tokenHash: string, purpose: LinkPurpose): Promise<LinkRow | null> {
    return rowOf(this.manager, `SELECT ${COLUMNS} FROM one_time_link WHERE ${IS_OPEN}`, [
      tokenHash,
      purpose,
    ]);
  }

  /** Uses the link up; null when it never was, has been used or is too old. */
  use(tokenHash: string, purpose: LinkPurpose): Promise<LinkRow | null> {
    return rowOf(
      this.manager,
      `UPDATE one_time_link SET used_at = now()
       WHERE ${IS_OPEN} RETURNING ${COLUMNS}`,
      [tokenHash, purpose],
    );
  }
}
