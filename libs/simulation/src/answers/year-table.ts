import type { Cell, TableItem, YearTableQuestion, YearTableValue } from '@sukoyaka/survey';
import type { Company } from '../company.js';
import { type Random, within } from '../random.js';
import { fit, inRange, numberFigure, onSteps, rate, rateRange, sizeOf } from './figures.js';
import { CONCERNED, FOLLOWING, HEADCOUNT_SHARES, INSTRUMENTS, USUAL_MEANING } from './ranges.js';

/** What a table's figures are drawn from. */
export interface TableContext {
  readonly company: Company;
  readonly level: number;
  /** The instrument that the company named for these figures, and what they mean. */
  readonly instrument?: string;
  readonly direction?: string;
  readonly random: Random;
}

type Row = Readonly<Record<string, Cell>>;

/** One to `question.years` years of figures that drift a little; undefined when nothing can be given. */
export function yearTable(
  question: YearTableQuestion,
  context: TableContext,
): YearTableValue | undefined {
  const { company, level, random } = context;
  const years = within(1, question.years, Math.ceil(level * question.years + random.unit() - 0.5));
  const drift = random.between(-0.01, 0.05);
  const rows: [string, Row][] = [];
  for (let back = years - 1; back >= 0; back--) {
    const row = rowOf(question, { ...context, level: within(0, 1, level - back * drift) }, back);
    if (Object.keys(row).length > 0) rows.push([String(company.latestYear - back), row]);
  }
  return rows.length > 0 ? Object.fromEntries(rows) : undefined;
}

function rowOf(question: YearTableQuestion, context: TableContext, yearsBack: number): Row {
  const row: Record<string, Cell> = {};
  for (const item of question.items) {
    const cell = cellOf(question, item, row, context, yearsBack);
    if (cell !== undefined) row[item.id] = cell;
  }
  return consistent(row, question);
}

function cellOf(
  question: YearTableQuestion,
  item: TableItem,
  row: Row,
  context: TableContext,
  yearsBack: number,
): Cell | undefined {
  const { company, level, random } = context;
  if (item.kind === 'number') return numberCell(question, item, context, yearsBack);
  const leader = FOLLOWING[item.id];
  const led = leader && row[leader[0]];
  const people = concerned(item.id, company);
  if (people === 0) return undefined;
  if (leader && led !== undefined) return rate(sizeOf(led) * leader[1], people, company, random);
  const { scoring } = question;
  const scored = scoring?.by === 'steps' && scoring.item === item.id ? scoring : undefined;
  const percent = scored ? onSteps(scored, level) : inRange(rateRange(item.id), level);
  return rate(percent, people, company, random);
}

/** How many people a rate is about. */
function concerned(item: string, { organisation, women }: Company): number {
  if (item === 'smoking-women') return women;
  if (item === 'smoking-men') return organisation.employees - women;
  return Math.max(1, Math.round(organisation.employees * (CONCERNED[item] ?? 1)));
}

type NumberTableItem = Extract<TableItem, { readonly kind: 'number' }>;

function numberCell(
  question: YearTableQuestion,
  item: NumberTableItem,
  context: TableContext,
  yearsBack: number,
): number | undefined {
  const { company, level } = context;
  const people = peopleOf(item.id, company, level);
  if (people !== undefined) {
    const earlier = Math.round(people * (1 - 0.02 * yearsBack));
    return earlier >= item.min ? fit(item, earlier) : undefined;
  }
  if (question.tags.measuredBy && question.tags.indicators?.[item.id] !== undefined) {
    const range = instrumentRange(context);
    return range && fit(item, inRange(range, level));
  }
  const { scoring } = question;
  const scored = scoring?.by === 'steps' && scoring.item === item.id ? scoring : undefined;
  return scored ? fit(item, onSteps(scored, level)) : numberFigure(item, level, company);
}

/** Headcounts by item id. */
function peopleOf(item: string, company: Company, level: number): number | undefined {
  const { employees } = company.organisation;
  switch (item) {
    case 'regular-employees':
    case 'n-eligible':
      return employees;
    case 'women':
      return company.women;
    case 'aged-40-plus':
      return company.aged40;
    case 'aged-60-plus':
      return company.aged60;
    default: {
      const shares = HEADCOUNT_SHARES[item];
      return shares && Math.round(employees * inRange(shares, level));
    }
  }
}

function instrumentRange({
  instrument,
  direction,
}: TableContext): readonly [number, number] | undefined {
  const meaning = direction ?? USUAL_MEANING[instrument ?? ''];
  const ranges = [`${instrument}/${meaning}`, instrument ?? '', meaning ?? ''];
  return ranges.map((key) => INSTRUMENTS[key]).find((range) => range !== undefined);
}

/** Lowers what may not exceed another item of its row; drops what can't be lowered. */
function consistent(row: Row, { checks = [] }: YearTableQuestion): Row {
  const held: Record<string, Cell> = { ...row };
  for (const { item, atMost } of [...checks, ...checks]) {
    const lesser = held[item];
    const greater = held[atMost];
    if (lesser === undefined || greater === undefined || sizeOf(lesser) <= sizeOf(greater))
      continue;
    if (typeof lesser === 'number' && typeof greater === 'number') held[item] = greater;
    else delete held[item];
  }
  return held;
}
