import { Controller, Get, Headers, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sukoyaka/persistence';
import { isLocale, type Locale } from '@sukoyaka/kernel';
import type { ReportLanguages, ReportTwin } from '@sukoyaka/report';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForMember } from '../../platform/identity/access.decorator.js';
import { Acting } from '../../platform/identity/identity.decorators.js';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { REPORT_TWIN_SCHEMA } from './dto/report-twin.schema.js';
import { type ReportFormat, ReportQueryDto } from './dto/report.query.dto.js';
import { jobOf } from './report-job.js';
import { ReportRenderer } from './report-renderer.js';
import { ReportsService } from './reports.service.js';

const CONTENT = {
  'application/pdf': { schema: { type: 'string', format: 'binary' } },
  'application/json': { schema: REPORT_TWIN_SCHEMA },
} as const;

@ApiTags('results')
@ForMember()
@Controller('organisations/:organisationId/assessments/:assessmentId/report')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly renderer: ReportRenderer,
  ) {}

  /** The report as PDF, or as JSON for machines. */
  @Get()
  @ApiOperation({ summary: 'Get the report of a submitted assessment as PDF or JSON' })
  @ApiResponse({ status: 200, description: 'By `format`, else by `Accept`', content: CONTENT })
  @ProblemResponses(
    'REQUEST_INVALID',
    'ASSESSMENT_NOT_FOUND',
    'RESULT_NOT_AVAILABLE',
    'EDITION_CHANGED',
    'REPORTS_BUSY',
  )
  async report(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('assessmentId', IdPipe) assessmentId: string,
    @Query() query: ReportQueryDto,
    @Headers('accept') accept: string | undefined,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | ReportTwin> {
    const languages = languagesOf(query.languages, locale);
    const report = await this.reports.request(actor, organisationId, assessmentId, languages);
    void reply
      .header('content-language', languages.join(', '))
      .header('vary', 'Accept, Accept-Language');
    if (formatOf(query.format, accept) === 'json') return this.reports.twin(report);
    return new StreamableFile(await this.renderer.render(jobOf(report), leaving(reply)), {
      type: 'application/pdf',
      disposition: `inline; filename="${report.context.reportNumber}-${languages.join('-')}.pdf"`,
    });
  }
}

/** Aborted when the reader closes the connection, or has done so already. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  if (raw.closed) controller.abort();
  raw.once('close', () => controller.abort());
  return controller.signal;
}

/** The query has been checked: one or two of the product's languages. */
function languagesOf(asked: string | undefined, locale: Locale): ReportLanguages {
  const [first = locale, second] = (asked ?? '').split(',').filter(isLocale);
  return second === undefined ? [first] : [first, second];
}

function formatOf(asked: ReportFormat | undefined, accept = ''): ReportFormat {
  if (asked !== undefined) return asked;
  return /application\/json/i.test(accept) && !/application\/pdf/i.test(accept) ? 'json' : 'pdf';
}
