import type { OpenAPIObject } from '@nestjs/swagger';
import { type ProblemCode, PROBLEMS } from '@sukoyaka/contract';
import { problemContent } from '../problems/problem-responses.decorator.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODS = ['get', 'post', 'put', 'delete'] as const;
const ID_PARAMETERS: readonly string[] = ['organisationId', 'assessmentId', 'siteId'];
const OF_BODIES: readonly ProblemCode[] = [
  'BODY_NOT_JSON',
  'BODY_TOO_DEEP',
  'TEXT_NOT_STORABLE',
  'NUMBER_NOT_STORABLE',
  'BODY_TOO_LARGE',
  'MEDIA_TYPE_UNSUPPORTED',
];

/** Adds to each operation the problems that follow from its form: its ids, headers and body. */
export function describeCommonProblems(document: OpenAPIObject): void {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = methods[method];
      if (operation === undefined) continue;
      describeIds(operation);
      for (const code of codesOf(operation, path, method)) describe(operation, code);
    }
  }
}

function describeIds(operation: Operation): void {
  for (const parameter of operation.parameters ?? []) {
    if (!('name' in parameter) || !ID_PARAMETERS.includes(parameter.name)) continue;
    parameter.schema = { type: 'string', format: 'uuid' };
  }
}

function codesOf(operation: Operation, path: string, method: string): readonly ProblemCode[] {
  const names = (operation.parameters ?? []).map((each) => ('name' in each ? each.name : ''));
  return [
    ...(names.some((name) => ID_PARAMETERS.includes(name))
      ? ['IDENTIFIER_MALFORMED' as const]
      : []),
    ...(names.includes('If-Match') ? ['IF_MATCH_INVALID' as const] : []),
    ...(operation.requestBody === undefined ? [] : OF_BODIES),
    'HOST_NOT_ALLOWED',
    ...(method === 'get' ? [] : ['CROSS_SITE_REQUEST' as const]),
    ...(path.startsWith('/api/organisations') ? ['DATABASE_UNAVAILABLE' as const] : []),
  ];
}

function describe(operation: Operation, code: ProblemCode): void {
  const status = String(PROBLEMS[code]);
  const known = operation.responses[status];
  if (known === undefined) {
    operation.responses[status] = { description: code, content: problemContent() };
  } else if ('description' in known && !known.description.split(', ').includes(code)) {
    known.description = `${known.description}, ${code}`;
  }
}
