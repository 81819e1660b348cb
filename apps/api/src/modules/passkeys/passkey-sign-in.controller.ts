import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForVisitor } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { SignInOutDto } from '../session/dto/session.dto.js';
import { originOf } from '../session/origin.js';
import { keepSession } from '../session/keep-session.js';
import { Challenges } from './challenges.js';
import { PasskeyRequestOutDto, PasskeySignInDto } from './dto/passkey.dto.js';
import { halfDone, PasskeySignInService } from './passkey-sign-in.service.js';

@ApiTags('sign-in')
@ForVisitor()
@Controller('session/passkey')
export class PasskeySignInController {
  constructor(
    private readonly signIns: PasskeySignInService,
    private readonly challenges: Challenges,
  ) {}

  @Post('options')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin to sign in with a passkey, also after a password' })
  @ApiResponse({
    status: 200,
    type: PasskeyRequestOutDto,
    description: 'Sets a short-lived cookie',
  })
  async options(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PasskeyRequestOutDto> {
    const publicKey = await this.signIns.options(actor, session);
    this.challenges.keep(reply, 'sign-in', publicKey.challenge, halfDone(session));
    return { publicKey };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with a passkey; counts as second factor' })
  @ApiResponse({ status: 200, type: SignInOutDto, description: 'Sets a new session cookie' })
  @ProblemResponses(
    'REQUEST_INVALID',
    'PASSKEY_REFUSED',
    'PASSKEY_CLONED',
    'PASSKEY_CHALLENGE_GONE',
    'SIGN_IN_THROTTLED',
  )
  async signIn(
    @CurrentSession() session: OpenSession | null,
    @Body() { credential }: PasskeySignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInOutDto> {
    const half = halfDone(session);
    const challenge = await this.challenges.take(request, reply, 'sign-in', half);
    const origin = originOf(request);
    const opened = this.signIns.signIn(credential, challenge, session, origin, request.id);
    return keepSession(reply, await opened);
  }
}
