import { Body, Controller, Get, Headers, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, StoredAnswers } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import type { Locale } from '@sukoyaka/kernel';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForMember } from '../../platform/identity/access.decorator.js';
import { Acting } from '../../platform/identity/identity.decorators.js';
import { entityTag, versionFrom } from '../../platform/http/versions.js';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import {
  ConflictResponse,
  ProblemResponses,
} from '../../platform/problems/problem-responses.decorator.js';
import { SectionInDto } from './dto/assessment.in.dto.js';
import { SavedSectionOutDto, SectionOutDto, SentSectionOutDto } from './dto/assessment.out.dto.js';
import { SectionsService } from './sections.service.js';

@ApiTags('assessments')
@ForMember()
@Controller('organisations/:organisationId/assessments/:assessmentId/sections/:sectionId')
export class SectionsController {
  constructor(private readonly sections: SectionsService) {}

  @Get()
  @ApiOperation({ summary: 'Show the saved answers of a section' })
  @ApiResponse({ status: 200, type: SectionOutDto })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'ASSESSMENT_NOT_FOUND', 'SECTION_NOT_FOUND')
  async show(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('assessmentId', IdPipe) assessmentId: string,
    @Param('sectionId') sectionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SectionOutDto> {
    const section = await this.sections.show(actor, { organisationId, assessmentId, sectionId });
    void reply.header('etag', entityTag(section.version));
    return section;
  }

  /** Replaces the answers of a section that is still of the version that was read. */
  @Put()
  @ApiOperation({ summary: 'Save the answers of a section' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiResponse({ status: 200, type: SavedSectionOutDto })
  @ProblemResponses(
    'REQUEST_INVALID',
    'TEXT_NOT_STORABLE',
    'NUMBER_NOT_STORABLE',
    'IF_MATCH_INVALID',
    'ASSESSMENT_NOT_FOUND',
    'SECTION_NOT_FOUND',
    'ASSESSMENT_NOT_DRAFT',
    'EDITION_CHANGED',
    'BODY_TOO_LARGE',
    'QUESTION_UNKNOWN',
    'VERSION_REQUIRED',
  )
  @ConflictResponse(SectionOutDto, SentSectionOutDto)
  async save(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('assessmentId', IdPipe) assessmentId: string,
    @Param('sectionId') sectionId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { answers }: SectionInDto,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSectionOutDto> {
    const key = { organisationId, assessmentId, sectionId };
    const version = versionFrom(ifMatch);
    const saved = await this.sections.save(actor, key, answers as StoredAnswers, version, locale);
    void reply.header('etag', entityTag(saved.version));
    return saved;
  }
}
