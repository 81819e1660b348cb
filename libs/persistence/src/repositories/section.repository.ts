import type { EntityManager } from 'typeorm';
import { AssessmentSectionEntity, type StoredAnswers } from '../entities/index.js';

/** The sections of the assessments of the transaction's tenant. */
export class SectionRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  list(assessmentId: string): Promise<AssessmentSectionEntity[]> {
    const { organisationId } = this;
    return this.manager.findBy(AssessmentSectionEntity, { organisationId, assessmentId });
  }

  find(assessmentId: string, sectionId: string): Promise<AssessmentSectionEntity | null> {
    const key = { organisationId: this.organisationId, assessmentId, sectionId };
    return this.manager.findOneBy(AssessmentSectionEntity, key);
  }

  /** Makes the sections of a new assessment, without answers, at version 0. */
  async insertEmpty(assessmentId: string, sectionIds: readonly string[]): Promise<void> {
    const { organisationId } = this;
    const rows = sectionIds.map((sectionId) => ({
      organisationId,
      assessmentId,
      sectionId,
      answers: {},
      version: 0,
    }));
    await this.manager.insert(AssessmentSectionEntity, rows);
  }

  /**
   * Replaces the answers if they still are of `version`; false when somebody else was first.
   * The guard is in the statement: reading, comparing and then writing would lose updates.
   */
  async save(
    assessmentId: string,
    sectionId: string,
    answers: StoredAnswers,
    version: number,
  ): Promise<boolean> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(AssessmentSectionEntity)
      .set({ answers, version: () => 'version + 1', updatedAt: () => 'now()' })
      .where({ organisationId: this.organisationId, assessmentId, sectionId, version })
      .execute();
    return affected === 1;
  }
}
