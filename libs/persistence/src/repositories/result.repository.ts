import type { EntityManager } from 'typeorm';
import { EvaluationResultEntity, type RuleSetStamp } from '../entities/index.js';

/** The results of the transaction's tenant; a result is written once. */
export class ResultRepository {
  constructor(
    private readonly manager: EntityManager,
    private readonly organisationId: string,
  ) {}

  find(assessmentId: string): Promise<EvaluationResultEntity | null> {
    const { organisationId } = this;
    return this.manager.findOneBy(EvaluationResultEntity, { organisationId, assessmentId });
  }

  async insert(
    assessmentId: string,
    result: object,
    ruleSets: readonly RuleSetStamp[],
  ): Promise<void> {
    const { organisationId } = this;
    const row = { organisationId, assessmentId, result, ruleSets };
    await this.manager.insert(EvaluationResultEntity, row);
  }
}
