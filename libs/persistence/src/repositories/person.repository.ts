import type { Locale } from '@sukoyaka/kernel';
import type { EntityManager } from 'typeorm';
import { affectedBy, rowOf, rowsOf } from '../rows.js';

/** A person; e-mail and name are null once they have been erased. */
export interface PersonRow {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly language: Locale;
  readonly timeZone: string;
  readonly isSynthetic: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly erasedAt: Date | null;
}

export type PersonFacts = Pick<PersonRow, 'language' | 'timeZone'> & { readonly name: string };

/** Lists by what they hold; times in ISO 8601. */
export type PersonalData = Readonly<Record<string, unknown>>;

/** An organisation that would be left without an owner. */
export interface OwnedAlone {
  readonly id: string;
  readonly nameTh: string | null;
  readonly nameJa: string | null;
  readonly nameEn: string | null;
  /** Whether it has no other member either. */
  readonly isAlone: boolean;
}

/** A token that nobody could have revoked any more. */
export interface EndedToken {
  readonly organisationId: string;
  readonly tokenId: string;
}

export interface ErasureObstacles {
  readonly organisations: readonly OwnedAlone[];
  readonly isLastOperator: boolean;
}

const COLUMNS = `id, email, name, language, time_zone AS "timeZone", is_synthetic AS "isSynthetic",
  version, created_at AS "createdAt", erased_at AS "erasedAt"`;

/** People, as far as the acting person may see them. */
export class PersonRepository {
  constructor(private readonly manager: EntityManager) {}

  find(id: string): Promise<PersonRow | null> {
    return rowOf(this.manager, `SELECT ${COLUMNS} FROM person WHERE id = $1`, [id]);
  }

  /** Keeps others from changing what the acting person signs in with, until the transaction ends. */
  async hold(id: string): Promise<void> {
    await rowOf(this.manager, 'SELECT id FROM person WHERE id = $1 FOR UPDATE', [id]);
  }

  /** Whether somebody has invited the address that the transaction presents as its key. */
  async isAwaited(): Promise<boolean> {
    const row = await rowOf<{ awaited: boolean }>(this.manager, 'SELECT is_awaited() AS awaited');
    return row?.awaited ?? false;
  }

  /** By the address that the transaction presents as its key, in lower case. */
  findByEmail(email: string): Promise<PersonRow | null> {
    return rowOf(this.manager, `SELECT ${COLUMNS} FROM person WHERE email = $1`, [email]);
  }

  findAll(ids: readonly string[]): Promise<readonly PersonRow[]> {
    return rowsOf(this.manager, `SELECT ${COLUMNS} FROM person WHERE id = ANY ($1)`, [ids]);
  }

  /** @throws DomainError EMAIL_TAKEN. */
  async insert(id: string, email: string, facts: PersonFacts, isSynthetic = false): Promise<void> {
    await affectedBy(
      this.manager,
      `INSERT INTO person (id, email, name, language, time_zone, is_synthetic)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, email, facts.name, facts.language, facts.timeZone, isSynthetic],
    );
  }

  /** Replaces the facts if they still are of `version`; false when they are not. */
  async update(id: string, facts: PersonFacts, version: number): Promise<boolean> {
    const affected = await affectedBy(
      this.manager,
      `UPDATE person SET name = $2, language = $3, time_zone = $4, version = version + 1
       WHERE id = $1 AND version = $5 AND erased_at IS NULL`,
      [id, facts.name, facts.language, facts.timeZone, version],
    );
    return affected === 1;
  }

  /** Everything that is kept about the person; null for who may not ask. */
  async personalData(id: string, addressee: string): Promise<PersonalData | null> {
    const statement = 'SELECT personal_data($1, $2) AS data';
    const row = await rowOf<{ data: PersonalData | null }>(this.manager, statement, [
      id,
      addressee,
    ]);
    return row?.data ?? null;
  }

  /** Why the person cannot be erased; what it rests on is held until the transaction ends. */
  async erasureObstacles(id: string): Promise<ErasureObstacles> {
    const rows = await rowsOf<OwnedAlone | { readonly id: null }>(
      this.manager,
      `SELECT organisation_id AS id, name_th AS "nameTh", name_ja AS "nameJa", name_en AS "nameEn",
         is_alone AS "isAlone"
       FROM erasure_obstacles($1)`,
      [id],
    );
    const organisations = rows.filter((row) => row.id !== null);
    return { organisations, isLastOperator: organisations.length < rows.length };
  }

  /**
   * Takes contact data, credentials, memberships, roles and mail away; what refers to the id stays.
   * @param leaving organisations that may be left without any member
   * @returns the tokens of these, which have ended.
   */
  erase(id: string, addressee: string, leaving: readonly string[]): Promise<readonly EndedToken[]> {
    return rowsOf(
      this.manager,
      `SELECT organisation_id AS "organisationId", token_id AS "tokenId"
       FROM erase_person($1, $2, $3)`,
      [id, addressee, leaving],
    );
  }
}
