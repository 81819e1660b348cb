import { ApiProperty } from '@nestjs/swagger';
import {
  CountryField,
  ObjectField,
  WholeNumberField,
} from '../../../platform/validation/fields.js';
import { NamesInDto, NamesOutDto } from '../../organisations/dto/names.dto.js';

/** What is said of a site when it is created or changed. */
export class SiteInDto {
  @ObjectField(() => NamesInDto)
  readonly names!: NamesInDto;

  @CountryField({ description: 'ISO 3166-1 alpha-2' })
  readonly country!: string;

  @WholeNumberField({ min: 0, max: 10_000_000 })
  readonly employees!: number;
}

export class SiteOutDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly names!: NamesOutDto;

  @ApiProperty()
  readonly country!: string;

  @ApiProperty({ type: 'integer' })
  readonly employees!: number;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt!: string;
}

export class SiteListOutDto {
  @ApiProperty({ type: [SiteOutDto] })
  readonly sites!: readonly SiteOutDto[];
}
