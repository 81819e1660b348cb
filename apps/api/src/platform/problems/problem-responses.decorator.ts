import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { type ProblemCode, PROBLEMS } from '@sukoyaka/contract';
import { ProblemDetailsDto, SeenVersionDto } from './problem-schemas.js';

const MEDIA_TYPE = 'application/problem+json';
const PROBLEM = { $ref: getSchemaPath(ProblemDetailsDto) };

/** Documents the problems that an operation answers with, by status. */
export function ProblemResponses(...codes: readonly ProblemCode[]): MethodDecorator {
  const all: readonly ProblemCode[] = [...codes, 'HOST_NOT_ALLOWED'];
  const statuses = [...new Set(all.map((code) => PROBLEMS[code]))];
  const responses = statuses.map((status) =>
    ApiResponse({
      status,
      description: all.filter((code) => PROBLEMS[code] === status).join(', '),
      content: { [MEDIA_TYPE]: { schema: PROBLEM } },
    }),
  );
  return applyDecorators(ApiExtraModels(ProblemDetailsDto), ...responses);
}

/** Documents VERSION_CONFLICT, whose answer shows what there is now as `current`. */
export function ConflictResponse(current: new () => object): MethodDecorator {
  const properties = {
    yours: { $ref: getSchemaPath(SeenVersionDto) },
    current: { $ref: getSchemaPath(current) },
  };
  const versions = { type: 'object', properties, required: ['yours', 'current'] };
  return applyDecorators(
    ApiExtraModels(ProblemDetailsDto, SeenVersionDto, current),
    ApiResponse({
      status: PROBLEMS.VERSION_CONFLICT,
      description: 'VERSION_CONFLICT',
      content: { [MEDIA_TYPE]: { schema: { allOf: [PROBLEM, versions] } } },
    }),
  );
}
