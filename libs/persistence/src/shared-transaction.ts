import { type EntityManager, In, Like } from 'typeorm';
import {
  InstallationEventEntity,
  KeptEditionEntity,
  ReferenceCohortEntity,
} from './entities/index.js';

type EditionKey = Pick<ReferenceCohortEntity, 'editionId' | 'editionVersion'>;

/** One transaction on what belongs to no tenant: all tenants read it, and nothing in it is theirs. */
export class SharedTransaction {
  constructor(private readonly manager: EntityManager) {}

  /** Notes that something happened to this installation; false when it had happened before. */
  async noteOnce(event: string): Promise<boolean> {
    const insert = this.manager.createQueryBuilder().insert().into(InstallationEventEntity);
    const result = await insert.values({ name: event }).orIgnore().returning('name').execute();
    return (result.raw as readonly unknown[]).length === 1;
  }

  /** Whether it happened to this installation. */
  hasHappened(event: string): Promise<boolean> {
    return this.manager.existsBy(InstallationEventEntity, { name: event });
  }

  /** The names of what happened that begin with `prefix`. */
  async eventsLike(prefix: string): Promise<readonly string[]> {
    const events = await this.manager.findBy(InstallationEventEntity, {
      name: Like(`${prefix}%`),
    });
    return events.map(({ name }) => name);
  }

  /** Keeps an edition's content under its hash, unless it is kept already. */
  async keepEdition(kept: Omit<KeptEditionEntity, 'keptAt'>): Promise<void> {
    const insert = this.manager.createQueryBuilder().insert().into(KeptEditionEntity);
    await insert.values(kept).orIgnore().execute();
  }

  keptEdition(contentHash: string): Promise<KeptEditionEntity | null> {
    return this.manager.findOneBy(KeptEditionEntity, { contentHash });
  }

  /** Keeps the statistics to compare an edition's results with; the first ones stay. */
  async keepCohort(cohort: Omit<ReferenceCohortEntity, 'keptAt'>): Promise<void> {
    const insert = this.manager.createQueryBuilder().insert().into(ReferenceCohortEntity);
    await insert.values(cohort).orIgnore().execute();
  }

  /** Those of the editions, of whatever version, that have statistics to compare with. */
  async editionsWithCohort(editionIds: readonly string[]): Promise<readonly string[]> {
    const where = { editionId: In([...editionIds]) };
    const select = { editionId: true } as const;
    const rows = await this.manager.find(ReferenceCohortEntity, { where, select });
    return rows.map(({ editionId }) => editionId);
  }

  cohortOf({ editionId, editionVersion }: EditionKey): Promise<ReferenceCohortEntity | null> {
    return this.manager.findOneBy(ReferenceCohortEntity, { editionId, editionVersion });
  }
}
