import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PLATFORM_ROLES } from '@sukoyaka/access';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import { nextLink, PageQueryDto, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { entityTag, versionFrom } from '../../platform/http/versions.js';
import { ForStaff } from '../../platform/identity/access.decorator.js';
import { assertFresh } from '../../platform/identity/fresh.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import {
  ConflictResponse,
  ProblemResponses,
} from '../../platform/problems/problem-responses.decorator.js';
import { RequestProblem } from '../../platform/problems/request-problem.js';
import { OrganisationOutDto } from '../organisations/dto/organisation.out.dto.js';
import { AccessesService } from './accesses.service.js';
import { DirectoryService } from './directory.service.js';
import {
  AccessInDto,
  AccessListOutDto,
  AccessOutDto,
  AssessorInDto,
  DirectoryOutDto,
  DirectoryQueryDto,
  StaffInvitationInDto,
  StaffInvitationListOutDto,
  StaffInvitationOutDto,
  StaffListOutDto,
  VerificationInDto,
} from './operator.dto.js';
import { StaffService } from './staff.service.js';

@ApiTags('operator')
@ForStaff('operator')
@Controller('operator')
export class OperatorController {
  constructor(
    private readonly directory: DirectoryService,
    private readonly accesses: AccessesService,
    private readonly staff: StaffService,
  ) {}

  @Get('organisations')
  @ApiOperation({ summary: 'List all organisations, newest first' })
  @ApiResponse({ status: 200, type: DirectoryOutDto })
  @ProblemResponses('REQUEST_INVALID', 'CURSOR_INVALID')
  async list(
    @Acting() actor: Actor,
    @Query() query: DirectoryQueryDto,
    @RequestAddress() address: string,
  ): Promise<DirectoryOutDto> {
    const { state, country, name } = query;
    const page = pageRequest(query, 'time', 'id');
    const { organisations, next } = await this.directory.list(
      actor,
      { state, country, name },
      page,
    );
    return { organisations, next: nextLink(address, next) };
  }

  @Get('organisations/:organisationId')
  @ApiOperation({ summary: 'Show an organisation' })
  @ApiResponse({ status: 200, type: OrganisationOutDto })
  @ProblemResponses('ORGANISATION_NOT_FOUND')
  async show(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationOutDto> {
    const organisation = await this.directory.show(actor, id);
    void reply.header('etag', entityTag(organisation.version));
    return organisation;
  }

  @Post('organisations/:organisationId/verification')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decide whether an organisation is who it says' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was looked at' })
  @ApiResponse({ status: 200, type: OrganisationOutDto })
  @ProblemResponses('REQUEST_INVALID', 'ORGANISATION_NOT_FOUND', 'VERSION_REQUIRED')
  @ConflictResponse(OrganisationOutDto)
  async verify(
    @Acting() actor: Actor,
    @CurrentSession() { personId }: OpenSession,
    @Param('organisationId', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: VerificationInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganisationOutDto> {
    const version = versionFrom(ifMatch);
    const organisation = await this.directory.verify(actor, personId, id, body, version);
    void reply.header('etag', entityTag(organisation.version));
    return organisation;
  }

  @Post('organisations/:organisationId/accesses')
  @ApiOperation({ summary: 'Open an access to what is a company’s, with a reason that it sees' })
  @ApiResponse({ status: 201, type: AccessOutDto })
  @ProblemResponses('REQUEST_INVALID', 'ORGANISATION_NOT_FOUND')
  openAccess(
    @Acting() actor: Actor,
    @CurrentSession() { personId }: OpenSession,
    @Param('organisationId', IdPipe) id: string,
    @Body() body: AccessInDto,
  ): Promise<AccessOutDto> {
    return this.accesses.open(actor, personId, id, body);
  }

  @Get('organisations/:organisationId/accesses')
  @ApiOperation({ summary: 'List one’s own accesses to an organisation, the latest first' })
  @ApiResponse({ status: 200, type: AccessListOutDto })
  @ProblemResponses('REQUEST_INVALID', 'CURSOR_INVALID', 'ORGANISATION_NOT_FOUND')
  async listAccesses(
    @Acting() actor: Actor,
    @CurrentSession() { personId }: OpenSession,
    @Param('organisationId', IdPipe) id: string,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<AccessListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { accesses, next } = await this.accesses.listOwn(actor, personId, id, page);
    return { accesses, next: nextLink(address, next) };
  }

  @Post('organisations/:organisationId/accesses/:accessId/closing')
  @HttpCode(204)
  @ApiOperation({ summary: 'End an access before its time' })
  @ApiResponse({ status: 204, description: 'It is closed' })
  @ProblemResponses('ACCESS_NOT_FOUND')
  closeAccess(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('accessId', IdPipe) id: string,
  ): Promise<void> {
    return this.accesses.close(actor, organisationId, id);
  }

  @Post('organisations/:organisationId/assessors')
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Name an assessor for an organisation, for a reason that its owners are told; the invitation is mailed',
  })
  @ApiResponse({ status: 202, description: 'The mail is under way' })
  @ProblemResponses(
    'REQUEST_INVALID',
    'ORGANISATION_NOT_FOUND',
    'MEMBERSHIP_END_PAST',
    'ASSESSOR_TERM_TOO_LONG',
    'ASSESSOR_IS_OPERATOR',
  )
  inviteAssessor(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Param('organisationId', IdPipe) organisationId: string,
    @Body() body: AssessorInDto,
  ): Promise<void> {
    return this.staff.inviteAssessor(actor, session, organisationId, body);
  }

  @Get('staff')
  @ApiOperation({ summary: 'List who has a role beside organisations, who got it first before' })
  @ApiResponse({ status: 200, type: StaffListOutDto })
  async listStaff(
    @Acting() actor: Actor,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<StaffListOutDto> {
    const { rows, next } = await this.staff.list(actor, pageRequest(query, 'time', 'id', 'text'));
    return { staff: rows, next: nextLink(address, next) };
  }

  @Get('staff-invitations')
  @ApiOperation({ summary: 'List the invitations to a role that wait for an answer, oldest first' })
  @ApiResponse({ status: 200, type: StaffInvitationListOutDto })
  async listInvitations(
    @Acting() actor: Actor,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<StaffInvitationListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { rows, next } = await this.staff.listInvitations(actor, page);
    return { invitations: rows, next: nextLink(address, next) };
  }

  @Post('staff-invitations')
  @ApiOperation({ summary: 'Invite an operator or a ministry’s analyst by mail' })
  @ApiResponse({ status: 201, type: StaffInvitationOutDto })
  @ProblemResponses(
    'REQUEST_INVALID',
    'COUNTRIES_INVALID',
    'CONFIRMATION_REQUIRED',
    'STAFF_ROLE_EXISTS',
  )
  inviteStaff(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Body() body: StaffInvitationInDto,
  ): Promise<StaffInvitationOutDto> {
    assertFresh(session);
    return this.staff.invite(actor, session, body);
  }

  @Delete('staff-invitations/:invitationId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an invitation back' })
  @ApiResponse({ status: 204, description: 'Its link is void' })
  @ProblemResponses('INVITATION_NOT_FOUND')
  revoke(@Acting() actor: Actor, @Param('invitationId', IdPipe) id: string): Promise<void> {
    return this.staff.revoke(actor, id);
  }

  @Delete('staff/:staffId/:role')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw a role' })
  @ApiResponse({ status: 204, description: 'The person no longer has the role' })
  @ProblemResponses(
    'IDENTIFIER_MALFORMED',
    'STAFF_NOT_FOUND',
    'LAST_OPERATOR',
    'CONFIRMATION_REQUIRED',
  )
  withdraw(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Param('staffId', IdPipe) personId: string,
    @Param('role') role: string,
  ): Promise<void> {
    assertFresh(session);
    const known = PLATFORM_ROLES.find((each) => each === role);
    if (known === undefined) throw new RequestProblem('STAFF_NOT_FOUND');
    return this.staff.withdraw(actor, personId, known);
  }
}
