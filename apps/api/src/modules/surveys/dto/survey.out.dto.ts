import { ApiProperty } from '@nestjs/swagger';

export class LocalisedDto {
  @ApiProperty()
  readonly th!: string;

  @ApiProperty()
  readonly ja!: string;

  @ApiProperty()
  readonly en!: string;
}

export class SurveySummaryOutDto {
  @ApiProperty({ example: 'jp-hpm-large/2026' })
  readonly id!: string;

  @ApiProperty()
  readonly version!: string;

  @ApiProperty({ description: 'SHA-256 over everything that decides a result' })
  readonly contentHash!: string;

  @ApiProperty()
  readonly programme!: string;

  @ApiProperty({ enum: ['large', 'sme'] })
  readonly division!: string;

  @ApiProperty({ type: 'integer' })
  readonly year!: number;

  @ApiProperty({ enum: ['draft', 'published'] })
  readonly status!: string;

  @ApiProperty()
  readonly title!: LocalisedDto;

  @ApiProperty({ type: 'integer' })
  readonly questions!: number;

  @ApiProperty({ type: [String] })
  readonly ruleSets!: readonly string[];
}

export class SurveyListOutDto {
  @ApiProperty({ type: [SurveySummaryOutDto] })
  readonly surveys!: readonly SurveySummaryOutDto[];
}

/** The whole definition, in all languages, as it is on disk. */
export class SurveyOutDto extends SurveySummaryOutDto {
  @ApiProperty()
  readonly description!: LocalisedDto;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  readonly sections!: readonly object[];
}
