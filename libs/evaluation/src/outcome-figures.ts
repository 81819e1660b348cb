import {
  type Answers,
  answerOf,
  type AnswerValue,
  type Cell,
  type CompiledSurvey,
  isNotApplicable,
  isRecord,
  percentOf,
  type Question,
} from '@sukoyaka/survey';
import type { OutcomeFigure, YearFigure } from './evaluation.js';

/** Figures about people's health are not shown of fewer (domain rule: small groups). */
const SMALLEST_GROUP = 10;

/** Indicators of health states; participation and hours of a small company may be shown. */
const HEALTH_STATES: ReadonlySet<string> = new Set([
  'high-stress-rate',
  'presenteeism',
  'absenteeism',
  'work-engagement',
  'smoking-rate',
  'healthy-weight',
  'exercise-habit',
  'sleep',
  'breakfast-skipping',
  'sick-leave-rate',
]);

/** The outcome figures that the answers state, in the order of the survey. */
export function outcomeFigures(survey: CompiledSurvey, answers: Answers): readonly OutcomeFigure[] {
  return survey.questions.flatMap((question) => {
    const { indicators } = question.tags;
    const value = answerOf(answers, question.id);
    if (!indicators || value === undefined || isNotApplicable(value)) return [];
    return Object.entries(indicators).flatMap(([item, indicator]) => {
      const values = valuesOf(question, value, item, HEALTH_STATES.has(indicator));
      if (values.length === 0) return [];
      const { instrument, direction } = question.tags.measuredBy ?? {};
      return {
        question: question.id,
        item: question.type === 'year-table' ? item : null,
        indicator,
        instrument: choice(answers, instrument),
        direction: choice(answers, direction),
        unit: unitOf(question, item),
        values,
      };
    });
  });
}

function choice(answers: Answers, question: string | undefined): string | null {
  const value = question === undefined ? undefined : answerOf(answers, question);
  return typeof value === 'string' ? value : null;
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
  item: string,
  healthState: boolean,
): readonly YearFigure[] {
  if (question.type !== 'year-table') return [figureOfCell(null, value as Cell, {}, healthState)];
  if (!isRecord(value)) return [];
  const table = value as Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  return Object.keys(table)
    .sort()
    .flatMap((year) => {
      const row = table[year];
      const cell = row?.[item];
      return row && cell !== undefined ? figureOfCell(year, cell, row, healthState) : [];
    });
}

function figureOfCell(
  year: string | null,
  cell: Cell,
  row: Readonly<Record<string, Cell>>,
  healthState: boolean,
): YearFigure {
  const counted = typeof cell === 'object' && 'denominator' in cell;
  const measured = counted ? cell.denominator : count(row['n-measured']);
  const eligible = count(row['n-eligible']);
  const withheld = healthState && measured !== null && measured < SMALLEST_GROUP;
  const value = typeof cell === 'number' ? cell : percentOf(cell);
  const bound = typeof cell === 'object' && 'percent' in cell ? (cell.bound ?? 'exact') : 'exact';
  return { year, value: withheld ? null : value, bound, measured, eligible, withheld };
}

function count(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
