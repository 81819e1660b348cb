import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv, type ValidateFunction } from 'ajv';

type PathItem = OpenAPIObject['paths'][string];
export type Schema = Readonly<Record<string, unknown>>;
export interface DescribedResponse {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

/** One operation of the API as its description has it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema?: Schema;
  }[];
  readonly body: Schema | undefined;
  readonly responses: Readonly<Record<string, DescribedResponse>>;
}

/** Whether its address names a company: walked by strangers with another's ids. */
export const isOfCompany = ({ path }: Pick<Operation, 'path'>): boolean =>
  path.includes('{organisationId}');

/** Whether it reads without naming anything: what strangers get is searched for what is another's. */
export const isPlainReading = ({ method, path }: Pick<Operation, 'method' | 'path'>): boolean =>
  method === 'get' && !path.includes('{');

/** The description of the API, to make requests from and to hold answers against. */
export class Description {
  readonly operations: readonly Operation[];
  readonly #ajv = new Ajv({ strict: false, validateFormats: false });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenAPIObject) {
    this.#ajv.addSchema({ $id: 'document', components: orNull(document.components) });
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => operationOf(path, method, item)),
    );
  }

  /** The methods that each path is described with. */
  get methods(): Readonly<Record<string, readonly string[]>> {
    const entries = Object.entries(this.document.paths);
    return Object.fromEntries(entries.map(([path, item]) => [path, Object.keys(item)]));
  }

  /** The schema that a reference points at; other schemas as they are. */
  resolve(schema: Schema): Schema {
    const [whole] = Array.isArray(schema['allOf']) ? (schema['allOf'] as Schema[]) : [schema];
    const reference = whole?.['$ref'];
    const name = typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : '';
    return (this.document.components?.schemas?.[name] as Schema | undefined) ?? whole ?? {};
  }

  /** What is wrong with `value` by the schema; nothing when it is as described. */
  faults(schema: Schema, value: unknown): readonly string[] {
    const text = JSON.stringify(orNull(schema)).replaceAll('"#/', '"document#/');
    const validate = this.#validators.get(text) ?? this.#ajv.compile(JSON.parse(text) as object);
    this.#validators.set(text, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }
}

function operationOf(path: string, method: string, item: PathItem): Operation {
  const described = (item as Record<string, unknown>)[method] as {
    parameters?: Operation['parameters'];
    requestBody?: { content: Record<string, { schema: Schema }> };
    responses: Operation['responses'];
  };
  const { parameters = [], requestBody, responses } = described;
  return {
    method,
    path,
    parameters,
    responses,
    body: requestBody?.content['application/json']?.schema,
  };
}

/** `nullable`, which JSON Schema does not know, as "this or null". */
function orNull(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('nullable' in value)) return value;
    const { nullable: _nullable, ...rest } = value;
    return { anyOf: [rest, { type: 'null' }] };
  });
}
