import type { EntityManager } from 'typeorm';
import { OrganisationEntity } from '../entities/index.js';
import { rowOf } from '../rows.js';

/** What its users say of an organisation. */
export type OrganisationFacts = Pick<
  OrganisationEntity,
  | 'nameTh'
  | 'nameJa'
  | 'nameEn'
  | 'country'
  | 'registrationType'
  | 'registrationNumber'
  | 'isicSection'
  | 'industryScheme'
  | 'industryCode'
  | 'groupName'
  | 'groupRegistrationType'
  | 'groupRegistrationNumber'
  | 'employees'
  | 'ownership'
>;

/** What an organisation is called in each language; null where it has no name in one. */
export type OrganisationNames = Pick<OrganisationEntity, 'nameTh' | 'nameJa' | 'nameEn'>;

/** The organisation of the transaction's tenant. */
export class OrganisationRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly tenantId: string,
  ) {}

  /** What it is called, also for who reads by a grant; null for others. */
  names(): Promise<OrganisationNames | null> {
    return rowOf(
      this.manager,
      'SELECT name_th AS "nameTh", name_ja AS "nameJa", name_en AS "nameEn" FROM organisation_names()',
    );
  }

  find(): Promise<OrganisationEntity | null> {
    return this.manager.findOneBy(OrganisationEntity, { id: this.tenantId });
  }

  /** Without reading it back, which its founder may only as a member. */
  async insert(facts: OrganisationFacts, foundedBy: string, isSynthetic = false): Promise<void> {
    const insert = this.manager.createQueryBuilder().insert().into(OrganisationEntity);
    const row = { ...facts, id: this.tenantId, foundedBy, isSynthetic };
    await insert.values(row).updateEntity(false).execute();
  }

  /** Replaces the facts if they still are of `version`; false when they are not. */
  async update(facts: OrganisationFacts, version: number): Promise<boolean> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(OrganisationEntity)
      .set({ ...facts, version: () => 'version + 1', updatedAt: () => 'now()' })
      .where({ id: this.tenantId, version })
      .execute();
    return affected === 1;
  }
}
