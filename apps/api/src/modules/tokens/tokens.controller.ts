import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { NewTokenOutDto, TokenInDto, TokenListOutDto } from './token.dto.js';
import { MOST_TOKENS, TokensService } from './tokens.service.js';

@ApiTags('tokens')
@ForPerson()
@Controller('organisations/:organisationId/tokens')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  @Get()
  @ApiOperation({
    summary: 'List the tokens with which machines act for an organisation',
    description: `At most ${MOST_TOKENS}, as many as an organisation may have; oldest first`,
  })
  @ApiResponse({ status: 200, type: TokenListOutDto })
  @ProblemResponses('RIGHT_MISSING')
  async list(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
  ): Promise<TokenListOutDto> {
    return { tokens: await this.tokens.list(actor, organisationId) };
  }

  @Post()
  @ApiOperation({ summary: 'Make a token; its text is shown this once' })
  @ApiResponse({ status: 201, type: NewTokenOutDto })
  @ProblemResponses(
    'REQUEST_INVALID',
    'RIGHT_MISSING',
    'CONFIRMATION_REQUIRED',
    'EXPIRY_INVALID',
    'TOO_MANY_TOKENS',
  )
  create(
    @Acting() actor: Actor,
    @CurrentSession() session: OpenSession,
    @Param('organisationId', IdPipe) organisationId: string,
    @Body() body: TokenInDto,
  ): Promise<NewTokenOutDto> {
    return this.tokens.create(actor, session, organisationId, body);
  }

  @Delete(':tokenId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a token' })
  @ApiResponse({ status: 204, description: 'It opens nothing any more' })
  @ProblemResponses('RIGHT_MISSING', 'TOKEN_NOT_FOUND')
  revoke(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Param('tokenId', IdPipe) id: string,
  ): Promise<void> {
    return this.tokens.revoke(actor, organisationId, id);
  }
}
