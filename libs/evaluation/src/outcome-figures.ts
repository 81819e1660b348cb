import {
  type Answers,
  answerOf,
  type AnswerValue,
  type Cell,
  type CompiledSurvey,
  isNotApplicable,
  isPerSite,
  isRecord,
  type Option,
  type Organisation,
  percentOf,
  type Question,
} from '@sukoyaka/survey';
import { checkReportable, type IndicatorId, isIndicatorId } from '@sukoyaka/outcomes';
import type { OutcomeFigure, YearFigure } from './evaluation.js';

/** The outcome figures that the answers state, in the order of the survey. */
export function outcomeFigures(
  survey: CompiledSurvey,
  answers: Answers,
  organisation?: Organisation,
): readonly OutcomeFigure[] {
  const people = peopleOf(survey, answers, organisation);
  return survey.questions.flatMap((question) =>
    Object.entries(question.tags.indicators ?? {}).flatMap(([item, indicator]) =>
      isIndicatorId(indicator)
        ? figuresOf(survey, question, answers, { item, indicator, people })
        : [],
    ),
  );
}

/** Every rate that the answers state in the tables named, in their order: outcomes or not. */
export function rateFigures(
  survey: CompiledSurvey,
  answers: Answers,
  tables: readonly string[],
  organisation?: Organisation,
): readonly OutcomeFigure[] {
  const people = peopleOf(survey, answers, organisation);
  return tables.flatMap((id) => {
    const question = survey.question(id);
    if (question?.type !== 'year-table') return [];
    const { indicators = {} } = question.tags;
    return question.items.flatMap(({ kind, id: item }) => {
      const indicator = indicators[item];
      if (kind !== 'percentage') return [];
      const known = isIndicatorId(indicator) ? indicator : null;
      return figuresOf(survey, question, answers, { item, indicator: known, people });
    });
  });
}

/** How many employees the company states: no figure of it can be of more. Null when unknown. */
export function peopleOf(
  { edition }: Pick<CompiledSurvey, 'edition'>,
  answers: Answers,
  organisation?: Organisation | null,
): number | null {
  const { employeesQuestion: id } = edition;
  const stated = id === undefined ? undefined : answerOf(answers, id);
  const known = [organisation?.employees, stated].filter((n) => typeof n === 'number');
  return known.length === 0 ? null : Math.max(...known);
}

/** Which figure of a question, and of how many people it can be at most. */
interface Wanted {
  readonly item: string;
  readonly indicator: IndicatorId | null;
  readonly people: number | null;
}

/** The figure of one item over the years; none where nothing was stated. */
function figuresOf(
  survey: CompiledSurvey,
  question: Question,
  answers: Answers,
  wanted: Wanted,
): readonly OutcomeFigure[] {
  const { item, indicator } = wanted;
  const value = answerOf(answers, question.id);
  if (value === undefined || isNotApplicable(value) || isPerSite(value)) return [];
  const values = valuesOf(question, value, wanted);
  if (values.length === 0) return [];
  const { measuredBy } = question.tags;
  const instrument = chosen(survey, answers, measuredBy?.instrument);
  const direction = chosen(survey, answers, measuredBy?.direction);
  const unit = unitOf(question, item);
  return [
    {
      question: question.id,
      item: question.type === 'year-table' ? item : null,
      indicator,
      instrument: instrument?.id ?? null,
      direction: direction?.id ?? null,
      unit: unit === 'score' ? (direction?.unit ?? instrument?.unit ?? unit) : unit,
      values,
    },
  ];
}

/** The option chosen to a question of instrument or meaning; null where nothing is known of it. */
function chosen(
  survey: CompiledSurvey,
  answers: Answers,
  id: string | undefined,
): Pick<Option, 'id' | 'unit'> | null {
  const value = id === undefined ? undefined : answerOf(answers, id);
  const question = id === undefined ? undefined : survey.question(id);
  if (typeof value !== 'string' || question?.type !== 'single') return null;
  const option = question.options.find((each) => each.id === value);
  return option && !option.unknown ? option : null;
}

function unitOf(question: Question, item: string): string {
  if (question.type === 'number') return question.unit;
  if (question.type !== 'year-table') return 'percent';
  const found = question.items.find(({ id }) => id === item);
  return found?.kind === 'number' ? found.unit : 'percent';
}

function valuesOf(
  question: Question,
  value: AnswerValue,
  { item, indicator, people }: Wanted,
): readonly YearFigure[] {
  const gate: Gate = { indicator, people, leastPeople: leastPeopleOf(question, item) };
  if (question.type !== 'year-table') return [figureOfCell(null, value as Cell, {}, gate)];
  if (!isRecord(value)) return [];
  const table = value as Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  return Object.keys(table)
    .sort()
    .flatMap((year) => {
      const row = table[year];
      const cell = row?.[item];
      return row && cell !== undefined ? figureOfCell(year, cell, row, gate) : [];
    });
}

/** Of how many people a figure must be to be shown, by its indicator and by its item. */
interface Gate {
  readonly indicator: IndicatorId | null;
  readonly people: number | null;
  readonly leastPeople: number;
}

function leastPeopleOf(question: Question, item: string): number {
  if (question.type === 'percentage') return question.leastPeople ?? 0;
  if (question.type !== 'year-table') return 0;
  const found = question.items.find(({ id }) => id === item);
  return found?.kind === 'percentage' ? (found.leastPeople ?? 0) : 0;
}

/** A figure whose people were not stated is of no more than the company has. */
function isWithheld({ indicator, people, leastPeople }: Gate, measured: number | null): boolean {
  const most = measured ?? people;
  if (most !== null && most < leastPeople) return true;
  return indicator !== null && checkReportable(indicator, most).verdict === 'refused';
}

function figureOfCell(
  year: string | null,
  cell: Cell,
  row: Readonly<Record<string, Cell>>,
  gate: Gate,
): YearFigure {
  const counted = typeof cell === 'object' && 'denominator' in cell;
  const measured = counted ? cell.denominator : count(row['n-measured']);
  const eligible = count(row['n-eligible']);
  const withheld = isWithheld(gate, measured);
  const value = typeof cell === 'number' ? cell : percentOf(cell);
  const bound = typeof cell === 'object' && 'percent' in cell ? (cell.bound ?? 'exact') : 'exact';
  return { year, value: withheld ? null : value, bound, measured, eligible, withheld };
}

function count(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
