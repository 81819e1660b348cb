import { ApiProperty } from '@nestjs/swagger';
import { EXAMPLES } from '../../../platform/openapi/examples.js';

export class LocalisedDto {
  @ApiProperty({ example: 'แบบประเมินตนเองด้านการดูแลสุขภาพพนักงาน' })
  readonly th!: string;

  @ApiProperty({ example: '健康経営 自己評価 調査票' })
  readonly ja!: string;

  @ApiProperty({ example: 'Health management self-assessment' })
  readonly en!: string;
}

export class SurveySummaryOutDto {
  @ApiProperty({ example: 'jp-hpm-large/2026' })
  readonly id!: string;

  @ApiProperty({ example: EXAMPLES.editionVersion })
  readonly version!: string;

  @ApiProperty({
    description: 'SHA-256 over everything that decides a result',
    example: EXAMPLES.contentHash,
  })
  readonly contentHash!: string;

  @ApiProperty({ example: 'jp-hpm' })
  readonly programme!: string;

  @ApiProperty({ enum: ['large', 'sme'] })
  readonly division!: string;

  @ApiProperty({ type: 'integer', example: 2026 })
  readonly year!: number;

  @ApiProperty({ enum: ['draft', 'published'] })
  readonly status!: string;

  @ApiProperty()
  readonly title!: LocalisedDto;

  @ApiProperty({ type: 'integer', example: 155 })
  readonly questions!: number;

  @ApiProperty({ type: [String], example: EXAMPLES.ruleSets })
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

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    example: [{ id: EXAMPLES.section, questions: [{ id: EXAMPLES.question, type: 'single' }] }],
  })
  readonly sections!: readonly object[];
}
