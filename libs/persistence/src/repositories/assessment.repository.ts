import type { GrantLevel } from '@sukoyaka/access';
import { type EntityManager, In, LessThan } from 'typeorm';
import { AssessmentEntity, EvaluationResultEntity } from '../entities/index.js';
import type { Page, PageRequest } from '../keyset.js';
import { rowOf } from '../rows.js';
import { pageByAge } from './entity-page.js';

/** What an assessment is begun with. */
export type NewAssessment = Pick<
  AssessmentEntity,
  'editionId' | 'editionVersion' | 'editionHash' | 'ruleSetIds' | 'periodStart' | 'periodEnd'
>;

/** A grant of the company that opens an assessment to the actor. */
export interface UsedGrant {
  readonly grantId: string;
  readonly level: GrantLevel;
}

/**
 * Who else may touch the assessment until the transaction ends: with `share`, others may save
 * too but not submit; with `alone`, nobody.
 */
export type AssessmentLock = 'none' | 'share' | 'alone';

const LOCK_MODES = { share: 'pessimistic_read', alone: 'pessimistic_write' } as const;

/** The assessments of the transaction's tenant. */
export class AssessmentRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  /** A page of them, newest first. */
  page(request: PageRequest): Promise<Page<AssessmentEntity>> {
    return pageByAge(this.manager, AssessmentEntity, this.organisationId, request, 'DESC');
  }

  find(id: string, lock: AssessmentLock = 'none'): Promise<AssessmentEntity | null> {
    const where = { organisationId: this.organisationId, id };
    if (lock === 'none') return this.manager.findOneBy(AssessmentEntity, where);
    return this.manager.findOne(AssessmentEntity, { where, lock: { mode: LOCK_MODES[lock] } });
  }

  findAll(ids: readonly string[]): Promise<AssessmentEntity[]> {
    const where = { organisationId: this.organisationId, id: In([...ids]) };
    return this.manager.findBy(AssessmentEntity, where);
  }

  /** The grant by which the actor may read it at this moment, and how much; null without one. */
  grantOf(id: string): Promise<UsedGrant | null> {
    const statement = 'SELECT grant_id AS "grantId", level FROM granted_reading($1)';
    return rowOf(this.manager, statement, [id]);
  }

  /**
   * The latest `most` scored ones whose period ended before `periodEnd` (ISO date), newest first:
   * of those whose results the actor may read with their answers.
   */
  listScoredBefore(periodEnd: string, most: number): Promise<AssessmentEntity[]> {
    const { organisationId } = this;
    const results = this.manager
      .createQueryBuilder(EvaluationResultEntity, 'r')
      .where('r.organisation_id = a.organisation_id AND r.assessment_id = a.id');
    return this.manager
      .createQueryBuilder(AssessmentEntity, 'a')
      .where({
        organisationId,
        status: In(['scored', 'released']),
        periodEnd: LessThan(periodEnd),
      })
      .andWhere(`EXISTS (${results.getQuery()})`)
      .orderBy({ 'a.periodEnd': 'DESC', 'a.scoredAt': 'DESC', 'a.id': 'ASC' })
      .take(most)
      .getMany();
  }

  async insert(id: string, begun: NewAssessment): Promise<void> {
    const { organisationId } = this;
    await this.manager.insert(AssessmentEntity, { ...begun, organisationId, id, status: 'draft' });
  }

  /**
   * Marks a draft as submitted and scored, in the wave that takes answers from its organisation's
   * country at this moment, if there is one; false when it was no draft.
   */
  async markScored(id: string): Promise<boolean> {
    const { affected } = await this.manager
      .createQueryBuilder()
      .update(AssessmentEntity)
      .set({
        status: 'scored',
        submittedAt: () => 'now()',
        scoredAt: () => 'now()',
        waveId: () => `wave_taking(edition_id, (SELECT o.country FROM organisation o
          WHERE o.id = organisation_id))`,
      })
      .where({ organisationId: this.organisationId, id, status: 'draft' })
      .execute();
    return affected === 1;
  }
}
