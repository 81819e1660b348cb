import type { EntityManager } from 'typeorm';
import { AssessmentSectionEntity, type StoredAnswers } from '../entities/index.js';
import { rowOf } from '../rows.js';

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

  /** @param isHeld whether nobody else may save it until the transaction ends */
  find(
    assessmentId: string,
    sectionId: string,
    isHeld = false,
  ): Promise<AssessmentSectionEntity | null> {
    const where = { organisationId: this.organisationId, assessmentId, sectionId };
    const lock = isHeld ? { lock: { mode: 'pessimistic_write' as const } } : {};
    return this.manager.findOne(AssessmentSectionEntity, { where, ...lock });
  }

  /** A question of which a draft has an answer for the site; null where none has. */
  async questionOfSite(siteId: string): Promise<string | null> {
    const row = await rowOf<{ question: string }>(
      this.manager,
      `SELECT answer.key AS question
       FROM assessment a
       JOIN assessment_section s ON s.organisation_id = a.organisation_id AND s.assessment_id = a.id
       CROSS JOIN LATERAL jsonb_each(s.answers) AS answer
       WHERE a.organisation_id = $1 AND a.status = 'draft'
         AND jsonb_typeof(answer.value) = 'object' AND answer.value -> 'sites' ? $2::text LIMIT 1`,
      [this.organisationId, siteId],
    );
    return row?.question ?? null;
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
   * Replaces the answers of a section that still is of `version`; null when somebody was first.
   * The guard is in the statement: reading, comparing and then writing would lose updates.
   */
  async save(
    before: AssessmentSectionEntity,
    answers: StoredAnswers,
    version: number,
  ): Promise<AssessmentSectionEntity | null> {
    const { organisationId, assessmentId, sectionId } = before;
    const row = await rowOf<Pick<AssessmentSectionEntity, 'version' | 'updatedAt'>>(
      this.manager,
      `UPDATE assessment_section SET answers = $4, version = version + 1, updated_at = now()
       WHERE organisation_id = $1 AND assessment_id = $2 AND section_id = $3 AND version = $5
       RETURNING version, updated_at AS "updatedAt"`,
      [organisationId, assessmentId, sectionId, JSON.stringify(answers), version],
    );
    return row === null ? null : { ...before, ...row, answers };
  }
}
