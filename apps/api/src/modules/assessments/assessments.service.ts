import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@sukoyaka/kernel';
import {
  type Actor,
  type AssessmentEntity,
  type AssessmentLock,
  Database,
  type Page,
  type PageRequest,
  type TenantTransaction,
} from '@sukoyaka/persistence';
import type { Validation } from '@sukoyaka/survey';
import { Editions } from '../../platform/editions/editions.js';
import { assertRight } from '../../platform/identity/rights.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { organisationIn } from '../organisations/organisations.service.js';
import { noteReading } from '../results/reading.js';
import { sheetIn } from './answer-sheet.js';
import { shownAssessment, shownDetail } from './assessments.mapper.js';
import type { AssessmentInDto } from './dto/assessment.in.dto.js';
import type { AssessmentDetailOutDto, AssessmentOutDto } from './dto/assessment.out.dto.js';

/** Begins, shows and checks assessments. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly database: Database,
    private readonly editions: Editions,
  ) {}

  /** @throws RequestProblem EDITION_NOT_FOUND, PERIOD_REVERSED; DomainError ASSESSMENT_EXISTS. */
  async begin(
    actor: Actor,
    organisationId: string,
    dto: AssessmentInDto,
  ): Promise<AssessmentDetailOutDto> {
    if (dto.periodEnd < dto.periodStart) throw new RequestProblem('PERIOD_REVERSED');
    const { edition, hash } = await this.editions.openToBegin(dto.edition);
    const id = randomUUID();
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'answers.write');
      await tx.assessments.insert(id, {
        editionId: edition.id,
        editionVersion: edition.version,
        editionHash: hash,
        ruleSetIds: [...edition.ruleSets],
        periodStart: dto.periodStart,
        periodEnd: dto.periodEnd,
      });
      const sections = edition.sections.map((section) => section.id);
      await tx.sections.insertEmpty(id, sections);
      const after = { edition: edition.id, periodStart: dto.periodStart, periodEnd: dto.periodEnd };
      tx.audit.note({ action: 'assessment.begun', objectId: id, after });
      return this.#detail(tx, await assessmentIn(tx, id));
    });
  }

  list(actor: Actor, organisationId: string, page: PageRequest): Promise<Page<AssessmentOutDto>> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'assessment.read');
      const { rows, next } = await tx.assessments.page(page);
      return { rows: rows.map(shownAssessment), next };
    });
  }

  show(actor: Actor, organisationId: string, id: string): Promise<AssessmentDetailOutDto> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'assessment.read');
      return this.#detail(tx, await assessmentIn(tx, id));
    });
  }

  /** Checks all saved answers against the edition, in the reader's words. */
  validate(actor: Actor, organisationId: string, id: string, locale: Locale): Promise<Validation> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      assertRight(tx, 'answers.read');
      const assessment = await assessmentIn(tx, id);
      await noteReading(tx, 'answers.read', id);
      const { evaluator } = await this.editions.openFor(assessment, tx.shared);
      return evaluator.survey.validateSheet(await sheetIn(tx, assessment), locale);
    });
  }

  async #detail(tx: TenantTransaction, assessment: AssessmentEntity) {
    const sections = await tx.sections.list(assessment.id);
    const { edition } = await this.editions.openFor(assessment, tx.shared);
    const latest = await tx.consents.latest('participation');
    return shownDetail(assessment, sections, edition, latest);
  }
}

/** @throws RequestProblem ORGANISATION_NOT_FOUND, ASSESSMENT_NOT_FOUND. */
export async function assessmentIn(
  tx: TenantTransaction,
  id: string,
  lock: AssessmentLock = 'none',
): Promise<AssessmentEntity> {
  const assessment = await tx.assessments.find(id, lock);
  if (assessment !== null) return assessment;
  await organisationIn(tx);
  throw new RequestProblem('ASSESSMENT_NOT_FOUND');
}
