import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import type { FastifyReply } from 'fastify';
import { nextLink, PageQueryDto, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { ConsentsService } from './consents.service.js';
import { ConsentInDto, ConsentListOutDto, ConsentStateOutDto } from './dto/consent.dto.js';

@ApiTags('consents')
@ForPerson()
@Controller('organisations/:organisationId/consents')
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Get()
  @ApiOperation({
    summary: 'Show what the organisation agrees to, and every decision so far',
    description:
      'The decisions come page by page, those of all kinds together, the latest first; where the organisation stands is on every page.',
  })
  @ApiResponse({ status: 200, type: ConsentListOutDto })
  async list(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<ConsentListOutDto> {
    const page = pageRequest(query, 'number');
    const { consents, next } = await this.consents.list(actor, organisationId, page);
    return { consents, next: nextLink(address, next) };
  }

  @Post()
  @ApiOperation({
    summary: 'Give a consent, or withdraw it',
    description:
      'Each decision is a record that stays. One that already stands is answered with 200 and is not recorded again.',
  })
  @ApiResponse({ status: 201, type: ConsentStateOutDto, description: 'Recorded' })
  @ApiResponse({ status: 200, type: ConsentStateOutDto, description: 'So it was already' })
  @ProblemResponses('REQUEST_INVALID', 'CONSENT_TEXT_CHANGED')
  async decide(
    @Acting() actor: Actor,
    @CurrentSession() { personId }: OpenSession,
    @Param('organisationId', IdPipe) organisationId: string,
    @Body() body: ConsentInDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsentStateOutDto> {
    const decided = await this.consents.decide(actor, personId, organisationId, body);
    void reply.status(decided.isRecorded ? 201 : 200);
    return decided.state;
  }
}
