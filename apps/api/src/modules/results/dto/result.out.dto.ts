import { ApiProperty } from '@nestjs/swagger';
import { EXAMPLES } from '../../../platform/openapi/examples.js';
import { RESULT_SCHEMA, TRACE_SCHEMA } from './result.schema.js';

export class RuleSetStampOutDto {
  @ApiProperty({ example: EXAMPLES.ruleSets[0] })
  readonly id!: string;

  @ApiProperty({ example: '1.0.1' })
  readonly version!: string;
}

class StampedOutDto {
  @ApiProperty({ format: 'uuid', example: EXAMPLES.assessmentId })
  readonly assessmentId!: string;

  @ApiProperty({ format: 'date-time', example: EXAMPLES.moment })
  readonly evaluatedAt!: string;
}

export class ResultOutDto extends StampedOutDto {
  @ApiProperty({ type: [RuleSetStampOutDto] })
  readonly ruleSets!: readonly RuleSetStampOutDto[];

  @ApiProperty(RESULT_SCHEMA)
  readonly result!: object;
}

export class TraceOutDto extends StampedOutDto {
  @ApiProperty(TRACE_SCHEMA)
  readonly trace!: readonly object[];
}
