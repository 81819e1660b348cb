import { Body, Controller, Get, Headers, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForMember } from '../../platform/identity/access.decorator.js';
import { Acting } from '../../platform/identity/identity.decorators.js';
import { entityTag, versionFrom } from '../../platform/http/versions.js';
import {
  ConflictResponse,
  ProblemResponses,
} from '../../platform/problems/problem-responses.decorator.js';
import { OrganisationInDto } from './dto/organisation.in.dto.js';
import { OrganisationOutDto } from './dto/organisation.out.dto.js';
import { OrganisationsService } from './organisations.service.js';

/** What can be wrong with a profile whose fields are each well formed. */
const UNFIT_PROFILE = [
  'REGISTRATION_NUMBER_INVALID',
  'REGISTRATION_TYPE_UNFIT',
  'INDUSTRY_CONTRADICTION',
  'INDUSTRY_UNKNOWN',
  'INDUSTRY_AMBIGUOUS',
] as const;

@ApiTags('organisations')
@ForMember()
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Post()
  @ApiOperation({ summary: 'Register an organisation' })
  @ApiResponse({ status: 201, type: OrganisationOutDto })
  @ProblemResponses('REQUEST_INVALID', 'NAME_MISSING', ...UNFIT_PROFILE)
  async create(
    @Acting() actor: Actor,
    @Body() body: OrganisationInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationOutDto> {
    const organisation = await this.organisations.create(actor, body);
    void reply
      .header('location', `/api/organisations/${organisation.id}`)
      .header('etag', entityTag(organisation.version));
    return organisation;
  }

  @Get(':organisationId')
  @ApiOperation({ summary: 'Show an organisation' })
  @ApiResponse({ status: 200, type: OrganisationOutDto })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'ORGANISATION_NOT_FOUND')
  async show(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationOutDto> {
    const organisation = await this.organisations.show(actor, id);
    void reply.header('etag', entityTag(organisation.version));
    return organisation;
  }

  @Put(':organisationId')
  @ApiOperation({ summary: 'Change what is said of an organisation' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiResponse({ status: 200, type: OrganisationOutDto })
  @ProblemResponses(
    'REQUEST_INVALID',
    'NAME_MISSING',
    'IF_MATCH_INVALID',
    'ORGANISATION_NOT_FOUND',
    'VERSION_REQUIRED',
    ...UNFIT_PROFILE,
  )
  @ConflictResponse(OrganisationOutDto)
  async replace(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: OrganisationInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationOutDto> {
    const organisation = await this.organisations.replace(actor, id, body, versionFrom(ifMatch));
    void reply.header('etag', entityTag(organisation.version));
    return organisation;
  }
}
