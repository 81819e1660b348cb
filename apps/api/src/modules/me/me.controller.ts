import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nextLink, PageQueryDto, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { entityTag, versionFrom } from '../../platform/http/versions.js';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import {
  ConflictResponse,
  ProblemResponses,
} from '../../platform/problems/problem-responses.decorator.js';
import { originOf } from '../session/origin.js';
import { MeInDto, MeOutDto, PasswordChangeDto, SessionListOutDto } from './dto/me.dto.js';
import { MeService } from './me.service.js';

@ApiTags('me')
@ForPerson()
@Controller('me')
export class MeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @ApiOperation({ summary: 'Show what is kept of oneself' })
  @ApiResponse({ status: 200, type: MeOutDto })
  async show(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeOutDto> {
    const me = await this.me.show(actor, session);
    void reply.header('etag', entityTag(me.version));
    return me;
  }

  @Put()
  @ApiOperation({ summary: 'Change name, language or time zone' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiResponse({ status: 200, type: MeOutDto })
  @ProblemResponses('REQUEST_INVALID', 'VERSION_REQUIRED')
  @ConflictResponse(MeOutDto)
  async replace(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: MeInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeOutDto> {
    const me = await this.me.replace(actor, session, body, versionFrom(ifMatch));
    void reply.header('etag', entityTag(me.version));
    return me;
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the password; every other session ends' })
  @ApiResponse({ status: 204, description: 'Changed' })
  @ProblemResponses(
    'REQUEST_INVALID',
    'PASSWORD_WRONG',
    'PASSWORD_UNFIT',
    'CONFIRMATION_REQUIRED',
    'SIGN_IN_THROTTLED',
  )
  changePassword(
    @CurrentSession() session: OpenSession,
    @Body() { current, password }: PasswordChangeDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.me.changePassword(session, current, password, originOf(request), request.id);
  }

  @Get('sessions')
  @ApiOperation({ summary: 'List where one is signed in, the latest sign-in first' })
  @ApiResponse({ status: 200, type: SessionListOutDto })
  async listSessions(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<SessionListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { rows, next } = await this.me.listSessions(actor, session, page);
    return { sessions: rows, next: nextLink(address, next) };
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere else' })
  @ApiResponse({ status: 204, description: 'Every other session has ended' })
  @ProblemResponses('CONFIRMATION_REQUIRED')
  endOthers(@Acting() actor: Actor, @CurrentSession() session: OpenSession): Promise<void> {
    return this.me.endOtherSessions(actor, session);
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out somewhere' })
  @ApiResponse({ status: 204, description: 'The session has ended' })
  @ProblemResponses('IDENTIFIER_MALFORMED', 'SESSION_NOT_FOUND', 'CONFIRMATION_REQUIRED')
  endSession(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Param('sessionId', IdPipe) id: string,
  ): Promise<void> {
    return this.me.endSession(actor, session, id);
  }
}
