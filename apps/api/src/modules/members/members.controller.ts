import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import { nextLink, PageQueryDto, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { entityTag, versionFrom } from '../../platform/http/versions.js';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import {
  ConflictResponse,
  ProblemResponses,
} from '../../platform/problems/problem-responses.decorator.js';
import {
  InvitationInDto,
  InvitationListOutDto,
  InvitationOutDto,
  MemberListOutDto,
  MemberOutDto,
  RoleInDto,
} from './dto/member.dto.js';
import { MembersService } from './members.service.js';

@ApiTags('members')
@ForPerson()
@Controller('organisations/:organisationId')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get('members')
  @ApiOperation({ summary: 'List who belongs to an organisation, who joined first before' })
  @ApiResponse({ status: 200, type: MemberListOutDto })
  @ProblemResponses('RIGHT_MISSING')
  async list(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<MemberListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { rows, next } = await this.members.list(actor, organisationId, page);
    return { members: rows, next: nextLink(address, next) };
  }

  @Put('members/:personId')
  @ApiOperation({ summary: 'Give a member another role' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read' })
  @ApiResponse({ status: 200, type: MemberOutDto })
  @ProblemResponses(
    'REQUEST_INVALID',
    'RIGHT_MISSING',
    'MEMBER_NOT_FOUND',
    'LAST_OWNER',
    'OWNER_HAS_NO_END',
    'VERSION_REQUIRED',
  )
  @ConflictResponse(MemberOutDto)
  async setRole(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('personId', IdPipe) personId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { role }: RoleInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MemberOutDto> {
    const version = versionFrom(ifMatch);
    const member = await this.members.setRole(actor, organisationId, personId, role, version);
    void reply.header('etag', entityTag(member.version));
    return member;
  }

  @Delete('members/:personId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a member out, or leave' })
  @ApiResponse({ status: 204, description: 'No longer a member' })
  @ProblemResponses('RIGHT_MISSING', 'MEMBER_NOT_FOUND', 'LAST_OWNER')
  remove(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('personId', IdPipe) personId: string,
  ): Promise<void> {
    return this.members.remove(actor, organisationId, personId);
  }

  @Get('invitations')
  @ApiOperation({ summary: 'List the invitations that wait for an answer, oldest first' })
  @ApiResponse({ status: 200, type: InvitationListOutDto })
  @ProblemResponses('RIGHT_MISSING')
  async listInvitations(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<InvitationListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { rows, next } = await this.members.listInvitations(actor, organisationId, page);
    return { invitations: rows, next: nextLink(address, next) };
  }

  @Post('invitations')
  @ApiOperation({
    summary: 'Invite somebody by mail; an earlier invitation to the address is void',
  })
  @ApiResponse({ status: 201, type: InvitationOutDto })
  @ProblemResponses(
    'REQUEST_INVALID',
    'RIGHT_MISSING',
    'TOO_MANY_INVITATIONS',
    'MEMBERSHIP_END_PAST',
    'OWNER_HAS_NO_END',
  )
  invite(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Param('organisationId', IdPipe) organisationId: string,
    @Body() body: InvitationInDto,
  ): Promise<InvitationOutDto> {
    return this.members.invite(actor, session, organisationId, body);
  }

  @Delete('invitations/:invitationId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an invitation back' })
  @ApiResponse({ status: 204, description: 'Its link is void' })
  @ProblemResponses('RIGHT_MISSING', 'INVITATION_NOT_FOUND')
  revoke(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('invitationId', IdPipe) id: string,
  ): Promise<void> {
    return this.members.revoke(actor, organisationId, id);
  }
}
