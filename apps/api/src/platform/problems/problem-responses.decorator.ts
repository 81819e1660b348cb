import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { type ProblemCode, PROBLEMS } from '@sukoyaka/contract';
import { ProblemDetailsDto, SeenVersionDto } from './problem-schemas.js';

const MEDIA_TYPE = 'application/problem+json';
const PROBLEM = { $ref: getSchemaPath(ProblemDetailsDto) };

/** The form of every problem, for the description of the API. */
export function problemContent() {
  return { [MEDIA_TYPE]: { schema: PROBLEM } };
}

/** Documents the problems of an operation's own, by status; those of all come by themselves. */
export function ProblemResponses(...codes: readonly ProblemCode[]): MethodDecorator {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code]))];
  const responses = statuses.map((status) =>
    ApiResponse({
      status,
      description: codes.filter((code) => PROBLEMS[code] === status).join(', '),
      content: problemContent(),
    }),
  );
  return applyDecorators(ApiExtraModels(ProblemDetailsDto), ...responses);
}

/**
 * Documents VERSION_CONFLICT, whose answer shows what there is now as `current`.
 * @param yours form of what it shows of the request
 */
export function ConflictResponse(
  current: new () => object,
  yours: new () => object = SeenVersionDto,
): MethodDecorator {
  const properties = {
    yours: { $ref: getSchemaPath(yours) },
    current: { $ref: getSchemaPath(current) },
  };
  const versions = { type: 'object', properties, required: ['yours', 'current'] };
  return applyDecorators(
    ApiExtraModels(ProblemDetailsDto, yours, current),
    ApiResponse({
      status: PROBLEMS.VERSION_CONFLICT,
      description: 'VERSION_CONFLICT',
      content: { [MEDIA_TYPE]: { schema: { allOf: [PROBLEM, versions] } } },
    }),
  );
}
