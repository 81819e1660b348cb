import type { EntityManager } from 'typeorm';
import { affectedBy, rowOf, rowsOf } from '../rows.js';

export interface TotpRow {
  readonly sealedSecret: string;
  readonly confirmedAt: Date | null;
  /** The time step of the last code that was taken; a code serves once. */
  readonly lastStep: number | null;
}

/** Which second factors a person can use. */
export interface FactorSummary {
  readonly hasPassword: boolean;
  readonly hasTotp: boolean;
  readonly passkeys: number;
  /** Accounts with providers that are linked. */
  readonly identities: number;
  readonly recoveryCodes: number;
}

/** What the acting person signs in with, beside passkeys. */
export class CredentialRepository {
  constructor(private readonly manager: EntityManager) {}

  async passwordHash(personId: string): Promise<string | undefined> {
    const row = await rowOf<{ hash: string }>(
      this.manager,
      'SELECT hash FROM password_credential WHERE person_id = $1',
      [personId],
    );
    return row?.hash;
  }

  /** Likewise; nobody changes it until the transaction ends. */
  async holdPasswordHash(personId: string): Promise<string | undefined> {
    const row = await rowOf<{ hash: string }>(
      this.manager,
      'SELECT hash FROM password_credential WHERE person_id = $1 FOR UPDATE',
      [personId],
    );
    return row?.hash;
  }

  async setPassword(personId: string, hash: string): Promise<void> {
    await affectedBy(
      this.manager,
      `INSERT INTO password_credential (person_id, hash) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, changed_at = now()`,
      [personId, hash],
    );
  }

  /** Locked until the transaction ends, so that one code cannot serve two requests. */
  async totp(personId: string): Promise<TotpRow | null> {
    const row = await rowOf<Omit<TotpRow, 'lastStep'> & { lastStep: string | null }>(
      this.manager,
      `SELECT sealed_secret AS "sealedSecret", confirmed_at AS "confirmedAt", last_step AS "lastStep"
       FROM totp_credential WHERE person_id = $1 FOR UPDATE`,
      [personId],
    );
    return row === null ? null : { ...row, lastStep: numberOf(row.lastStep) };
  }

  /** Begins anew with a secret that has to be confirmed by a code; false where one has been. */
  async beginTotp(personId: string, sealedSecret: string): Promise<boolean> {
    const affected = await affectedBy(
      this.manager,
      `INSERT INTO totp_credential (person_id, sealed_secret) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET sealed_secret = excluded.sealed_secret,
         last_step = NULL, created_at = now()
       WHERE totp_credential.confirmed_at IS NULL`,
      [personId, sealedSecret],
    );
    return affected === 1;
  }

  /** Notes that a code was taken, which also confirms a new secret. */
  async useTotp(personId: string, step: number): Promise<void> {
    await affectedBy(
      this.manager,
      `UPDATE totp_credential SET last_step = $2, confirmed_at = coalesce(confirmed_at, now())
       WHERE person_id = $1`,
      [personId, step],
    );
  }

  async removeTotp(personId: string): Promise<boolean> {
    const statement = 'DELETE FROM totp_credential WHERE person_id = $1';
    return (await affectedBy(this.manager, statement, [personId])) === 1;
  }

  async replaceRecoveryCodes(personId: string, hashes: readonly string[]): Promise<void> {
    await this.removeRecoveryCodes(personId);
    await affectedBy(
      this.manager,
      'INSERT INTO recovery_code (person_id, code_hash) SELECT $1, unnest($2::text[])',
      [personId, hashes],
    );
  }

  async removeRecoveryCodes(personId: string): Promise<void> {
    await affectedBy(this.manager, 'DELETE FROM recovery_code WHERE person_id = $1', [personId]);
  }

  /** Uses a code up; false when there is none, or it has been used. */
  async useRecoveryCode(personId: string, hash: string): Promise<boolean> {
    const affected = await affectedBy(
      this.manager,
      `UPDATE recovery_code SET used_at = now()
       WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL`,
      [personId, hash],
    );
    return affected === 1;
  }

  async summary(personId: string): Promise<FactorSummary> {
    const [row] = await rowsOf<FactorSummary>(
      this.manager,
      `SELECT EXISTS (SELECT FROM password_credential WHERE person_id = $1) AS "hasPassword",
         EXISTS (SELECT FROM totp_credential
           WHERE person_id = $1 AND confirmed_at IS NOT NULL) AS "hasTotp",
         (SELECT count(*)::int FROM passkey WHERE person_id = $1) AS passkeys,
         (SELECT count(*)::int FROM external_identity WHERE person_id = $1) AS identities,
         (SELECT count(*)::int FROM recovery_code
           WHERE person_id = $1 AND used_at IS NULL) AS "recoveryCodes"`,
      [personId],
    );
    if (row === undefined) throw new Error('a SELECT of values gives one row');
    return row;
  }

  /** Every second factor, and the codes for when one is lost. */
  async removeFactors(personId: string): Promise<void> {
    await this.removeTotp(personId);
    await affectedBy(this.manager, 'DELETE FROM passkey WHERE person_id = $1', [personId]);
    await this.removeRecoveryCodes(personId);
  }
}

function numberOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}
