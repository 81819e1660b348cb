import { Injectable } from '@nestjs/common';
import type { Evaluation } from '@sukoyaka/evaluation';
import type { Locale } from '@sukoyaka/kernel';
import { Database } from '@sukoyaka/persistence';
import type { ReportContext, ReportLanguages } from '@sukoyaka/report';
import { Editions } from '../../platform/editions/editions.js';
import type { NamesOutDto } from '../organisations/dto/names.dto.js';
import { shownNames } from '../organisations/organisations.mapper.js';
import { organisationIn } from '../organisations/organisations.service.js';
import { ResultsService, type StoredResult } from '../results/results.service.js';
import type { ReportJob } from './report-job.js';

/** What a report is called, and everything that it says, for machines. */
export interface ReportTwin {
  readonly schema: 'sukoyaka-report/1';
  readonly languages: readonly Locale[];
  readonly context: ReportContext;
  readonly evaluation: Evaluation;
}

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

  #names(organisationId: string): Promise<NamesOutDto> {
    return this.database.inTenant(organisationId, async (tx) =>
      shownNames(await organisationIn(tx)),
    );
  }
}

export function twinOf({ languages, context, evaluation }: ReportJob): ReportTwin {
  return { schema: 'sukoyaka-report/1', languages, context, evaluation };
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
