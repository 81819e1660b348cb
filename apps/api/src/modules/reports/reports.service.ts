import { Injectable } from '@nestjs/common';
import { type Evaluation, restate } from '@sukoyaka/evaluation';
import { type Actor, Database } from '@sukoyaka/persistence';
import {
  type EarlierCycle,
  type ReportContext,
  type ReportLanguages,
  type ReportPeriod,
  reportTwin,
  type ReportTwin,
} from '@sukoyaka/report';
import { Editions, type OpenEdition } from '../../platform/editions/editions.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import type { NamesOutDto } from '../organisations/dto/names.dto.js';
import { shownNames } from '../organisations/organisations.mapper.js';
import { ResultsService, type StoredResult } from '../results/results.service.js';
import type { RequestedReport } from './report-job.js';

/** Puts together what reports are made from. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly results: ResultsService,
    private readonly editions: Editions,
  ) {}

  /** @throws RequestProblem RESULT_NOT_AVAILABLE, EDITION_CHANGED. */
  async request(
    actor: Actor,
    organisationId: string,
    assessmentId: string,
    languages: ReportLanguages,
  ): Promise<RequestedReport> {
    const result = await this.results.find(actor, organisationId, assessmentId, 'report');
    const edition = await this.editions.openFor(result.assessment);
    const evaluation = named(
      result.evaluation,
      await this.#names(actor, organisationId),
      languages,
    );
    const earlier = await this.results.before(actor, result.assessment);
    const previous = earlier.map((each) => this.#cycleOf(each, edition));
    return { edition, evaluation, context: { ...contextOf(result), previous }, languages };
  }

  /** Everything that the report says, for machines. */
  twin({ edition, ...report }: RequestedReport): ReportTwin {
    const { programme, ruleSets, parentTopics, evaluator } = edition;
    return reportTwin({ ...report, survey: evaluator.survey, programme, ruleSets, parentTopics });
  }

  /** An earlier result, and what its answers are worth by the edition of the report. */
  #cycleOf({ assessment, evaluation }: StoredResult, edition: OpenEdition): EarlierCycle {
    const restated = restate(edition.evaluator, this.editions.carryOversTo(edition), evaluation);
    return { evaluation, period: periodOf(assessment), ...(restated ? { restated } : {}) };
  }

  #names(actor: Actor, organisationId: string): Promise<NamesOutDto> {
    return this.database.inTenant(actor, organisationId, async (tx) => {
      const names = await tx.organisation.names();
      if (names === null) throw new RequestProblem('ORGANISATION_NOT_FOUND');
      return shownNames(names);
    });
  }
}

/** The organisation under its name in the languages of the report, where it has one. */
function named(evaluation: Evaluation, names: NamesOutDto, languages: ReportLanguages): Evaluation {
  const name = languages.map((language) => names[language]).find((each) => each !== null);
  if (name === undefined) return evaluation;
  return { ...evaluation, organisation: { ...evaluation.organisation, name } };
}

function contextOf({ assessment, entity }: StoredResult): ReportContext {
  const createdAt = entity.evaluatedAt.toISOString();
  return {
    reportNumber: `${createdAt.slice(0, 4)}-${assessment.id.slice(0, 13).toUpperCase()}`,
    createdAt,
    period: periodOf(assessment),
    assurance: 'self-assessed',
  };
}

function periodOf({ periodStart, periodEnd }: StoredResult['assessment']): ReportPeriod {
  return { from: periodStart, to: periodEnd };
}
