import type {
  Answers,
  Cell,
  PercentageItem,
  TableItem,
  YearTableQuestion,
  YearTableValue,
} from '@sukoyaka/survey';
import type { Company } from '../company.js';
import { TOO_FEW } from '../facts.js';
import { type Group, headcount } from '../people.js';
import { type Random, within } from '../random.js';
import { ceiling, concerned, offeredRange, type YearContext } from './concerned.js';
import { fit, inRange, numberFigure, onSteps, rate, rateRange, sizeOf } from './figures.js';
import { HEADCOUNT_SHARES, INSTRUMENTS, USUAL_MEANING } from './ranges.js';
import { smokingOf } from './smoking.js';

/** What a table's figures are drawn from. */
export interface TableContext {
  readonly company: Company;
  readonly given: Answers;
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
  return ofTooFew(row, question) ? {} : consistent(row, question);
}

/** Whether an indicator was measured of fewer people than its table takes. */
function ofTooFew(row: Row, { tags, items }: YearTableQuestion): boolean {
  if (tags.measuredBy === undefined) return false;
  return items.some((item) => isPeople(item) && row[item.id] === undefined);
}

function isPeople(item: TableItem): boolean {
  return item.kind === 'number' && item.unit === 'people';
}

function cellOf(
  question: YearTableQuestion,
  item: TableItem,
  row: Row,
  context: TableContext,
  yearsBack: number,
): Cell | undefined {
  if (item.kind === 'number') return numberCell(question, item, context, yearsBack);
  const { company, given, random } = context;
  const year = { company, given, yearsBack };
  const people = concerned(question.id, item.id, year);
  if (people < leastOf(question, item)) return undefined;
  const percent = Math.min(
    percentOf(question, item.id, row, context, year),
    ceiling(question.id, item.id, given),
  );
  return rate(percent, people, company, random);
}

/** Figures of fewer people are not told. */
function leastOf({ notApplicable }: YearTableQuestion, item: PercentageItem): number {
  const mayBeTooFew = notApplicable?.reasons.some(({ id }) => id === TOO_FEW);
  return item.leastPeople ?? (mayBeTooFew ? 10 : 1);
}

function percentOf(
  question: YearTableQuestion,
  item: string,
  row: Row,
  { company, given, level }: TableContext,
  year: YearContext,
): number {
  const { id, scoring } = question;
  const bySex = smokingOf(item, row, (part) => concerned(id, part, year));
  if (bySex !== undefined) return bySex;
  const range = offeredRange(id, { company, given });
  if (range) return inRange(range, level);
  const scored = scoring?.by === 'steps' && scoring.item === item ? scoring : undefined;
  return scored ? onSteps(scored, level) : inRange(rateRange(item), level);
}

type NumberTableItem = Extract<TableItem, { readonly kind: 'number' }>;

function numberCell(
  question: YearTableQuestion,
  item: NumberTableItem,
  context: TableContext,
  yearsBack: number,
): number | undefined {
  const { company, level } = context;
  const people = peopleOf(item.id, company, level, yearsBack);
  if (people !== undefined) return people >= item.min ? fit(item, people) : undefined;
  if (question.tags.measuredBy && question.tags.indicators?.[item.id] !== undefined) {
    const range = instrumentRange(context);
    return range && fit(item, inRange(range, level));
  }
  const { scoring } = question;
  const scored = scoring?.by === 'steps' && scoring.item === item.id ? scoring : undefined;
  const most = ceiling(question.id, item.id, context.given);
  return scored
    ? fit(item, Math.min(most, onSteps(scored, level)))
    : numberFigure(item, level, company);
}

const GROUPS: Readonly<Record<string, Group>> = {
  'regular-employees': 'employees',
  'n-eligible': 'employees',
  women: 'women',
  'aged-40-plus': 'aged-40-plus',
  'aged-60-plus': 'aged-60-plus',
  outsourced: 'outsourced',
  migrant: 'migrant',
};

/** Headcounts by item id. */
function peopleOf(
  item: string,
  company: Company,
  level: number,
  yearsBack: number,
): number | undefined {
  const group = GROUPS[item];
  if (group !== undefined) return headcount(company, group, yearsBack);
  const shares = HEADCOUNT_SHARES[item];
  return shares && Math.round(headcount(company, 'employees', yearsBack) * inRange(shares, level));
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
