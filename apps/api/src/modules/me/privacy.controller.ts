import { Body, Controller, Delete, Get, Header, HttpCode, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Locale } from '@sukoyaka/kernel';
import type { Actor, OpenSession, PersonalData } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { clearSessionCookie } from '../../platform/identity/cookies.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { RequestLocale } from '../../platform/locale/request-locale.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { ErasureInDto, PersonalDataOutDto } from './dto/privacy.dto.js';
import { PrivacyService } from './privacy.service.js';

@ApiTags('me')
@ForPerson()
@Controller('me')
export class PrivacyController {
  constructor(private readonly privacy: PrivacyService) {}

  @Get('export')
  @Header('content-disposition', 'attachment; filename="sukoyaka-personal-data.json"')
  @ApiOperation({ summary: 'Take along everything that is kept about oneself, without secrets' })
  @ApiResponse({ status: 200, type: PersonalDataOutDto })
  export(@Acting() actor: Actor, @CurrentSession() session: OpenSession): Promise<PersonalData> {
    return this.privacy.export(actor, session);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Erase oneself: contact data, what one signs in with, memberships and roles',
    description:
      'Answers, results, consents and the log stay with the organisation and name an id that leads to nobody. It cannot be undone, and takes a sign-in or confirmation of the last 15 minutes.',
  })
  @ApiResponse({ status: 204, description: 'Erased, and signed out everywhere' })
  @ProblemResponses(
    'REQUEST_INVALID',
    'CONFIRMATION_REQUIRED',
    'ERASURE_NOT_CONFIRMED',
    'LAST_OWNER',
    'LAST_MEMBER',
    'LAST_OPERATOR',
  )
  async erase(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Body() body: ErasureInDto,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.privacy.erase(actor, session, body, locale);
    clearSessionCookie(reply);
    void reply.header('clear-site-data', '"cache", "cookies", "storage"');
  }
}
