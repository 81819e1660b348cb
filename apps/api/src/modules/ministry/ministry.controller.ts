import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Actor, OpenSession } from '@sukoyaka/persistence';
import {
  nextLink,
  NextLinkProperty,
  PageQueryDto,
  pageRequest,
  RequestAddress,
} from '../../platform/http/cursor.js';
import { ForStaff } from '../../platform/identity/access.decorator.js';
import { Acting, CurrentSession } from '../../platform/identity/identity.decorators.js';
import { WaveOutDto } from '../waves/wave.dto.js';
import { WavesService } from '../waves/waves.service.js';

class MinistryWaveOutDto extends WaveOutDto {
  @ApiProperty({
    description: 'Whether there are frozen statistics of its edition to compare results with',
    example: false,
  })
  readonly statistics!: boolean;
}

class MinistryOverviewOutDto {
  @ApiProperty({ type: [String], example: ['TH'] })
  readonly countries!: readonly string[];

  @ApiProperty({
    type: [MinistryWaveOutDto],
    description: 'Of these countries. How many take part is told by releases only, never live',
  })
  readonly waves!: readonly MinistryWaveOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}

/** What a ministry's analyst sees: nothing of any company, and no live counts of them. */
@ApiTags('ministry')
@Controller('ministry')
export class MinistryController {
  constructor(private readonly waves: WavesService) {}

  @Get('overview')
  @ForStaff('ministry-analyst')
  @ApiOperation({ summary: 'Show the waves of the own countries, newest first' })
  @ApiResponse({ status: 200, type: MinistryOverviewOutDto })
  async overview(
    @Acting() actor: Actor,
    @CurrentSession() { countries }: OpenSession,
    @Query() query: PageQueryDto,
    @RequestAddress() address: string,
  ): Promise<MinistryOverviewOutDto> {
    const page = pageRequest(query, 'time', 'id');
    const { rows, next } = await this.waves.listWithStatistics(actor, countries, page);
    return { countries, waves: rows, next: nextLink(address, next) };
  }
}
