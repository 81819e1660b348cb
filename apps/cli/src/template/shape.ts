import { LOCALES } from '@sukoyaka/kernel';
import type { Edition, Question, TableItem } from '@sukoyaka/survey';

/** A fragment of JSON Schema (2020-12). */
export type Shape = Readonly<Record<string, unknown>>;

const COUNT: Shape = { type: 'integer', minimum: 0, maximum: 10_000_000 };
const BOUNDS = ['exact', 'at-least', 'more-than', 'at-most', 'less-than', 'about'];
const DATE: Shape = { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };

/** What the answer to `question` may look like, as JSON Schema: value, N/A, or one value a site. */
export function shapeOf(question: Question, edition: Edition): Shape {
  const plain = plainShape(question, edition);
  const value = question.perSite
    ? closed({ sites: { type: 'object', minProperties: 1, additionalProperties: plain } })
    : plain;
  const reasons = question.notApplicable?.reasons.map(({ id }) => id);
  return reasons ? { anyOf: [value, closed({ notApplicable: { enum: reasons } })] } : value;
}

/** An object of exactly these keys. */
function closed(properties: Readonly<Record<string, Shape>>): Shape {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function plainShape(question: Question, edition: Edition): Shape {
  switch (question.type) {
    case 'single':
      return { enum: question.options.map(({ id }) => id) };
    case 'multiple':
      return {
        type: 'array',
        items: { enum: question.options.map(({ id }) => id) },
        minItems: 1,
        maxItems: question.maxSelected ?? question.options.length,
        uniqueItems: true,
      };
    case 'yes-progress-no':
      return { enum: ['yes', 'in-progress', 'no'] };
    case 'number':
      return numberShape(question);
    case 'percentage':
      return percentageShape(question.mayExceed100 ?? false);
    case 'year-table':
      return tableShape(question.items, question.years, edition);
    case 'date':
      return { ...DATE, description: `${question.min} – ${question.max}` };
    case 'text':
      return { type: 'string', pattern: '\\S', maxLength: question.maxLength };
    case 'evidence':
      return evidenceShape(question.maxItems);
    case 'consent':
      return closed({
        given: { type: 'boolean' },
        textVersion: { const: question.textVersion },
        language: { enum: LOCALES },
        date: DATE,
      });
  }
}

interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  readonly unit: string;
}

function numberShape({ min, max, integer, unit }: NumberRange): Shape {
  return { type: integer ? 'integer' : 'number', minimum: min, maximum: max, description: unit };
}

function percentageShape(mayExceed100: boolean): Shape {
  const percent = { type: 'number', minimum: 0, ...(mayExceed100 ? {} : { maximum: 100 }) };
  const published = closed({ percent, bound: { enum: BOUNDS } });
  return {
    oneOf: [
      closed({ numerator: COUNT, denominator: { ...COUNT, minimum: 1 } }),
      { ...published, required: ['percent'] },
    ],
  };
}

function tableShape(items: readonly TableItem[], years: number, edition: Edition): Shape {
  const { from, to } = edition.years;
  const cells = items.map((item) => [
    item.id,
    item.kind === 'number' ? numberShape(item) : percentageShape(item.mayExceed100 ?? false),
  ]);
  const row = {
    type: 'object',
    properties: Object.fromEntries(cells) as Shape,
    minProperties: 1,
    additionalProperties: false,
  };
  return {
    type: 'object',
    propertyNames: { enum: Array.from({ length: to - from + 1 }, (_, k) => String(from + k)) },
    minProperties: 1,
    maxProperties: years,
    additionalProperties: row,
  };
}

function evidenceShape(maxItems: number): Shape {
  const item = {
    type: 'object',
    properties: {
      title: { type: 'string', maxLength: 200 },
      kind: { enum: ['document', 'record', 'web-page', 'photo', 'other'] },
      status: { enum: ['held', 'attached'] },
      date: DATE,
      location: { type: 'string', maxLength: 500 },
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    },
    required: ['title', 'kind', 'status'],
    additionalProperties: false,
  };
  return { type: 'array', items: item, minItems: 1, maxItems };
}
