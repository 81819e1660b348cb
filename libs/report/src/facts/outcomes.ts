import type { OutcomeFigure, YearFigure } from '@sukoyaka/evaluation';
import { indicatorName as nameOf, isIndicatorId } from '@sukoyaka/outcomes';
import type { CompiledSurvey, Question } from '@sukoyaka/survey';
import { HEADCOUNTS } from './withheld.js';
import { decimalsOf, UNITS } from '../words/quantity.js';
import { fixed, localised, number, type Phrase, same, say } from '../words/phrase.js';
import { labelOf, optionText } from '../words/question.js';

/** The name of a figure's indicator; what its question is called where it has none. */
export function indicatorName(figure: OutcomeFigure, survey: CompiledSurvey): Phrase {
  const { indicator } = figure;
  if (isIndicatorId(indicator)) return localised(nameOf(indicator));
  const question = survey.question(figure.question);
  return question ? labelOf(question) : same(figure.question);
}

/** What exactly the figure counts: the table's item, or the question. */
export function figureLabel(figure: OutcomeFigure, survey: CompiledSurvey): Phrase {
  const question = survey.question(figure.question);
  if (!question) return same(figure.question);
  const item = itemOf(question, figure.item);
  return item ?? labelOf(question);
}

function itemOf(question: Question, id: string | null): Phrase | null {
  if (question.type !== 'year-table') return null;
  const item = question.items.find((candidate) => candidate.id === id);
  return item ? localised(item.label) : null;
}

/** By which instrument, and what the figure means; null where the indicator needs none. */
export function instrumentText(figure: OutcomeFigure, survey: CompiledSurvey): Phrase | null {
  const measuredBy = survey.question(figure.question)?.tags.measuredBy;
  if (!measuredBy) return null;
  const words = (question: string | undefined, option: string | null): Phrase | null => {
    const asked = question === undefined ? undefined : survey.question(question);
    return asked && option !== null ? optionText(asked, option) : null;
  };
  const instrument = words(measuredBy.instrument, figure.instrument);
  const direction = words(measuredBy.direction, figure.direction);
  if (instrument === null) return say('outcome.instrument-unknown');
  if (direction === null) return instrument;
  return say('outcome.instrument', { instrument, direction });
}

/** Whether all that the answer to a question states stands among `figures`. */
export function standsAmong(
  figures: readonly OutcomeFigure[],
  { id, ...question }: Question,
): boolean {
  if (question.type !== 'year-table') return false;
  const shown = figures.filter((figure) => figure.question === id);
  return (
    shown.length > 0 &&
    question.items.every(
      ({ id: item }) => HEADCOUNTS.includes(item) || shown.some((figure) => figure.item === item),
    )
  );
}

const SIGNS = {
  exact: '',
  'at-least': '≥ ',
  'more-than': '> ',
  'at-most': '≤ ',
  'less-than': '< ',
  about: '≈ ',
} as const;

/** With how many decimals all values of a figure are written: as many as one of them needs. */
export function digitsOf(values: readonly YearFigure[]): number {
  return Math.max(0, ...values.map(({ value }) => (value === null ? 0 : decimalsOf(value))));
}

/** A value without its unit, with the sign of its bound, as columns of numbers need it. */
export function plainValue({ value, bound }: YearFigure, digits: number): Phrase {
  if (value === null) return same('');
  const n = fixed(value, digits);
  return (language) => `${SIGNS[bound]}${n(language)}`;
}

/** The unit in which a figure's numbers stand. */
export function unitName(unit: string): Phrase {
  return UNITS.has(unit) ? say(`unit-name.${unit}`) : same(unit);
}

/** How many people the figure rests on; null where that was not stated. */
export function peopleText({ measured, eligible, withheld }: YearFigure): Phrase | null {
  if (withheld || measured === null) return null;
  if (eligible === null) return say('outcome.measured', { n: number(measured, 0) });
  return say('outcome.measured-of', { n: number(measured, 0), of: number(eligible, 0) });
}
