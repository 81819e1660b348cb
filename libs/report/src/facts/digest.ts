import type { Question, Section } from '@sukoyaka/survey';
import type { View } from '../view.js';
import { type AnswerInWords, answerInWords } from '../words/answer.js';
import { mayShow } from './withheld.js';

/** The answers of one section of the survey: every question that the company sees. */
export interface DigestSection {
  readonly section: Section;
  readonly answers: readonly { readonly question: Question; readonly answer: AnswerInWords }[];
}

/** Every visible question with its answer in words, section by section. */
export function digestOf({ survey, evaluation }: View): readonly DigestSection[] {
  const { answers, organisation, outcomes } = evaluation;
  const visible = new Set(survey.visible(answers));
  const withheld = new Set(
    outcomes.filter(({ values }) => values.some((v) => v.withheld)).map(({ question }) => question),
  );
  return survey.edition.sections.flatMap((section) => {
    const shown = section.questions.filter(({ id }) => visible.has(id));
    if (shown.length === 0) return [];
    const inWords = shown.map((question) => {
      const value = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
      const may = mayShow(question, withheld);
      return { question, answer: answerInWords(question, value, organisation, may) };
    });
    return [{ section, answers: inWords }];
  });
}
