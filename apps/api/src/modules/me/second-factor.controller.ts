import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { CodeInDto } from '../session/dto/session.dto.js';
import { originOf } from '../session/origin.js';
import { keepSession } from '../session/keep-session.js';
import { RecoveryCodesOutDto, TotpSetupOutDto } from './dto/me.dto.js';
import { TotpService } from './totp.service.js';

@ApiTags('me')
@Controller('me')
export class SecondFactorController {
  constructor(private readonly totp: TotpService) {}

  @Post('totp')
  @ForPerson('full', 'enrolment')
  @ApiOperation({ summary: 'Begin to set up an authenticator app' })
  @ApiResponse({ status: 201, type: TotpSetupOutDto })
  @ProblemResponses('SECOND_FACTOR_EXISTS', 'CONFIRMATION_REQUIRED')
  begin(@Acting() actor: Actor, @CurrentSession() session: OpenSession): Promise<TotpSetupOutDto> {
    return this.totp.begin(actor, session);
  }

  @Post('totp/confirmation')
  @ForPerson('full', 'enrolment')
  @HttpCode(200)
  @ApiOperation({ summary: 'Finish it with a code of the app; every other session ends' })
  @ApiResponse({ status: 200, type: RecoveryCodesOutDto, description: 'Sets a new session cookie' })
  @ProblemResponses('REQUEST_INVALID', 'SECOND_FACTOR_NOT_BEGUN', 'SECOND_FACTOR_WRONG')
  async confirm(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Body() { code }: CodeInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesOutDto> {
    const enabled = await this.totp.confirm(actor, session, code, originOf(request));
    keepSession(reply, enabled.opened);
    return { recoveryCodes: enabled.recoveryCodes };
  }

  @Delete('totp')
  @ForPerson()
  @HttpCode(204)
  @ApiOperation({ summary: 'Do without the authenticator app' })
  @ApiResponse({ status: 204, description: 'Removed' })
  @ProblemResponses('CONFIRMATION_REQUIRED', 'SECOND_FACTOR_NEEDED')
  remove(@Acting() actor: Actor, @CurrentSession() session: OpenSession): Promise<void> {
    return this.totp.remove(actor, session);
  }

  @Post('recovery-codes')
  @ForPerson()
  @ApiOperation({ summary: 'Make new recovery codes; the earlier ones are void' })
  @ApiResponse({ status: 201, type: RecoveryCodesOutDto })
  @ProblemResponses('CONFIRMATION_REQUIRED', 'SECOND_FACTOR_NOT_BEGUN')
  async renew(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
  ): Promise<RecoveryCodesOutDto> {
    return { recoveryCodes: await this.totp.renewRecoveryCodes(actor, session) };
  }
}
