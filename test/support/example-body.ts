import type { Description, Schema } from './operations.js';

/** A body as the description shows it: each field with its example, its first choice or its kind. */
export function exampleBody(description: Description, schema: Schema | undefined): unknown {
  if (schema === undefined) return undefined;
  const { type, properties, example, ...rest } = description.resolve(schema);
  if (example !== undefined) return example;
  const choices = rest['enum'] as readonly unknown[] | undefined;
  if (choices !== undefined) return choices[0];
  if (properties !== undefined) {
    const fields = Object.entries(properties as Record<string, Schema>);
    return Object.fromEntries(fields.map(([name, of]) => [name, exampleBody(description, of)]));
  }
  if (type === 'array') return [exampleBody(description, rest['items'] as Schema)];
  if (type === 'string') return rest['format'] === 'date' ? '2026-03-31' : 'x';
  if (type === 'boolean') return true;
  return type === 'object' ? {} : 1;
}
