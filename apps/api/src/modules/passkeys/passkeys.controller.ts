import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { originOf } from '../session/origin.js';
import { keepSession } from '../session/keep-session.js';
import { Challenges } from './challenges.js';
import {
  PasskeyAddedOutDto,
  PasskeyCreationOutDto,
  PasskeyInDto,
  PasskeyListOutDto,
} from './dto/passkey.dto.js';
import { MOST_PASSKEYS, PasskeysService } from './passkeys.service.js';

@ApiTags('me')
@Controller('me/passkeys')
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly challenges: Challenges,
  ) {}

  @Get()
  @ForPerson()
  @ApiOperation({
    summary: 'List the own passkeys',
    description: `At most ${MOST_PASSKEYS}, as many as a person may have; oldest first`,
  })
  @ApiResponse({ status: 200, type: PasskeyListOutDto })
  list(@Acting() actor: Actor, @CurrentSession() session: OpenSession): Promise<PasskeyListOutDto> {
    return this.passkeys.list(actor, session);
  }

  @Post('options')
  @ForPerson('full', 'enrolment')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin to add a passkey' })
  @ApiResponse({
    status: 200,
    type: PasskeyCreationOutDto,
    description: 'Sets a short-lived cookie',
  })
  @ProblemResponses('CONFIRMATION_REQUIRED', 'TOO_MANY_PASSKEYS')
  async options(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasskeyCreationOutDto> {
    const publicKey = await this.passkeys.options(actor, session);
    this.challenges.keep(reply, 'registration', publicKey.challenge, session);
    return { publicKey };
  }

  @Post()
  @ForPerson('full', 'enrolment')
  @ApiOperation({ summary: 'Add a passkey; with the first factor every other session ends' })
  @ApiResponse({ status: 201, type: PasskeyAddedOutDto, description: 'Sets a new session cookie' })
  @ProblemResponses(
    'REQUEST_INVALID',
    'CONFIRMATION_REQUIRED',
    'PASSKEY_CHALLENGE_GONE',
    'PASSKEY_INVALID',
    'PASSKEY_EXISTS',
    'TOO_MANY_PASSKEYS',
  )
  async add(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Body() body: PasskeyInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasskeyAddedOutDto> {
    const challenge = await this.challenges.take(request, reply, 'registration', session);
    const origin = originOf(request);
    const added = await this.passkeys.add(actor, session, body, challenge, origin);
    const { id, opened, recoveryCodes } = added;
    return { id, ...keepSession(reply, opened), recoveryCodes };
  }

  @Delete(':passkeyId')
  @ForPerson()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a passkey' })
  @ApiResponse({ status: 204, description: 'Removed' })
  @ProblemResponses('CONFIRMATION_REQUIRED', 'SECOND_FACTOR_NEEDED', 'LAST_SIGN_IN')
  remove(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Param('passkeyId', IdPipe) id: string,
  ): Promise<void> {
    return this.passkeys.remove(actor, session, id);
  }
}
