import { ApiProperty } from '@nestjs/swagger';
import {
  type ProblemCode,
  type ProblemDetails,
  type ProblemItem,
  PROBLEMS,
} from '@sukoyaka/contract';
import { EXAMPLES } from '../openapi/examples.js';

class ProblemItemDto implements ProblemItem {
  @ApiProperty({
    description: 'JSON pointer into the body, or the name of a parameter',
    example: '/names/en',
  })
  readonly pointer!: string;

  @ApiProperty({ description: 'Stable name of the rule that was broken', example: 'text' })
  readonly code!: string;

  @ApiProperty({
    description: "In the reader's language",
    example: 'Enter 1 to 150 characters on one line.',
  })
  readonly detail!: string;

  @ApiProperty({
    required: false,
    description: 'What to do about it',
    example: 'Shorten the name.',
  })
  readonly remedy?: string;
}

/** How a problem is described to readers of the API. */
export class ProblemDetailsDto implements ProblemDetails {
  @ApiProperty({ format: 'uri-reference', example: '/api/problems/REQUEST_INVALID' })
  readonly type!: string;

  @ApiProperty({ example: 'The request is not valid' })
  readonly title!: string;

  @ApiProperty({ type: 'integer', example: 400 })
  readonly status!: number;

  @ApiProperty({
    example: 'Something in the request is missing or wrong. Each fault is named under errors.',
  })
  readonly detail!: string;

  @ApiProperty({ enum: Object.keys(PROBLEMS), enumName: 'ProblemCode' })
  readonly code!: ProblemCode;

  @ApiProperty({ type: [ProblemItemDto] })
  readonly errors!: readonly ProblemItemDto[];

  @ApiProperty({
    description: "Names the request in the service's log",
    example: EXAMPLES.correlationId,
  })
  readonly correlationId!: string;
}

export class SeenVersionDto {
  @ApiProperty({
    type: 'integer',
    description: 'The version that the request was based on',
    example: 2,
  })
  readonly version!: number;
}
