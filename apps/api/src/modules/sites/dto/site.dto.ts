import { ApiProperty } from '@nestjs/swagger';
import { NextLinkProperty } from '../../../platform/http/cursor.js';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import {
  CountryField,
  LineField,
  ObjectField,
  WholeNumberField,
} from '../../../platform/validation/fields.js';
import { NamesInDto, NamesOutDto } from '../../organisations/dto/names.dto.js';

/** What is said of a site when it is created or changed. */
export class SiteInDto {
  @ObjectField(() => NamesInDto)
  readonly names!: NamesInDto;

  @CountryField({ description: 'ISO 3166-1 alpha-2', example: 'TH' })
  readonly country!: string;

  @LineField({ max: 100, optional: true, description: 'City or province', example: 'Rayong' })
  readonly place?: string | null;

  @WholeNumberField({ min: 0, max: 10_000_000, example: 320 })
  readonly employees!: number;
}

export class SiteOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.siteId })
  readonly id!: string;

  @ApiProperty()
  readonly names!: NamesOutDto;

  @ApiProperty({ example: 'TH' })
  readonly country!: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'Rayong' })
  readonly place!: string | null;

  @ApiProperty({ type: 'integer', example: 320 })
  readonly employees!: number;

  @ApiProperty({ type: 'integer', example: 1 })
  readonly version!: number;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly updatedAt!: string;
}

export class SiteListOutDto {
  @ApiProperty({ type: [SiteOutDto] })
  readonly sites!: readonly SiteOutDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
