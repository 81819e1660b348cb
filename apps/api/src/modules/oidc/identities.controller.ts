import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { nextLink, PageQueryDto, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { assertFresh } from '../../platform/identity/fresh.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { LINKS } from '@sukoyaka/accounts';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { Attempts } from './attempts.js';
import { IdentityLinkInDto, IdentityListOutDto, LinkAddressOutDto } from './dto/oidc.dto.js';
import { IdentitiesService } from './identities.service.js';

@ApiTags('me')
@ForPerson()
@Controller('me/identities')
export class IdentitiesController {
  constructor(
    private readonly attempts: Attempts,
    private readonly identities: IdentitiesService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List the accounts with identity providers that sign in here, oldest first',
  })
  @ApiResponse({ status: 200, type: IdentityListOutDto })
  async list(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<IdentityListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { rows, next } = await this.identities.list(actor, session, page);
    return { identities: rows, next: nextLink(address, next) };
  }

  @Post('start')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin to link an account with the identity provider' })
  @ApiResponse({ status: 200, type: LinkAddressOutDto, description: 'Sets a short-lived cookie' })
  @ProblemResponses(
    'REQUEST_INVALID',
    'CONFIRMATION_REQUIRED',
    'OIDC_NOT_OFFERED',
    'OIDC_UNAVAILABLE',
  )
  async start(
    @CurrentSession() session: OpenSession,
    @Body() body: IdentityLinkInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LinkAddressOutDto> {
    assertFresh(session);
    const returnTo = body.return ?? LINKS.account;
    return { location: await this.attempts.begin(request, reply, returnTo, session, true) };
  }

  @Delete(':identityId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove the link to an account with an identity provider' })
  @ApiResponse({ status: 204, description: 'Removed' })
  @ProblemResponses('CONFIRMATION_REQUIRED', 'LAST_SIGN_IN')
  unlink(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Param('identityId', IdPipe) id: string,
  ): Promise<void> {
    return this.identities.unlink(actor, session, id);
  }
}
