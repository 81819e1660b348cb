import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import type { Locale } from '@sukoyaka/kernel';
import { nextLink, PageQueryDto, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForMember } from '../../platform/identity/access.decorator.js';
import { Acting } from '../../platform/identity/identity.decorators.js';
import { idempotencyKey } from '../../platform/http/idempotency-key.js';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import {
  ConflictResponse,
  ProblemResponses,
} from '../../platform/problems/problem-responses.decorator.js';
import { ValidationOutDto } from '../surveys/dto/validation.out.dto.js';
import { AssessmentsService } from './assessments.service.js';
import { AssessmentInDto, SubmissionInDto } from './dto/assessment.in.dto.js';
import {
  AssessmentDetailOutDto,
  AssessmentListOutDto,
  ConflictingSectionOutDto,
  SubmissionOutDto,
} from './dto/assessment.out.dto.js';
import { SubmissionService } from './submission.service.js';

@ApiTags('assessments')
@ForMember()
@Controller('organisations/:organisationId/assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly submissions: SubmissionService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the assessments of an organisation, newest first' })
  @ApiResponse({ status: 200, type: AssessmentListOutDto })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'ORGANISATION_NOT_FOUND')
  async list(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<AssessmentListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { rows, next } = await this.assessments.list(actor, organisationId, page);
    return { assessments: rows, next: nextLink(address, next) };
  }

  @Post()
  @ApiOperation({ summary: 'Begin an assessment with a survey edition' })
  @ApiResponse({ status: 201, type: AssessmentDetailOutDto })
  @ProblemResponses(
    'REQUEST_INVALID',
    'PERIOD_REVERSED',
    'ORGANISATION_NOT_FOUND',
    'EDITION_NOT_FOUND',
    'ASSESSMENT_EXISTS',
  )
  async begin(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Body() body: AssessmentInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssessmentDetailOutDto> {
    const assessment = await this.assessments.begin(actor, organisationId, body);
    const address = `/api/organisations/${organisationId}/assessments/${assessment.id}`;
    void reply.header('location', address);
    return assessment;
  }

  @Get(':assessmentId')
  @ApiOperation({ summary: 'Show an assessment and how far each of its sections is' })
  @ApiResponse({ status: 200, type: AssessmentDetailOutDto })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'ORGANISATION_NOT_FOUND', 'ASSESSMENT_NOT_FOUND')
  show(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('assessmentId', IdPipe) assessmentId: string,
  ): Promise<AssessmentDetailOutDto> {
    return this.assessments.show(actor, organisationId, assessmentId);
  }

  /** Says what is wrong with the saved answers and what is missing. */
  @Post(':assessmentId/validate')
  @ApiOperation({ summary: 'Say what is wrong with the saved answers and what is missing' })
  @HttpCode(200)
  @ApiResponse({ status: 200, type: ValidationOutDto })
  @ProblemResponses('ASSESSMENT_NOT_FOUND', 'EDITION_CHANGED')
  validate(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('assessmentId', IdPipe) assessmentId: string,
    @RequestLocale() locale: Locale,
  ): Promise<ValidationOutDto> {
    return this.assessments.validate(actor, organisationId, assessmentId, locale);
  }

  /** Submits valid answers, complete or not, and scores them. */
  @Post(':assessmentId/submit')
  @ApiOperation({
    summary: 'Submit an assessment and have it scored',
    description:
      'Final: a submitted assessment cannot be changed. Unanswered questions are accepted and count as unknown; answers that cannot be right are refused, each with its reason.',
  })
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'Unique for each submission' })
  @ApiBody({ type: SubmissionInDto, required: false })
  @ApiResponse({ status: 200, type: SubmissionOutDto })
  @ProblemResponses(
    'REQUEST_INVALID',
    'IDEMPOTENCY_KEY_MISSING',
    'IDEMPOTENCY_KEY_INVALID',
    'ASSESSMENT_NOT_FOUND',
    'SECTION_NOT_FOUND',
    'ASSESSMENT_NOT_DRAFT',
    'EDITION_CHANGED',
    'ANSWERS_INVALID',
    'IDEMPOTENCY_KEY_REUSED',
  )
  @ConflictResponse(ConflictingSectionOutDto)
  async submit(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('assessmentId', IdPipe) assessmentId: string,
    @Headers('idempotency-key') header: string | undefined,
    @Body() body: unknown,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionOutDto> {
    const key = idempotencyKey(header);
    const request = { organisationId, assessmentId, key, body, locale };
    const { response, isReplayed } = await this.submissions.submit(actor, request);
    if (isReplayed) void reply.header('idempotency-replayed', 'true');
    return response;
  }
}
