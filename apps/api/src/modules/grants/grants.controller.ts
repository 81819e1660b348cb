import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import { nextLink, PageQueryDto, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import {
  GrantInDto,
  GrantListOutDto,
  GrantOutDto,
  ReceivedGrantListOutDto,
} from './dto/grant.dto.js';
import { GrantsService } from './grants.service.js';

const ORDER = 'Those in force or to come first, then those that are over; each the newest first';
/** Of a position in either list: whether it could be used, when it was given, and since when one reads. */
const POSITION = ['number', 'time', 'id', 'time'] as const;

@ApiTags('grants')
@ForPerson()
@Controller('organisations/:organisationId')
export class GrantsController {
  constructor(private readonly grants: GrantsService) {}

  @Post('grants')
  @ApiOperation({
    summary: 'Let another organisation read results or reports, for a time',
    description:
      'Its owners are told by mail. Its owners, editors and reviewers can then read the chosen assessments, and each reading is in the log of the company.',
  })
  @ApiResponse({ status: 201, type: GrantOutDto })
  @ProblemResponses(
    'REQUEST_INVALID',
    'RIGHT_MISSING',
    'ASSESSMENT_NOT_FOUND',
    'RESULT_NOT_AVAILABLE',
    'TOO_MANY_GRANTS',
    'GRANTEE_NOT_FOUND',
    'GRANTEE_IS_ITSELF',
    'GRANT_TERM_INVALID',
  )
  async give(
    @Acting() actor: Actor,
    @CurrentSession() { personId }: OpenSession,
    @Param('organisationId', IdPipe) organisationId: string,
    @Body() body: GrantInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GrantOutDto> {
    const grant = await this.grants.give(actor, personId, organisationId, body);
    void reply.header('location', `/api/organisations/${organisationId}/grants/${grant.id}`);
    return grant;
  }

  @Get('grants')
  @ApiOperation({ summary: 'List the grants that an organisation has given', description: ORDER })
  @ApiResponse({ status: 200, type: GrantListOutDto })
  @ProblemResponses('RIGHT_MISSING')
  async list(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<GrantListOutDto> {
    const page = pageRequest(query, ...POSITION);
    const { rows, next } = await this.grants.list(actor, organisationId, page);
    return { grants: rows, next: nextLink(address, next) };
  }

  @Get('grants/:grantId')
  @ApiOperation({ summary: 'Show a grant that an organisation has given' })
  @ApiResponse({ status: 200, type: GrantOutDto })
  @ProblemResponses('RIGHT_MISSING', 'GRANT_NOT_FOUND')
  show(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('grantId', IdPipe) grantId: string,
  ): Promise<GrantOutDto> {
    return this.grants.show(actor, organisationId, grantId);
  }

  @Post('grants/:grantId/revocation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Revoke a grant at once; again, it changes nothing' })
  @ApiResponse({ status: 200, type: GrantOutDto })
  @ProblemResponses('RIGHT_MISSING', 'GRANT_NOT_FOUND', 'GRANT_ENDED')
  revoke(
    @Acting() actor: Actor,
    @CurrentSession() { personId }: OpenSession,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('grantId', IdPipe) grantId: string,
  ): Promise<GrantOutDto> {
    return this.grants.revoke(actor, personId, organisationId, grantId);
  }

  @Get('received-grants')
  @ApiOperation({ summary: 'List what others let an organisation read', description: ORDER })
  @ApiResponse({ status: 200, type: ReceivedGrantListOutDto })
  @ProblemResponses('RIGHT_MISSING')
  async listReceived(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<ReceivedGrantListOutDto> {
    const page = pageRequest(query, ...POSITION);
    const { rows, next } = await this.grants.listReceived(actor, organisationId, page);
    return { grants: rows, next: nextLink(address, next) };
  }
}
