import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { holdingVersions } from '@sukoyaka/consent';
import { Database, type PublishedRow, serviceActor } from '@sukoyaka/persistence';
import type { FastifyRequest } from 'fastify';
import { AppConfig } from '../../platform/config/app-config.js';
import { nextLink, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { ForAnybody } from '../../platform/identity/access.decorator.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { shownNames } from '../organisations/organisations.mapper.js';
import { PublishedListOutDto, PublishedQueryDto } from './dto/published.dto.js';

@ApiTags('consents')
@ForAnybody()
@Controller('published-organisations')
export class PublishedController {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List who has assessed themselves and agrees to be named',
    description:
      'Names and no results. The order is by id, which has nothing to do with results. Who withdraws is gone at once.',
  })
  @ApiResponse({ status: 200, type: PublishedListOutDto })
  @ProblemResponses('REQUEST_INVALID', 'DATABASE_UNAVAILABLE')
  async list(
    @Query() query: PublishedQueryDto,
    @RequestAddress() address: string,
    @Req() request: FastifyRequest,
  ): Promise<PublishedListOutDto> {
    const { rows, next } = await this.database.as(serviceActor(request.id), (tx) =>
      tx.publications.list({
        versions: holdingVersions('publication'),
        days: this.config.publicationDays,
        country: query.country ?? null,
        page: pageRequest(query, 'id'),
      }),
    );
    return { organisations: rows.map(shownPublished), next: nextLink(address, next) };
  }
}

function shownPublished(row: PublishedRow): PublishedListOutDto['organisations'][number] {
  const { id, country, isicSection, isSynthetic, assessments, ...names } = row;
  const shown = { id, names: shownNames(names), country, industry: isicSection };
  return { ...shown, synthetic: isSynthetic, assessments };
}
