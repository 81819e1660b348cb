import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForAnybody, ForVisitor } from '../../platform/identity/access.decorator.js';
import { setDeviceCookie } from '../../platform/identity/cookies.js';
import { CurrentSession } from '../../platform/identity/identity.decorators.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { SignInOutDto } from '../session/dto/session.dto.js';
import { originOf } from '../session/origin.js';
import { keepSession } from '../session/keep-session.js';
import {
  AcceptanceInDto,
  AcceptedOutDto,
  AddressInDto,
  InvitationViewDto,
  LinkInDto,
  LinkWithPasswordInDto,
  SignUpInDto,
} from './dto/joining.dto.js';
import { InvitationsService } from './invitations.service.js';
import { SignUpService } from './sign-up.service.js';

@ApiTags('sign-in')
@ForAnybody()
@Controller()
export class JoiningController {
  constructor(
    private readonly signUps: SignUpService,
    private readonly invitations: InvitationsService,
  ) {}

  @Post('sign-ups')
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for an account; a link is mailed to the address' })
  @ApiResponse({ status: 202, description: 'A mail is under way, if there was reason for one' })
  @ProblemResponses('REQUEST_INVALID', 'SIGN_UP_CLOSED')
  signUp(@Body() body: SignUpInDto, @Req() request: FastifyRequest): Promise<void> {
    return this.signUps.ask(body, originOf(request), request.id);
  }

  @Post('sign-ups/confirmation')
  @ApiOperation({ summary: 'Make the account by the link, and sign in' })
  @ApiResponse({ status: 201, type: SignInOutDto, description: 'Sets the session cookie' })
  @ProblemResponses('REQUEST_INVALID', 'LINK_INVALID', 'PASSWORD_UNFIT', 'EMAIL_TAKEN')
  async confirmSignUp(
    @Body() { token, password }: LinkWithPasswordInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInOutDto> {
    const origin = originOf(request);
    return keepSession(reply, await this.signUps.confirm(token, password, origin, request.id));
  }

  @Post('password-resets')
  @HttpCode(202)
  @ApiOperation({ summary: 'Ask for a link to set a new password' })
  @ApiResponse({ status: 202, description: 'A mail is under way, if there is such an account' })
  @ProblemResponses('REQUEST_INVALID')
  askForReset(@Body() { email }: AddressInDto, @Req() request: FastifyRequest): Promise<void> {
    return this.signUps.askForReset(email, originOf(request), request.id);
  }

  @Post('password-resets/confirmation')
  @HttpCode(204)
  @ApiOperation({ summary: 'Set the password by the link; every session ends' })
  @ApiResponse({
    status: 204,
    description:
      'The new password holds. Sets a cookie by which attempts of others keep nobody from signing in in this browser',
  })
  @ProblemResponses('REQUEST_INVALID', 'LINK_INVALID', 'PASSWORD_UNFIT')
  async reset(
    @Body() { token, password }: LinkWithPasswordInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const origin = originOf(request);
    setDeviceCookie(reply, await this.signUps.reset(token, password, origin, request.id));
  }

  @Post('invitations/lookup')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what an invitation is to' })
  @ApiResponse({ status: 200, type: InvitationViewDto })
  @ProblemResponses('REQUEST_INVALID', 'LINK_INVALID')
  lookUp(@Body() { token }: LinkInDto, @Req() request: FastifyRequest): Promise<InvitationViewDto> {
    return this.invitations.show(token, request.id);
  }

  @Post('invitations/acceptance')
  @ForVisitor()
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept an invitation, with a new account or signed in to one' })
  @ApiResponse({
    status: 200,
    type: AcceptedOutDto,
    description: 'Sets the cookie by which the browser is known',
  })
  @ProblemResponses(
    'REQUEST_INVALID',
    'LINK_INVALID',
    'PASSWORD_UNFIT',
    'SIGN_IN_REQUIRED',
    'SECOND_FACTOR_REQUIRED',
    'INVITATION_FOR_OTHER',
    'ALREADY_MEMBER',
    'ASSESSOR_IS_OPERATOR',
    'STAFF_ROLE_EXISTS',
    'EMAIL_TAKEN',
  )
  async accept(
    @Body() body: AcceptanceInDto,
    @CurrentSession() session: OpenSession | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptedOutDto> {
    const origin = originOf(request);
    const { accepted, deviceMark } = await this.invitations.accept(
      body,
      session,
      origin,
      request.id,
    );
    setDeviceCookie(reply, deviceMark);
    return accepted;
  }
}
