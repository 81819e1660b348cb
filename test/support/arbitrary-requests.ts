import fc from 'fast-check';
import { inDays } from './grants.js';
import type { Description, Operation, Schema } from './operations.js';
import type { RawRequest } from './raw-request.js';

type Known = Readonly<Record<string, readonly string[]>>;

/** Of somebody else: what may stand where an id does, and where an address does. */
export interface Foreign {
  readonly ids: readonly string[];
  readonly addresses: readonly string[];
}
const NOTHING_FOREIGN: Foreign = { ids: [], addresses: [] };
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Parts of addresses as they are sent: too long, malformed, escaping, injecting. */
const HOSTILE_PARTS = [
  '..',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%00',
  '%zz',
  '%ED%A0%80',
  "1'%20OR%20'1'='1",
  '%3Cscript%3E',
  '__proto__',
  'a'.repeat(201),
  '00000000-0000-0000-0000-000000000000',
  '%F0%9F%98%80',
] as const;
const HOSTILE_TEXTS = [
  '',
  '\0',
  '\ud800',
  'x'.repeat(5000),
  "'; DROP TABLE x",
  '../..',
  '😀',
  '\u202e',
];
const BROKEN_BODIES = [
  '',
  '{',
  'nul',
  '[1,',
  '{"a":1}{',
  "{'a':1}",
  '{"a":1e999}',
  '{"__proto__":1}',
];
const DEEP = `${'['.repeat(40)}${']'.repeat(40)}`;
const TOO_LARGE = JSON.stringify('x'.repeat(1_000_001));
const TYPES = ['text/plain', 'application/json;charset=utf-16', 'multipart/form-data', ''] as const;

const LANGUAGES = [
  'th',
  'ja',
  'en',
  'fr',
  'th-TH,th;q=0.9',
  'fr,ja;q=0.2',
  'ja;q=0',
  '*',
  ';;q=',
  'x'.repeat(500),
];
const VERSIONS = ['"7"', 'W/"1"', '*', '1', '"a"', '"1", "2"', '"99999999999"', ''];
const DAYS = [
  '2021-04-01',
  '2023-03-31',
  '2025-04-01',
  '2026-03-31',
  '2025-02-29',
  '2090-03-31',
  // Within a year, as the last day of a token has to be.
  inDays(30).slice(0, 10),
  '2569-04-01',
];
/** Terms of a grant: some that are possible at any time, some that never are. */
const MOMENTS = [
  ...[0.5, 1, 30, 300].map(inDays),
  inDays(-1),
  inDays(1000),
  '2569-04-01T00:00:00Z',
];
const KEYS = ['x'.repeat(256), 'a b', '"', ''];

/** Requests to an operation, most of them wrong in one way or another. */
export function arbitraryRequest(
  description: Description,
  operation: Operation,
  known: Known,
  cookies: readonly string[] = [],
  foreign: Foreign = NOTHING_FOREIGN,
): fc.Arbitrary<RawRequest> {
  return fc.record({
    method: fc.constant(operation.method.toUpperCase()),
    path: arbitraryPath(operation, known, foreign),
    headers: arbitraryHeaders(cookies),
    body:
      operation.method === 'get'
        ? fc.constant(undefined)
        : arbitraryBody({ description, foreign }, operation),
  });
}

function arbitraryPath(
  { path, parameters }: Operation,
  known: Known,
  foreign: Foreign,
): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const hostile = { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_PARTS) };
  const parts = names.map((name) =>
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...(known[name] ?? ['x'])) }, hostile),
  );
  const queried = parameters.filter((parameter) => parameter.in === 'query');
  const values = queried.map(({ name, schema = {} }) => {
    const value = fc.constantFrom('th', 'ja,th', 'pdf', 'json', '', ...HOSTILE_PARTS);
    const ids = UUID.test(String(schema['example'])) ? foreign.ids : [];
    const choices = ((schema['enum'] ?? []) as unknown[]).filter((each) => each !== null);
    const given = (each: unknown) => `${name}=${String(each)}`;
    return fc.oneof(
      { weight: 2, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: value.map(given) },
      { weight: ids.length > 0 ? 2 : 0, arbitrary: fc.constantFrom(...ids, '').map(given) },
      // A value that has to be one of a few is hardly met by chance.
      { weight: choices.length > 0 ? 3 : 0, arbitrary: fc.constantFrom(...choices, '').map(given) },
    );
  });
  const more = fc.constantFrom('', '', '', 'a[]=1&a[]=2', '__proto__[x]=1', 'languages=th');
  return fc.tuple(fc.tuple(...parts), fc.tuple(...values, more)).map(([given, query]) => {
    let index = 0;
    const address = path.replace(/\{\w+\}/g, () => given[index++] ?? '');
    const asked = query.filter((each) => each !== '').join('&');
    return asked === '' ? address : `${address}?${asked}`;
  });
}

function arbitraryHeaders(cookies: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const mostly = (usual: readonly string[], ...others: readonly (string | undefined)[]) =>
    fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...others));
  const headers = fc.record({
    cookie: mostly(
      cookies,
      undefined,
      '__Host-sukoyaka=',
      `__Host-sukoyaka=${'A'.repeat(43)}`,
      ';;="',
    ),
    'accept-language': fc.constantFrom(...LANGUAGES),
    'if-match': fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('"0"', '"0"', '"1"', '"2"') },
      fc.constantFrom(undefined, undefined, ...VERSIONS),
    ),
    'idempotency-key': mostly(['key', 'other'], ...KEYS, undefined),
    'content-type': mostly(['application/json'], ...TYPES),
    'content-encoding': mostly(['identity'], 'gzip', undefined),
    'sec-fetch-site': mostly(['same-origin'], 'cross-site', undefined),
    host: mostly(['localhost'], 'evil.example'),
    expect: fc.constantFrom('100-continue', 'nothing', undefined),
  });
  return headers.map((drawn) => {
    const given = Object.entries(drawn).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as Record<string, string>;
  });
}

/** What values are made from. */
interface Source {
  readonly description: Description;
  readonly foreign: Foreign;
}

function arbitraryBody(source: Source, { body }: Operation) {
  const value = body === undefined ? fc.constant({}) : arbitraryValue(source, body);
  const broken = fc.constantFrom(...BROKEN_BODIES, DEEP, TOO_LARGE);
  return fc.oneof(
    { weight: 20, arbitrary: value.map((each) => JSON.stringify(each)) },
    { weight: 2, arbitrary: fc.json() },
    { weight: 2, arbitrary: broken },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

/** Values of a schema in which any part may be something else. */
function arbitraryValue(source: Source, schema: Schema): fc.Arbitrary<unknown> {
  const resolved = source.description.resolve(schema);
  const hostile = fc.oneof(
    fc.constantFrom<unknown>(...HOSTILE_TEXTS),
    fc.jsonValue({ maxDepth: 2 }),
  );
  return fc.oneof(
    { weight: 20, arbitrary: plainValue(source, resolved) },
    { weight: 1, arbitrary: hostile },
  );
}

function plainValue(source: Source, schema: Schema): fc.Arbitrary<unknown> {
  const { type, properties = {}, example } = schema;
  const choices = schema['enum'] as readonly unknown[] | undefined;
  if (choices !== undefined) return fc.constantFrom(...choices);
  if (schema['format'] === 'date') return fc.constantFrom(...DAYS);
  if (schema['format'] === 'date-time') return fc.constantFrom(...MOMENTS);
  if (schema['additionalProperties'] !== undefined) {
    return fc.oneof(
      fc.constant({}),
      fc.constant(example),
      fc.dictionary(fc.string(), fc.jsonValue()),
      ...source.foreign.ids.map((id) => fc.constant({ [id]: id })),
    );
  }
  if (example !== undefined) return exampleOr(foreignFor(schema, source.foreign), example);
  if (type !== 'object') return fc.jsonValue({ maxDepth: 1 });
  const fields = Object.entries(properties as Record<string, Schema>).map(
    ([name, field]) => [name, arbitraryValue(source, field)] as const,
  );
  const required = (schema['required'] ?? []) as string[];
  const whole = fc.record(Object.fromEntries(fields), { requiredKeys: required });
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    fc.record(Object.fromEntries(fields), { requiredKeys: [] }),
  );
}

/** What of somebody else may stand in the place of an example. */
function foreignFor({ format, example }: Schema, { ids, addresses }: Foreign): readonly unknown[] {
  if (format === 'email') return addresses;
  if (Array.isArray(example)) return UUID.test(String(example[0])) ? ids.map((id) => [id]) : [];
  return UUID.test(String(example)) ? ids : [];
}

function exampleOr(others: readonly unknown[], example: unknown): fc.Arbitrary<unknown> {
  if (others.length === 0) return fc.constant(example);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(example) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}
