import type { EntityManager } from 'typeorm';
import { SiteEntity } from '../entities/index.js';
import type { Page, PageRequest } from '../keyset.js';
import { pageByAge } from './entity-page.js';

/** What its users say of a site. */
export type SiteFacts = Pick<
  SiteEntity,
  'nameTh' | 'nameJa' | 'nameEn' | 'country' | 'place' | 'employees'
>;

/** The sites of the transaction's tenant. */
export class SiteRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  /** All sites, oldest first. */
  list(): Promise<SiteEntity[]> {
    const { organisationId } = this;
    return this.manager.find(SiteEntity, {
      where: { organisationId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** A page of them, oldest first. */
  page(request: PageRequest): Promise<Page<SiteEntity>> {
    return pageByAge(this.manager, SiteEntity, this.organisationId, request, 'ASC');
  }

  find(id: string): Promise<SiteEntity | null> {
    return this.manager.findOneBy(SiteEntity, { organisationId: this.organisationId, id });
  }

  async insert(id: string, facts: SiteFacts): Promise<void> {
    await this.manager.insert(SiteEntity, { ...facts, organisationId: this.organisationId, id });
  }

  /** Replaces the facts if they still are of `version`; false when they are not. */
  async update(id: string, facts: SiteFacts, version: number): Promise<boolean> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(SiteEntity)
      .set({ ...facts, version: () => 'version + 1', updatedAt: () => 'now()' })
      .where({ organisationId: this.organisationId, id, version })
      .execute();
    return affected === 1;
  }

  /** Removes the site if it still is of `version`; false when it is not. */
  async delete(id: string, version: number): Promise<boolean> {
    const { organisationId } = this;
    const { affected } = await this.manager.delete(SiteEntity, { organisationId, id, version });
    return affected === 1;
  }
}
