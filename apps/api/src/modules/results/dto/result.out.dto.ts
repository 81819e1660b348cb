import { ApiProperty } from '@nestjs/swagger';

export class RuleSetStampOutDto {
  @ApiProperty()
  readonly id!: string;

  @ApiProperty()
  readonly version!: string;
}

export class ResultOutDto {
  @ApiProperty({ format: 'uuid' })
  readonly assessmentId!: string;

  @ApiProperty({ format: 'date-time' })
  readonly evaluatedAt!: string;

  @ApiProperty({ type: [RuleSetStampOutDto] })
  readonly ruleSets!: readonly RuleSetStampOutDto[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Completeness, scores, standing, readings, improvements and outcome figures',
  })
  readonly result!: object;
}

export class TraceOutDto {
  @ApiProperty({ format: 'uuid' })
  readonly assessmentId!: string;

  @ApiProperty({ format: 'date-time' })
  readonly evaluatedAt!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: "From each answer to each point; questions in the reader's language",
  })
  readonly trace!: readonly object[];
}
