import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@sukoyaka/persistence';
import { nextLink, PageQueryDto, pageRequest, RequestAddress } from '../../platform/http/cursor.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting } from '../../platform/identity/identity.decorators.js';
import { ProblemResponses } from '../../platform/problems/problem-responses.decorator.js';
import { AccessesService } from './accesses.service.js';
import { SeenAccessListOutDto } from './operator.dto.js';

/** What a company sees of operators. */
@ApiTags('organisations')
@ForPerson()
@Controller('organisations/:organisationId/operator-accesses')
export class CompanyViewController {
  constructor(private readonly accesses: AccessesService) {}

  @Get()
  @ApiOperation({ summary: 'List when operators read what is the company’s, why and what' })
  @ApiResponse({ status: 200, type: SeenAccessListOutDto })
  @ProblemResponses('REQUEST_INVALID', 'CURSOR_INVALID', 'RIGHT_MISSING')
  async list(
    @Acting() actor: Actor,
    @Param('organisationId', IdPipe) organisationId: string,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<SeenAccessListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { accesses, next } = await this.accesses.list(actor, organisationId, page);
    return { accesses, next: nextLink(address, next) };
  }
}
