import { type Answers, answerOf, isNotApplicable, type YearTableValue } from '@sukoyaka/survey';
import type { Company } from '../company.js';
import { type Group, headcount } from '../people.js';
import { sizeOf } from './figures.js';
import { type Range, CONCERNED, type Concerned, NOT_ABOVE, OFFERED, DUTY_DONE } from './ranges.js';

/** What bears on the figures of one year. */
export interface YearContext {
  readonly company: Company;
  readonly given: Answers;
  readonly yearsBack: number;
}

/** Of how many people (of leave: days) a rate can be, by question id and item. */
export function concerned(question: string, item: string, context: YearContext): number {
  const { of = 'employees', share } = basisOf(question, item);
  if (typeof of === 'string') return shareOf(of, share, context);
  const [table, part] = of;
  const takers = takersOf(table, part, context);
  return Math.round(share * (takers ?? headcount(context.company, 'employees', context.yearsBack)));
}

const ALL: Concerned = { share: 1 };

function basisOf(question: string, item: string): Concerned {
  const key = [`${question}/${item}`, question].find((id) => Object.hasOwn(CONCERNED, id));
  return (key === undefined ? undefined : CONCERNED[key]) ?? ALL;
}

/** A share of a group; men are the rest, so that both sexes make up the whole. */
function shareOf(group: Group, share: number, { company, yearsBack }: YearContext): number {
  const part = (of: Group): number => Math.round(share * headcount(company, of, yearsBack));
  return group === 'men' ? part('employees') - part('women') : part(group);
}

/** How many took part, by the table that states it; undefined where it states nothing. */
function takersOf(question: string, item: string, context: YearContext): number | undefined {
  const rows = rowsOf(question, context.given);
  const cell = rows[String(context.company.latestYear - context.yearsBack)]?.[item];
  if (typeof cell === 'object' && 'numerator' in cell) return cell.numerator;
  // Of a year that is not stated as in the latest one that is.
  const rate = cell ?? Object.values(rows).at(-1)?.[item];
  return rate && Math.round((sizeOf(rate) * concerned(question, item, context)) / 100);
}

function rowsOf(question: string, given: Answers): YearTableValue {
  const table = answerOf(given, question);
  if (typeof table !== 'object' || Array.isArray(table) || isNotApplicable(table)) return {};
  return table as YearTableValue;
}

/** The most that the figure can be after what the company has answered. */
export function ceiling(question: string, item: string, given: Answers): number {
  const key = `${question}/${item}`;
  const limit = Object.hasOwn(NOT_ABOVE, key) ? NOT_ABOVE[key] : undefined;
  if (limit === undefined) return Infinity;
  if ('most' in limit) {
    const answer = answerOf(given, limit.after);
    return isNotApplicable(answer) && answer.notApplicable === limit.reason ? limit.most : Infinity;
  }
  // Of any year, so that a figure does not jump where the other one begins.
  const cells = Object.values(rowsOf(limit.question, given)).map((row) => row[limit.item]);
  return Math.min(...cells.map((cell) => (cell === undefined ? Infinity : sizeOf(cell))));
}

/** How many come when something is offered to some or to all, where the company has said to whom. */
export function offeredRange(
  question: string,
  { company, given }: Pick<YearContext, 'company' | 'given'>,
): Range | undefined {
  const by = Object.hasOwn(OFFERED, question) ? OFFERED[question] : undefined;
  if (by === undefined) return undefined;
  if (company.duties[by.duty] === 'yes') return DUTY_DONE;
  const offer = answerOf(given, by.offer);
  return typeof offer === 'string' && Object.hasOwn(by.ranges, offer)
    ? by.ranges[offer]
    : undefined;
}
