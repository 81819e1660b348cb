import type { EntityManager } from 'typeorm';
import { affectedBy, rowOf, rowsOf } from '../rows.js';

export interface PasskeyRow {
  readonly personId: string;
  readonly id: string;
  /** The authenticator's name for it, in base64url. */
  readonly credentialId: string;
  /** As the authenticator gave it (COSE). */
  readonly publicKey: Buffer;
  /** How often it has signed, as it says itself; those that several devices share say 0. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** Whether it is kept by more devices than one. */
  readonly isBackedUp: boolean;
  /** What its owner calls it. */
  readonly label: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

export type NewPasskey = Omit<PasskeyRow, 'personId' | 'createdAt' | 'lastUsedAt'>;
type Stored = Omit<PasskeyRow, 'counter'> & { readonly counter: string };

const COLUMNS = `person_id AS "personId", id, credential_id AS "credentialId",
  public_key AS "publicKey", counter, transports, is_backed_up AS "isBackedUp", label,
  created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

/** The passkeys of the acting person, or the one whose credential id is presented. */
export class PasskeyRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Oldest first. */
  async list(personId: string): Promise<readonly PasskeyRow[]> {
    const statement = `SELECT ${COLUMNS} FROM passkey WHERE person_id = $1 ORDER BY created_at, id`;
    return (await rowsOf<Stored>(this.manager, statement, [personId])).map(counted);
  }

  /** Whoever it belongs to. */
  async findByCredential(credentialId: string): Promise<PasskeyRow | null> {
    const statement = `SELECT ${COLUMNS} FROM passkey WHERE credential_id = $1`;
    const row = await rowOf<Stored>(this.manager, statement, [credentialId]);
    return row === null ? null : counted(row);
  }

  /** @throws DomainError PASSKEY_EXISTS, also when it is somebody else's. */
  async insert(personId: string, passkey: NewPasskey): Promise<void> {
    const { id, credentialId, publicKey, counter, transports, isBackedUp, label } = passkey;
    await affectedBy(
      this.manager,
      `INSERT INTO passkey (person_id, id, credential_id, public_key, counter, transports,
         is_backed_up, label)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [personId, id, credentialId, publicKey, counter, transports, isBackedUp, label],
    );
  }

  /**
   * Notes that it was used. False when its counter has not grown, which only a copy explains; one
   * that does not count stays at 0. The statement decides: of two at once with one count, one is late.
   */
  async use(personId: string, id: string, counter: number, isBackedUp: boolean): Promise<boolean> {
    const affected = await affectedBy(
      this.manager,
      `UPDATE passkey SET counter = $3, is_backed_up = $4, last_used_at = now()
       WHERE person_id = $1 AND id = $2 AND (counter < $3 OR (counter = 0 AND $3 = 0))`,
      [personId, id, counter, isBackedUp],
    );
    return affected === 1;
  }

  /** The one that was removed; null where there is none. */
  async remove(personId: string, id: string): Promise<{ readonly isBackedUp: boolean } | null> {
    return rowOf(
      this.manager,
      `DELETE FROM passkey WHERE person_id = $1 AND id = $2
       RETURNING is_backed_up AS "isBackedUp"`,
      [personId, id],
    );
  }
}

/** The driver gives whole numbers of 64 bits as texts; a counter has 32. */
function counted({ counter, ...row }: Stored): PasskeyRow {
  return { ...row, counter: Number(counter) };
}
