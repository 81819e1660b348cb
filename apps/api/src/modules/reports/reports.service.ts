import { Injectable } from '@nestjs/common';
import type { Evaluation } from '@sukoyaka/evaluation';
import { Database } from '@sukoyaka/persistence';
import {
  type ReportContext,
  type ReportLanguages,
  reportTwin,
  type ReportTwin,
} from '@sukoyaka/report';
import { Editions } from '../../platform/editions/editions.js';
import type { NamesOutDto } from '../organisations/dto/names.dto.js';
import { shownNames } from '../organisations/organisations.mapper.js';
import { organisationIn } from '../organisations/organisations.service.js';
import { ResultsService, type StoredResult } from '../results/results.service.js';
import type { ReportJob } from './report-job.js';

/** Puts together what reports are made from. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly results: ResultsService,
    private readonly editions: Editions,
  ) {}

  /** @throws RequestProblem RESULT_NOT_AVAILABLE, EDITION_CHANGED. */
  async job(
    organisationId: string,
    assessmentId: string,
    languages: ReportLanguages,
  ): Promise<ReportJob> {
    const result = await this.results.find(organisationId, assessmentId);
    this.editions.openFor(result.assessment);
    const names = await this.#names(organisationId);
    const evaluation = named(result.evaluation, names, languages);
    const { editionId } = result.assessment;
    return { editionId, evaluation, context: contextOf(result), languages };
  }

  /** Everything that the report says, for machines. */
  twin({ editionId, evaluation, context, languages }: ReportJob): ReportTwin {
    const { evaluator, programme } = this.editions.open(editionId);
    const ruleSets = evaluator.rules.map(({ rules }) => rules);
    return reportTwin({
      survey: evaluator.survey,
      programme,
      ruleSets,
      evaluation,
      context,
      languages,
    });
  }

  #names(organisationId: string): Promise<NamesOutDto> {
    return this.database.inTenant(organisationId, async (tx) =>
      shownNames(await organisationIn(tx)),
    );
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
    period: { from: assessment.periodStart, to: assessment.periodEnd },
    assurance: 'self-assessed',
  };
}
