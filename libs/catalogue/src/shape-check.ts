import { readFileSync } from 'node:fs';
import type { DefinitionFault, FaultCode } from '@sukoyaka/survey';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

const SCHEMAS = {
  edition: '../../survey/schema/edition.schema.json',
  'rule-set': '../../conformity/schema/rule-set.schema.json',
  'carry-over': '../../survey/schema/carry-over.schema.json',
  programme: '../schema/programme.schema.json',
} as const;

/** The kinds of definition that have a schema. */
export type DefinitionKind = keyof typeof SCHEMAS;

let ready: Ajv2020 | undefined;

/** Holds a definition against the schema of its kind; `at` says where it stands. */
export function checkShape(
  kind: DefinitionKind,
  definition: unknown,
  at: string,
): readonly DefinitionFault[] {
  ready ??= compileSchemas();
  const check = ready.getSchema(idOf(kind));
  if (!check) throw new Error(`No schema of ${kind}`);
  if (check(definition) === true) return [];
  return telling(check.errors ?? []).map((error) => faultOf(error, at));
}

const idOf = (kind: DefinitionKind): string => `urn:sukoyaka:schema:${kind}:1`;

function compileSchemas(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
  });
  for (const path of Object.values(SCHEMAS)) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as object);
  }
  return ajv;
}

/**
 * Where none of several forms fits, why each of them does not is noise: the innermost place without
 * a fitting form says enough.
 */
function telling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const isChoice = ({ keyword }: ErrorObject): boolean =>
    keyword === 'oneOf' || keyword === 'anyOf';
  const choices = errors.filter(isChoice).map(({ instancePath }) => instancePath);
  const lies = (path: string, within: string): boolean => `${path}/`.startsWith(`${within}/`);
  return errors.filter((error) => {
    const at = error.instancePath;
    if (isChoice(error)) return !choices.some((other) => other !== at && lies(other, at));
    return !choices.some((other) => lies(at, other));
  });
}

type ParamValue = string | number | boolean | null | readonly (string | number)[];

interface Wording {
  readonly code: FaultCode;
  /** Which of the schema's parameters the sentence names. */
  readonly value: string;
}

const WORDINGS: Readonly<Record<string, Wording>> = {
  required: { code: 'shape-missing', value: 'missingProperty' },
  additionalProperties: { code: 'shape-unknown', value: 'additionalProperty' },
  type: { code: 'shape-type', value: 'type' },
  enum: { code: 'shape-value', value: 'allowedValues' },
  const: { code: 'shape-value', value: 'allowedValue' },
  pattern: { code: 'shape-pattern', value: 'pattern' },
  minItems: { code: 'shape-too-few', value: 'limit' },
  minLength: { code: 'shape-too-few', value: 'limit' },
  minimum: { code: 'shape-too-small', value: 'limit' },
};

function faultOf({ keyword, instancePath, params }: ErrorObject, at: string): DefinitionFault {
  const wording = WORDINGS[keyword] ?? { code: 'shape', value: '' };
  const { [wording.value]: value = keyword } = params as Readonly<Record<string, ParamValue>>;
  const named = Array.isArray(value) ? value.join(', ') : String(value);
  return { at: `${at}${instancePath}`, code: wording.code, params: { value: named } };
}
