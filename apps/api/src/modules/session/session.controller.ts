import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForPerson, ForVisitor } from '../../platform/identity/access.decorator.js';
import { clearSessionCookie, setSessionCookie } from '../../platform/identity/cookies.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import {
  CodeInDto,
  ConfirmationInDto,
  PasswordSignInDto,
  SessionOutDto,
  SignInOutDto,
} from './dto/session.dto.js';
import { keepSession } from './keep-session.js';
import { originOf } from './origin.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('sign-in')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignInService,
    private readonly sessions: SessionService,
  ) {}

  @Post()
  @ForVisitor()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with e-mail and password' })
  @ApiResponse({ status: 200, type: SignInOutDto, description: 'Sets the session cookie' })
  @ProblemResponses('REQUEST_INVALID', 'SIGN_IN_FAILED', 'SIGN_IN_THROTTLED')
  async open(
    @Body() { email, password }: PasswordSignInDto,
    @CurrentSession() session: OpenSession | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInOutDto> {
    const origin = originOf(request);
    const typed = { email, password };
    return keepSession(reply, await this.signIn.withPassword(typed, session, origin, request.id));
  }

  @Post('second-factor')
  @ForPerson('second-factor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Complete a sign-in with a code' })
  @ApiResponse({ status: 200, type: SignInOutDto, description: 'Sets a new session cookie' })
  @ProblemResponses(
    'REQUEST_INVALID',
    'SECOND_FACTOR_WRONG',
    'ALREADY_SIGNED_IN',
    'SIGN_IN_THROTTLED',
  )
  async complete(
    @Body() { code }: CodeInDto,
    @CurrentSession() session: OpenSession,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInOutDto> {
    return keepSession(
      reply,
      await this.signIn.withCode(session, code, originOf(request), request.id),
    );
  }

  @Get()
  @ForPerson('full', 'enrolment', 'second-factor')
  @ApiOperation({ summary: 'Say who is signed in, and where they belong' })
  @ApiResponse({ status: 200, type: SessionOutDto })
  show(@Acting() actor: Actor, @CurrentSession() session: OpenSession): Promise<SessionOutDto> {
    return this.sessions.show(actor, session);
  }

  @Delete()
  @ForPerson('full', 'enrolment', 'second-factor')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiResponse({ status: 204, description: 'The session has ended' })
  async close(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.close(actor, session);
    clearSessionCookie(reply);
    void reply.header('clear-site-data', '"cache", "storage"');
  }

  @Post('confirmation')
  @ForPerson()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Show again who one is',
    description:
      'What decides about an account is done within 15 minutes of it. Who has a second factor shows it too: by a code here, or with a passkey at /api/session/passkey instead of this.',
  })
  @ApiResponse({ status: 204, description: 'Confirmed; sets a new session cookie' })
  @ProblemResponses(
    'REQUEST_INVALID',
    'PASSWORD_WRONG',
    'SECOND_FACTOR_WRONG',
    'SECOND_FACTOR_REQUIRED',
    'SIGN_IN_THROTTLED',
  )
  async confirm(
    @Body() body: ConfirmationInDto,
    @CurrentSession() session: OpenSession,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = await this.sessions.confirm(session, body, originOf(request), request.id);
    setSessionCookie(reply, token);
  }
}
