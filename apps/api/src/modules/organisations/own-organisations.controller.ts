import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Database, type OpenSession } from '@sukoyaka/persistence';
import {
  nextLink,
  NextLinkProperty,
  PageQueryDto,
  pageRequest,
  RequestAddress,
} from '../../platform/http/cursor.js';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { OwnOrganisationDto } from '../session/dto/session.dto.js';
import { shownOwnOrganisation } from './organisations.mapper.js';

class OwnOrganisationListOutDto {
  @ApiProperty({ type: [OwnOrganisationDto] })
  readonly organisations!: readonly OwnOrganisationDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}

@ApiTags('organisations')
@ForPerson()
@Controller('organisations')
export class OwnOrganisationsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({
    summary: 'List the organisations to which one belongs, and one’s role there; oldest first',
  })
  @ApiResponse({ status: 200, type: OwnOrganisationListOutDto })
  list(
    @Acting() actor: Actor,
    @CurrentSession() { personId }: OpenSession,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<OwnOrganisationListOutDto> {
    const page = pageRequest(query, 'time', 'id');
    return this.database.as(actor, async (tx) => {
      const { rows, next } = await tx.memberships.ownOrganisations(personId, page);
      return { organisations: rows.map(shownOwnOrganisation), next: nextLink(address, next) };
    });
  }
}
