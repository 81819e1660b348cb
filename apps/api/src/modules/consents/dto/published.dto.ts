import { ApiProperty } from '@nestjs/swagger';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { NextLinkProperty, PageQueryDto } from '../../../platform/http/cursor.js';
import { CountryField } from '../../../platform/validation/fields.js';
import { NamesOutDto } from '../../organisations/dto/names.dto.js';

export class PublishedQueryDto extends PageQueryDto {
  @CountryField({ optional: true, example: 'TH' })
  readonly country?: string | null;
}

class PublishedAssessmentDto {
  @ApiProperty({ example: EXAMPLES.edition })
  readonly edition!: string;

  @ApiProperty({ format: 'date', example: '2025-04-01' })
  readonly periodStart!: string;

  @ApiProperty({ format: 'date', example: '2026-03-31' })
  readonly periodEnd!: string;
}

class PublishedOrganisationDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.organisationId })
  readonly id!: string;

  @ApiProperty()
  readonly names!: NamesOutDto;

  @ApiProperty({ example: 'TH' })
  readonly country!: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Section of ISIC', example: 'C' })
  readonly industry!: string | null;

  @ApiProperty({ description: 'Made up by the product for its demonstration', example: false })
  readonly synthetic!: boolean;

  @ApiProperty({ type: [PublishedAssessmentDto] })
  readonly assessments!: readonly PublishedAssessmentDto[];
}

export class PublishedListOutDto {
  @ApiProperty({ type: [PublishedOrganisationDto] })
  readonly organisations!: readonly PublishedOrganisationDto[];

  @NextLinkProperty()
  readonly next!: string | null;
}
