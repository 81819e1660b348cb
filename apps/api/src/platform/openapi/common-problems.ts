import type { OpenAPIObject } from '@nestjs/swagger';
import { type ProblemCode, PROBLEMS } from '@sukoyaka/contract';
import { EXAMPLES } from './examples.js';
import { problemContent } from '../problems/problem-responses.decorator.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODS = ['get', 'post', 'put', 'delete'] as const;
/** What each part of an address may fail to name; a problem is described wherever it is a part. */
const NOT_FOUND: Readonly<Record<string, ProblemCode>> = {
  organisationId: 'ORGANISATION_NOT_FOUND',
  assessmentId: 'ASSESSMENT_NOT_FOUND',
  sectionId: 'SECTION_NOT_FOUND',
  siteId: 'SITE_NOT_FOUND',
  personId: 'MEMBER_NOT_FOUND',
  invitationId: 'INVITATION_NOT_FOUND',
  sessionId: 'SESSION_NOT_FOUND',
  grantId: 'GRANT_NOT_FOUND',
  passkeyId: 'PASSKEY_NOT_FOUND',
  identityId: 'IDENTITY_NOT_FOUND',
  waveId: 'WAVE_NOT_FOUND',
  accessId: 'ACCESS_NOT_FOUND',
  staffId: 'STAFF_NOT_FOUND',
  tokenId: 'TOKEN_NOT_FOUND',
};
/** All of them but sections, which have names, are UUIDs. */
const ID_PARAMETERS = Object.keys(NOT_FOUND).filter((name) => name !== 'sectionId');
const PARAMETER_EXAMPLES: Readonly<Record<string, string>> = {
  organisationId: EXAMPLES.organisationId,
  assessmentId: EXAMPLES.assessmentId,
  siteId: EXAMPLES.siteId,
  personId: EXAMPLES.personId,
  invitationId: EXAMPLES.invitationId,
  sessionId: EXAMPLES.sessionId,
  grantId: EXAMPLES.grantId,
  passkeyId: EXAMPLES.passkeyId,
  identityId: EXAMPLES.identityId,
  waveId: EXAMPLES.waveId,
  accessId: EXAMPLES.accessId,
  staffId: EXAMPLES.personId,
  tokenId: EXAMPLES.tokenId,
  role: 'ministry-analyst',
  sectionId: EXAMPLES.section,
  programme: 'jp-hpm-large',
  year: '2026',
  code: 'VERSION_CONFLICT',
  country: 'TH',
  'If-Match': '"3"',
  'Idempotency-Key': EXAMPLES.correlationId,
};
/** What may be said of any request before it is looked at. */
const OF_ALL: readonly ProblemCode[] = [
  'REQUEST_MALFORMED',
  'REQUEST_TOO_SLOW',
  'HEADERS_TOO_LARGE',
  'INTERNAL',
];
const OF_BODIES: readonly ProblemCode[] = [
  'BODY_NOT_JSON',
  'BODY_TOO_DEEP',
  'KEY_TWICE',
  'TEXT_NOT_STORABLE',
  'NUMBER_NOT_STORABLE',
  'BODY_TOO_LARGE',
  'MEDIA_TYPE_UNSUPPORTED',
  'ENCODING_UNSUPPORTED',
  'REQUEST_INVALID',
];

const OF_SESSIONS: readonly ProblemCode[] = [
  'SIGN_IN_REQUIRED',
  'SECOND_FACTOR_REQUIRED',
  'SECOND_FACTOR_SETUP_REQUIRED',
  'ALREADY_SIGNED_IN',
  'TOKEN_INVALID',
  'DATABASE_UNAVAILABLE',
];
/** What may be said of who asks, by who may. */
const OF_ACCESS: Readonly<Record<'anybody' | 'person' | 'member', readonly ProblemCode[]>> = {
  // Who presents a token means it, also where none is needed.
  anybody: ['TOKEN_INVALID', 'DATABASE_UNAVAILABLE'],
  person: [...OF_SESSIONS, 'PERSON_ONLY', 'STAFF_ONLY'],
  member: OF_SESSIONS,
};

/** Adds to each operation the problems that follow from its form: its ids, headers and body. */
export function describeCommonProblems(document: OpenAPIObject): void {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = methods[method];
      if (operation === undefined) continue;
      describeParameters(operation);
      operation.responses['default'] = {
        description: OF_ALL.join(', '),
        content: problemContent(),
      };
      for (const code of codesOf(operation, path, method)) describe(operation, code);
    }
  }
}

function describeParameters(operation: Operation): void {
  for (const parameter of operation.parameters ?? []) {
    if (!('name' in parameter)) continue;
    const { name } = parameter;
    if (ID_PARAMETERS.includes(name)) parameter.schema = { type: 'string', format: 'uuid' };
    if (isFilter(parameter)) {
      describeFilter(parameter);
      continue;
    }
    const example = PARAMETER_EXAMPLES[name];
    if (example !== undefined) parameter.example = example;
  }
}

type Parameter = Extract<NonNullable<Operation['parameters']>[number], { name: string }>;

const isFilter = ({ in: place, required }: Parameter) => place === 'query' && required !== true;

/**
 * Says the example of what may be left out in words: as an example the API's page would send it
 * along, and find nothing.
 */
function describeFilter(parameter: Parameter): void {
  const { schema } = parameter;
  if (schema === undefined || '$ref' in schema || schema.example === undefined) return;
  const example = String(schema.example);
  delete schema.example;
  if (schema.default !== undefined) return;
  const said = parameter.description ?? 'All, if left out';
  parameter.description = `${said}; such as ${example}`;
}

function codesOf(operation: Operation, path: string, method: string): readonly ProblemCode[] {
  const names = (operation.parameters ?? []).map((each) => ('name' in each ? each.name : ''));
  const when = (condition: boolean, ...codes: ProblemCode[]) => (condition ? codes : []);
  return [
    ...when(path.includes('{'), 'REQUEST_MALFORMED', 'ADDRESS_TOO_LONG'),
    ...when(
      names.some((name) => ID_PARAMETERS.includes(name)),
      'IDENTIFIER_MALFORMED',
    ),
    ...names.flatMap((name) => NOT_FOUND[name] ?? []),
    ...when(names.includes('If-Match'), 'IF_MATCH_INVALID'),
    ...when(names.includes('cursor'), 'CURSOR_INVALID', 'REQUEST_INVALID'),
    'HOST_NOT_ALLOWED',
    'TOO_MANY_REQUESTS',
    // Also where no body is asked for: one that is sent is read.
    ...when(method !== 'get', 'CROSS_SITE_REQUEST', ...OF_BODIES),
    ...OF_ACCESS[accessOf(operation)],
    ...when(
      path.startsWith('/api/organisations/{'),
      'ORGANISATION_NOT_FOUND',
      'RIGHT_MISSING',
      'ACCESS_REASON_REQUIRED',
    ),
  ];
}

function accessOf({ security = [] }: Operation): keyof typeof OF_ACCESS {
  const schemes = security.flatMap((each) => Object.keys(each));
  if (schemes.includes('bearer')) return 'member';
  return schemes.includes('cookie') ? 'person' : 'anybody';
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
