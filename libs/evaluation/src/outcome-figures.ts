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
import { checkReportable, type IndicatorId, isIndicatorId } from '@sukoyaka/outcomes';
import type { OutcomeFigure, YearFigure } from './evaluation.js';

/** The outcome figures that the answers state, in the order of the survey. */
export function outcomeFigures(survey: CompiledSurvey, answers: Answers): readonly OutcomeFigure[] {
  return survey.questions.flatMap((question) => {
    const { indicators } = question.tags;
    const value = answerOf(answers, question.id);
    if (!indicators || value === undefined || isNotApplicable(value)) return [];
    return Object.entries(indicators).flatMap(([item, indicator]) => {
      if (!isIndicatorId(indicator)) return [];
      const values = valuesOf(question, value, item, indicator);
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
  indicator: IndicatorId,
): readonly YearFigure[] {
  if (question.type !== 'year-table') return [figureOfCell(null, value as Cell, {}, indicator)];
  if (!isRecord(value)) return [];
  const table = value as Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  return Object.keys(table)
    .sort()
    .flatMap((year) => {
      const row = table[year];
      const cell = row?.[item];
      return row && cell !== undefined ? figureOfCell(year, cell, row, indicator) : [];
    });
}

function figureOfCell(
  year: string | null,
  cell: Cell,
  row: Readonly<Record<string, Cell>>,
  indicator: IndicatorId,
): YearFigure {
  const counted = typeof cell === 'object' && 'denominator' in cell;
  const measured = counted ? cell.denominator : count(row['n-measured']);
  const eligible = count(row['n-eligible']);
  const withheld = checkReportable(indicator, measured).verdict === 'refused';
  const value = typeof cell === 'number' ? cell : percentOf(cell);
  const bound = typeof cell === 'object' && 'percent' in cell ? (cell.bound ?? 'exact') : 'exact';
  return { year, value: withheld ? null : value, bound, measured, eligible, withheld };
}

function count(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
