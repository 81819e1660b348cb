import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import type { FieldRule } from '@sukoyaka/contract';
import { isCountry } from '@sukoyaka/identifiers';
import { type ErrorParams, isLine, isLocale, UUID } from '@sukoyaka/kernel';
import { Type } from 'class-transformer';
import { IsOptional, ValidateBy, ValidateNested } from 'class-validator';

/** The years (CE) that a date may lie in: a Buddhist year (2569) is outside and thus noticed. */
const YEARS = { min: 2000, max: 2100 };
const MOMENT =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** What is said of every kind of field. */
export interface Presence {
  /** It may be left out, or null. */
  readonly optional?: boolean;
  readonly description?: string;
  /** A value as it could be sent, for the description of the API. */
  readonly example?: unknown;
}

/** One rule of a field, with the values that its sentence names. */
export function rule(
  name: FieldRule,
  validate: (value: unknown) => boolean,
  params: ErrorParams = {},
) {
  // The context of a fault is handed on only where there is a message, which nobody reads.
  const validator = { validate, defaultMessage: () => name };
  return ValidateBy({ name, validator }, { context: params });
}

export function field(api: ApiPropertyOptions, presence: Presence, ...rules: PropertyDecorator[]) {
  const { optional = false, ...said } = presence;
  const documented = { ...api, ...said, required: !optional, ...(optional && { nullable: true }) };
  const property = ApiProperty(documented as ApiPropertyOptions);
  return applyDecorators(property, ...(optional ? [IsOptional()] : []), ...rules);
}

/** A text on one line of 1 to `max` characters, counted as people count them. */
export function LineField({ max, ...presence }: Presence & { readonly max: number }) {
  const isFit = (value: unknown) => typeof value === 'string' && isLine(value, max);
  return field(
    { type: 'string', minLength: 1, maxLength: max },
    presence,
    rule('text', isFit, { max }),
  );
}

/** A whole number from `min` to `max`. */
export function WholeNumberField({
  min,
  max,
  ...presence
}: Presence & { readonly min: number; readonly max: number }) {
  const isWithin = (value: unknown) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  return field(
    { type: 'integer', minimum: min, maximum: max },
    presence,
    rule('whole-number', isWithin, { min, max }),
  );
}

/** One of the words in `values`. */
export function ChoiceField({
  values,
  ...presence
}: Presence & { readonly values: readonly string[] }) {
  const isOne = (value: unknown) => typeof value === 'string' && values.includes(value);
  const params = { values: values.join(', ') };
  // In OpenAPI 3.0 a list of values holds null too, where null is one.
  const choices = presence.optional === true ? [...values, null] : [...values];
  return field({ type: 'string', enum: choices }, presence, rule('one-of', isOne, params));
}

/** A country by the code that ISO 3166-1 alpha-2 assigns to it. */
export function CountryField(presence: Presence = {}) {
  return field({ type: 'string', pattern: '^[A-Z]{2}$' }, presence, rule('country', isCountry));
}

/** A day that exists, as an ISO date in years of the common era. */
export function DateField(presence: Presence = {}) {
  return field({ type: 'string', format: 'date' }, presence, rule('iso-date', isDay, YEARS));
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  const year = Number(value.slice(0, 4));
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) return false;
  return year >= YEARS.min && year <= YEARS.max;
}

/** A moment with its distance from UTC, as in RFC 3339, in years of the common era. */
export function MomentField(presence: Presence = {}) {
  return field(
    { type: 'string', format: 'date-time' },
    { example: '2026-05-20T10:00:00+07:00', ...presence },
    rule('moment', isMoment, YEARS),
  );
}

/** The day is looked at by itself: `Date` goes over the 30th of February without a word. */
function isMoment(value: unknown): boolean {
  if (typeof value !== 'string' || !MOMENT.test(value) || !isDay(value.slice(0, 10))) return false;
  return !Number.isNaN(Date.parse(value));
}

const isId = (value: unknown) => typeof value === 'string' && UUID.test(value.toLowerCase());

/** An id. */
export function IdField(presence: Presence = {}) {
  return field({ type: 'string', format: 'uuid' }, presence, rule('uuid', isId));
}

/** A list of 1 to `max` different ids. */
export function IdsField({ max, ...presence }: Presence & { readonly max: number }) {
  const areIds = (list: unknown) =>
    Array.isArray(list) &&
    list.length >= 1 &&
    list.length <= max &&
    list.every(isId) &&
    new Set(list.map((each) => String(each).toLowerCase())).size === list.length;
  const items = { type: 'string', format: 'uuid' } as const;
  const api: ApiPropertyOptions = { type: 'array', items, minItems: 1, maxItems: max };
  return field(api, presence, rule('uuids', areIds, { max }));
}

/** One language of the product, or two different ones, separated by a comma. */
export function LanguagesField(presence: Presence = {}) {
  const areLanguages = (value: unknown) => {
    const list = typeof value === 'string' ? value.split(',') : [];
    return (
      [1, 2].includes(list.length) && new Set(list).size === list.length && list.every(isLocale)
    );
  };
  return field(
    { type: 'string' },
    { example: 'ja,th', ...presence },
    rule('languages', areLanguages),
  );
}

/** Anything by key: an object that the survey judges, not the request. */
export function MapField({ values, ...presence }: Presence & { readonly values?: FieldRule } = {}) {
  const isMap = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const isWholeMap = (value: unknown) =>
    isMap(value) &&
    (values === undefined || Object.values(value as object).every(Number.isSafeInteger));
  return field(
    { type: 'object', additionalProperties: values === undefined ? true : { type: 'integer' } },
    presence,
    rule('object', isWholeMap),
  );
}

/** An object with fields of its own. */
export function ObjectField(of: () => new () => object, presence: Presence = {}) {
  const isObject = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  // The description takes only a function of the name `type` for one that names a class.
  const api = { type: () => of() } as ApiPropertyOptions;
  return field(api, presence, Type(of), rule('object', isObject), ValidateNested());
}
