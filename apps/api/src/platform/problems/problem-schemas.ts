import { ApiProperty } from '@nestjs/swagger';
import {
  type ProblemCode,
  type ProblemDetails,
  type ProblemItem,
  PROBLEMS,
} from '@sukoyaka/contract';

class ProblemItemDto implements ProblemItem {
  @ApiProperty({ description: 'JSON pointer into the body, or the name of a parameter' })
  readonly pointer!: string;

  @ApiProperty({ description: 'Stable name of the rule that was broken' })
  readonly code!: string;

  @ApiProperty({ description: "In the reader's language" })
  readonly detail!: string;

  @ApiProperty({ required: false, description: 'What to do about it' })
  readonly remedy?: string;
}

/** How a problem is described to readers of the API. */
export class ProblemDetailsDto implements ProblemDetails {
  @ApiProperty({ format: 'uri-reference' })
  readonly type!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: 'integer' })
  readonly status!: number;

  @ApiProperty()
  readonly detail!: string;

  @ApiProperty({ enum: Object.keys(PROBLEMS), enumName: 'ProblemCode' })
  readonly code!: ProblemCode;

  @ApiProperty({ type: [ProblemItemDto] })
  readonly errors!: readonly ProblemItemDto[];

  @ApiProperty({ description: "Names the request in the service's log" })
  readonly correlationId!: string;
}

export class SeenVersionDto {
  @ApiProperty({ type: 'integer', description: 'The version that the request was based on' })
  readonly version!: number;
}
