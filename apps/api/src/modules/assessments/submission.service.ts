import { Injectable } from '@nestjs/common';
import { contentHash } from '@sukoyaka/catalogue';
import type { Locale } from '@sukoyaka/kernel';
import {
  type Actor,
  type AssessmentEntity,
  Database,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import type { AnswerSheet, Validation } from '@sukoyaka/survey';
import { Cohorts } from '../../platform/editions/cohorts.js';
import { Editions, type OpenEdition } from '../../platform/editions/editions.js';
import { conflict } from '../../platform/problems/conflict.js';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem, type WordedFault } from '../../platform/problems/request-problem.js';
import { validated } from '../../platform/validation/validate.js';
import { sheetIn, versionsOf } from './answer-sheet.js';
import { shownAssessment } from './assessments.mapper.js';
import { assessmentIn } from './assessments.service.js';
import { SubmissionInDto } from './dto/assessment.in.dto.js';
import type { SubmissionOutDto } from './dto/assessment.out.dto.js';

const OPERATION = 'submit';

/** A submission as it was asked for. */
export interface SubmissionRequest {
  readonly organisationId: string;
  readonly assessmentId: string;
  readonly key: string;
  readonly body: unknown;
  readonly locale: Locale;
}

export interface SubmissionOutcome {
  readonly response: SubmissionOutDto;
  /** Whether it is the answer to an earlier request with the same key. */
  readonly isReplayed: boolean;
}

/** Submits assessments: once, however often it is asked for, and scored in the same breath. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly database: Database,
    private readonly editions: Editions,
    private readonly cohorts: Cohorts,
  ) {}

  /**
   * @throws RequestProblem IDEMPOTENCY_KEY_REUSED, ANSWERS_INVALID with each fault,
   *   VERSION_CONFLICT when a section was saved since it was seen, ASSESSMENT_NOT_DRAFT.
   */
  submit(actor: Actor, request: SubmissionRequest): Promise<SubmissionOutcome> {
    const { organisationId, assessmentId, key, body } = request;
    const requestHash = contentHash({ assessmentId, body: body ?? {} });
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'answers.write');
      const assessment = await assessmentIn(tx, assessmentId, 'alone');
      const earlier = await tx.idempotency.find(OPERATION, key);
      if (earlier !== null) {
        if (earlier.requestHash !== requestHash) throw new RequestProblem('IDEMPOTENCY_KEY_REUSED');
        return { response: earlier.response as SubmissionOutDto, isReplayed: true };
      }
      const response = await this.#carryOut(tx, assessment, request);
      await tx.idempotency.insert({ operation: OPERATION, key, requestHash, response });
      return { response, isReplayed: false };
    });
  }

  async #carryOut(
    tx: TenantTransaction,
    assessment: AssessmentEntity,
    { body, locale }: SubmissionRequest,
  ): Promise<SubmissionOutDto> {
    const { versions } = validated(SubmissionInDto, body ?? {});
    if (assessment.status !== 'draft') throw new RequestProblem('ASSESSMENT_NOT_DRAFT');
    await assertSeen(tx, assessment.id, versions ?? {});
    const sheet = await sheetIn(tx, assessment);
    const edition = await this.editions.openFor(assessment, tx.shared);
    const { complete, missing } = assertValid(edition, sheet, locale);
    await this.#score(tx, assessment.id, edition, sheet);
    tx.audit.note({ action: 'assessment.submitted', objectId: assessment.id });
    const scored = await assessmentIn(tx, assessment.id);
    return { ...shownAssessment(scored), complete, missing };
  }

  async #score(
    tx: TenantTransaction,
    assessmentId: string,
    { edition, evaluator }: OpenEdition,
    sheet: AnswerSheet,
  ): Promise<void> {
    const cohort = await this.cohorts.of(edition, sheet.organisation, tx.shared);
    const evaluation = evaluator.evaluate(sheet, cohort ? { cohort } : {});
    const ruleSets = evaluation.readings.map(({ ruleSet: { id, version } }) => ({ id, version }));
    await tx.results.insert(assessmentId, evaluation, ruleSets);
    await tx.assessments.markScored(assessmentId);
  }
}

/** @throws RequestProblem ANSWERS_INVALID with each fault. */
function assertValid({ evaluator }: OpenEdition, sheet: AnswerSheet, locale: Locale): Validation {
  const validation = evaluator.survey.validateSheet(sheet, locale);
  if (validation.valid) return validation;
  throw new RequestProblem('ANSWERS_INVALID', {}, { worded: faultsOf(validation) });
}

function faultsOf({ problems }: Validation): readonly WordedFault[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ path, code, reason, remedy }) => ({ pointer: path, code, detail: reason, remedy }));
}

/** @throws RequestProblem VERSION_CONFLICT for the first section that is not as it was seen. */
async function assertSeen(
  tx: TenantTransaction,
  assessmentId: string,
  seen: Readonly<Record<string, number>>,
): Promise<void> {
  const current = versionsOf(await tx.sections.list(assessmentId));
  for (const [section, version] of Object.entries(seen)) {
    const present = current[section];
    if (present === undefined) throw new RequestProblem('SECTION_NOT_FOUND', { section });
    if (present !== version) throw conflict(version, { section, version: present });
  }
}
