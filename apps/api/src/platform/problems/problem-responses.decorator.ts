import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiResponse } from '@nestjs/swagger';
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

class ProblemDetailsDto implements ProblemDetails {
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

/** Documents the problems that an operation answers with, by status. */
export function ProblemResponses(...codes: readonly ProblemCode[]): MethodDecorator {
  const all: readonly ProblemCode[] = [...codes, 'HOST_NOT_ALLOWED'];
  const statuses = [...new Set(all.map((code) => PROBLEMS[code]))];
  const responses = statuses.map((status) =>
    ApiResponse({
      status,
      description: all.filter((code) => PROBLEMS[code] === status).join(', '),
      type: ProblemDetailsDto,
    }),
  );
  return applyDecorators(...responses);
}
