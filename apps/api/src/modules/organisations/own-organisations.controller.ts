import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Database, type OpenSession } from '@sukoyaka/persistence';
import { ForPerson } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { OwnOrganisationDto } from '../session/dto/session.dto.js';
import { shownOwnOrganisation } from './organisations.mapper.js';

class OwnOrganisationListOutDto {
  @ApiProperty({ type: [OwnOrganisationDto] })
  readonly organisations!: readonly OwnOrganisationDto[];
}

@ApiTags('organisations')
@ForPerson()
@Controller('organisations')
export class OwnOrganisationsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: 'List the organisations to which one belongs, and one’s role there' })
  @ApiResponse({ status: 200, type: OwnOrganisationListOutDto })
  list(
    @Acting() actor: Actor,
    @CurrentSession() { personId }: OpenSession,
  ): Promise<OwnOrganisationListOutDto> {
    return this.database.as(actor, async (tx) => {
      const own = await tx.memberships.ownOrganisations(personId);
      return { organisations: own.map(shownOwnOrganisation) };
    });
  }
}
