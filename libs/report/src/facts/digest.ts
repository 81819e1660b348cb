import { type Answers, answerOf, type Question, type Section } from '@sukoyaka/survey';
import { peopleOf } from '@sukoyaka/evaluation';
import type { View } from '../view.js';
import {
  type AnswerInWords,
  answerInWords,
  type AnswerStyle,
  type Extent,
} from '../words/answer.js';
import { mayShow, withholdsAny } from './withheld.js';

/** The answers of one section of the survey: every question that the company sees. */
export interface DigestSection {
  readonly section: Section;
  readonly answers: readonly DigestAnswer[];
}

export interface DigestAnswer {
  readonly question: Question;
  readonly answer: AnswerInWords;
  /** A figure of the answer is not shown. */
  readonly withheld: boolean;
}

/** Every visible question with its answer in words, section by section. */
export function digestOf(view: View, extent: Extent): readonly DigestSection[] {
  const { survey, evaluation } = view;
  const visible = new Set(survey.visible(evaluation.answers));
  const few = withFewPeople(view);
  return survey.edition.sections.flatMap((section) => {
    const shown = section.questions.filter(({ id }) => visible.has(id));
    if (shown.length === 0) return [];
    return [
      { section, answers: shown.map((question) => digestAnswer(view, question, few, extent)) },
    ];
  });
}

/** Questions of which the evaluation withholds a figure. */
function withFewPeople({ evaluation }: View): ReadonlySet<string> {
  const found = evaluation.outcomes.filter(({ values }) => values.some((value) => value.withheld));
  return new Set(found.map(({ question }) => question));
}

function digestAnswer(
  view: View,
  question: Question,
  few: ReadonlySet<string>,
  extent: Extent,
): DigestAnswer {
  const { answers, organisation } = view.evaluation;
  const value = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  const style = answerStyle(view, question, few, extent);
  const answer = answerInWords(question, value, organisation, style);
  return { question, answer, withheld: withholdsAny(question, value, style.mayShow) };
}

function answerStyle(
  { evaluation, survey }: View,
  question: Question,
  few: ReadonlySet<string>,
  extent: Extent,
): AnswerStyle {
  const { answers, organisation } = evaluation;
  const may = mayShow(question, few, peopleOf(survey, answers, organisation));
  return { extent, mayShow: may, ...currencyOf(survey, answers) };
}

/** One answer in full, with nothing in it that the digest would withhold. */
export function wholeAnswer(view: View, question: Question): AnswerInWords {
  const { answers, organisation } = view.evaluation;
  const style = answerStyle(view, question, withFewPeople(view), 'full');
  return answerInWords(question, answerOf(answers, question.id), organisation, style);
}

/** ISO 4217; nothing where the company did not state a currency, or another one than those listed. */
function currencyOf({ edition }: View['survey'], answers: Answers): { readonly currency?: string } {
  const { currencyQuestion: id } = edition;
  const value = id === undefined ? undefined : answerOf(answers, id);
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? { currency: value } : {};
}
