import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sukoyaka/persistence';
import type { Locale } from '@sukoyaka/kernel';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForMember } from '../../platform/identity/access.decorator.js';
import { Acting } from '../../platform/identity/identity.decorators.js';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { ResultOutDto, TraceOutDto } from './dto/result.out.dto.js';
import { ResultsService } from './results.service.js';

@ApiTags('results')
@ForMember()
@Controller('organisations/:organisationId/assessments/:assessmentId')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get('result')
  @ApiOperation({
    summary: 'Show the result of a submitted assessment',
    description:
      'Who reads by a grant gets it without the sites and without the hints to the company.',
  })
  @ApiResponse({ status: 200, type: ResultOutDto })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'ASSESSMENT_NOT_FOUND', 'RESULT_NOT_AVAILABLE')
  show(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('assessmentId', IdPipe) assessmentId: string,
  ): Promise<ResultOutDto> {
    return this.results.show(actor, organisationId, assessmentId);
  }

  @Get('trace')
  @ApiOperation({ summary: 'Show how each answer came to its points' })
  @ApiResponse({ status: 200, type: TraceOutDto })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'ASSESSMENT_NOT_FOUND', 'RESULT_NOT_AVAILABLE')
  trace(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('assessmentId', IdPipe) assessmentId: string,
    @RequestLocale() locale: Locale,
  ): Promise<TraceOutDto> {
    return this.results.trace(actor, organisationId, assessmentId, locale);
  }
}
