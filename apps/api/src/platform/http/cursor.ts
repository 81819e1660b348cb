import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { UUID } from '@sukoyaka/kernel';
import type { PageRequest, Position } from '@sukoyaka/persistence';
import type { FastifyRequest } from 'fastify';
import { RequestProblem } from '../problems/request-problem.js';
import { field, rule } from '../validation/fields.js';

const MOST_ROWS = 100;
const ROWS = 50;
const LONGEST_CURSOR = 1000;

/** What each value of a position has to be, so that the database can read it. */
const PARTS = {
  time: (value: unknown) =>
    isMatch(value, /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/) && isMoment(String(value)),
  id: (value: unknown) => isMatch(value, UUID),
  number: (value: unknown) => Number.isSafeInteger(value),
  text: (value: unknown) =>
    typeof value === 'string' && value.isWellFormed() && !value.includes('\0'),
} as const satisfies Readonly<Record<string, (value: unknown) => boolean>>;
export type PositionKind = keyof typeof PARTS;

function isMatch(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value);
}

function isMoment(text: string): boolean {
  const [seconds = ''] = text.split('.');
  const moment = new Date(`${seconds}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(seconds);
}

function LimitField() {
  const isLimit = (value: unknown) => isMatch(value, /^\d{1,3}$/) && isWithin(Number(value));
  const isWithin = (limit: number) => limit >= 1 && limit <= MOST_ROWS;
  return field(
    { type: 'integer', minimum: 1, maximum: MOST_ROWS, default: ROWS },
    { optional: true, description: 'How many to list at most', example: ROWS },
    rule('whole-number', isLimit, { min: 1, max: MOST_ROWS }),
  );
}

function CursorField() {
  return field(
    { type: 'string', maxLength: LONGEST_CURSOR },
    { optional: true, description: 'Where to go on: it stands in the link "next" of a list' },
    // What it holds is looked at with the list that it is for.
    rule('cursor', (value) => typeof value === 'string'),
  );
}

/** The query of a list that is read page by page; extend it by a list's own filters. */
export class PageQueryDto {
  @LimitField()
  readonly limit?: string;

  @CursorField()
  readonly cursor?: string;
}

/** The member `next` of a list's answer. */
export function NextLinkProperty(): PropertyDecorator {
  return ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Relative link to the next page; null when there is none',
    example: null,
  });
}

/** The address of the request, which `nextLink` is made from. */
export const RequestAddress = createParamDecorator(
  (_: unknown, context: ExecutionContext): string =>
    context.switchToHttp().getRequest<FastifyRequest>().url,
);

/**
 * The page that is asked for, of a list whose positions are of these kinds.
 * @throws RequestProblem CURSOR_INVALID when the cursor is not one that such a list gave.
 */
export function pageRequest(
  { limit, cursor }: PageQueryDto,
  ...kinds: readonly PositionKind[]
): PageRequest {
  const after = cursor == null ? null : positionIn(cursor, kinds);
  return { limit: limit == null ? ROWS : Number(limit), after };
}

/**
 * Where a list goes on: a relative link with all that was asked for in `address`; null at its end.
 */
export function nextLink(address: string, next: Position | null): string | null {
  if (next === null) return null;
  const url = new URL(address, 'http://localhost');
  url.searchParams.set('cursor', cursorOf(next));
  return `${url.pathname}${url.search}`;
}

function cursorOf(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function positionIn(cursor: string, kinds: readonly PositionKind[]): Position {
  const position = readJson(cursor);
  const isPosition =
    Array.isArray(position) &&
    position.length === kinds.length &&
    kinds.every((kind, index) => PARTS[kind](position[index]));
  if (isPosition) return position as Position;
  const fault = { pointer: '/cursor', rule: 'cursor' } as const;
  throw new RequestProblem('CURSOR_INVALID', {}, { faults: [fault] });
}

/** Undefined for what is no JSON in base64url. */
function readJson(cursor: string): unknown {
  if (cursor.length > LONGEST_CURSOR || !/^[\w-]+$/.test(cursor)) return undefined;
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
