import { type AnswerValue, compile, type Edition, isRecord, type Question } from '@sukoyaka/survey';
import type { DemoSheet } from './demo-sheet.js';

/** The sheet that the company of the demonstration would have given a year before: a little behind. */
export function sheetAYearBefore(sheet: DemoSheet, edition: Edition): DemoSheet {
  const survey = compile(edition);
  const answers = survey.questions.flatMap((question, index) => {
    const value = sheet.answers[question.id];
    const before = value === undefined ? undefined : answerBefore(question, value, index);
    return before === undefined ? [] : [[question.id, before] as const];
  });
  const { start, end } = sheet.period;
  return {
    ...sheet,
    answers: survey.effective(Object.fromEntries(answers)),
    period: { start: aYearEarlier(start), end: aYearEarlier(end) },
  };
}

/** Of each so many questions one stood a step lower. */
const LOWER_CHOICE = 3;
const FEWER_CHOICES = 4;

function answerBefore(
  question: Question,
  value: AnswerValue,
  index: number,
): AnswerValue | undefined {
  if (question.type === 'date' && typeof value === 'string') return aYearEarlier(value);
  if (question.type === 'year-table' && isRecord(value)) return withoutLatestYear(value);
  if (question.type === 'single' && index % LOWER_CHOICE === 0) return lower(question, value);
  if (question.type === 'multiple' && index % FEWER_CHOICES === 0) return fewer(value);
  return value;
}

/** The same day a year before; ISO. */
function aYearEarlier(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return date.toISOString().slice(0, 10);
}

function withoutLatestYear(table: object): AnswerValue | undefined {
  const years = Object.entries(table).sort(([a], [b]) => a.localeCompare(b));
  const rest = Object.fromEntries(years.slice(0, -1)) as AnswerValue;
  return years.length > 1 ? rest : undefined;
}

/** The next lower option of a choice that earns points. */
function lower(question: Extract<Question, { type: 'single' }>, value: AnswerValue): AnswerValue {
  if (!question.scoring) return value;
  const at = question.options.findIndex(({ id }) => id === value);
  return question.options[at - 1]?.id ?? value;
}

function fewer(value: AnswerValue): AnswerValue {
  return Array.isArray(value) && value.length > 1
    ? (value.slice(0, -1) as readonly string[])
    : value;
}
