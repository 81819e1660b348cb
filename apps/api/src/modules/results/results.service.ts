import { Injectable } from '@nestjs/common';
import type { GrantLevel } from '@sukoyaka/access';
import type { Evaluation } from '@sukoyaka/evaluation';
import type { Locale } from '@sukoyaka/kernel';
import {
  type Actor,
  type AssessmentEntity,
  Database,
  type EvaluationResultEntity,
} from '@sukoyaka/persistence';
import { Editions } from '../../platform/editions/editions.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { assessmentIn } from '../assessments/assessments.service.js';
import { assertMayRead, noteReading } from './reading.js';
import type { ResultOutDto, TraceOutDto } from './dto/result.out.dto.js';

/** What was made of a submitted assessment. */
export interface StoredResult {
  readonly assessment: AssessmentEntity;
  readonly entity: EvaluationResultEntity;
  readonly evaluation: Evaluation;
}

/** A report shows five cycles, the present one among them. */
const EARLIER_RESULTS = 4;

/** Shows results as they were made, with the rules that held then. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly editions: Editions,
  ) {}

  /** @throws RequestProblem RESULT_NOT_AVAILABLE before submission. */
  find(
    actor: Actor,
    organisationId: string,
    assessmentId: string,
    level: GrantLevel,
  ): Promise<StoredResult> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      const grant = await assertMayRead(tx, assessmentId, level);
      const assessment = await assessmentIn(tx, assessmentId);
      const isAlone = level === 'result' && !tx.rights.has('answers.read');
      const entity = await (isAlone
        ? tx.results.findGranted(assessmentId)
        : tx.results.find(assessmentId));
      if (entity === null) throw new RequestProblem('RESULT_NOT_AVAILABLE');
      await noteReading(tx, `${level}.read`, assessmentId, grant);
      return { assessment, entity, evaluation: entity.result as Evaluation };
    });
  }

  /**
   * The last results of the organisation whose period ended before this one's, newest first. Who
   * reads by a grant gets those of which the reports are granted too.
   */
  before(
    actor: Actor,
    { organisationId, periodEnd }: AssessmentEntity,
  ): Promise<readonly StoredResult[]> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      const earlier = await tx.assessments.listScoredBefore(periodEnd, EARLIER_RESULTS);
      const stored: StoredResult[] = [];
      for (const assessment of earlier) {
        const entity = await tx.results.find(assessment.id);
        if (entity === null) continue;
        stored.push({ assessment, entity, evaluation: entity.result as Evaluation });
      }
      return stored;
    });
  }

  /** The result without the answers and the trace, which have addresses of their own. */
  async show(actor: Actor, organisationId: string, assessmentId: string): Promise<ResultOutDto> {
    const found = await this.find(actor, organisationId, assessmentId, 'result');
    const { entity, evaluation } = found;
    const { trace: _trace, answers: _answers, ...result } = evaluation;
    return { ...stampOf(entity), ruleSets: entity.ruleSets, result };
  }

  /** From each answer to each point, with the words of the questions. */
  async trace(
    actor: Actor,
    organisationId: string,
    assessmentId: string,
    locale: Locale,
  ): Promise<TraceOutDto> {
    const found = await this.find(actor, organisationId, assessmentId, 'report');
    const { assessment, entity, evaluation } = found;
    const { survey } = (await this.editions.openFor(assessment)).evaluator;
    const trace = evaluation.trace.map((entry) => ({
      ...entry,
      text: survey.question(entry.question)?.text[locale] ?? entry.question,
    }));
    return { ...stampOf(entity), trace };
  }
}

function stampOf({ assessmentId, evaluatedAt }: EvaluationResultEntity) {
  return { assessmentId, evaluatedAt: evaluatedAt.toISOString() };
}
