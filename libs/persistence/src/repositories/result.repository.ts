import type { EntityManager } from 'typeorm';
import { EvaluationResultEntity, type RuleSetStamp } from '../entities/index.js';
import { rowOf } from '../rows.js';

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

  /** What a grant, or the right to results, opens of one: all but what was answered. Null without. */
  findGranted(assessmentId: string): Promise<EvaluationResultEntity | null> {
    return rowOf(
      this.manager,
      `SELECT organisation_id AS "organisationId", assessment_id AS "assessmentId", result,
         rule_sets AS "ruleSets", evaluated_at AS "evaluatedAt" FROM granted_result($1)`,
      [assessmentId],
    );
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
