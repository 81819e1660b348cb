import type { Question } from '@sukoyaka/survey';
import type { View } from '../view.js';
import type { Phrase } from '../words/phrase.js';
import { labelOf } from '../words/question.js';

/** The place of a question in its edition, from 1: the number by which a report points to an answer. */
export function numberOf({ survey }: Pick<View, 'survey'>, id: string): number {
  return survey.questions.findIndex((question) => question.id === id) + 1;
}

/** A question's number and label. */
export function numbered(view: Pick<View, 'survey'>, question: Question): Phrase {
  return withNumber(view, question.id, labelOf(question));
}

/** Another name for what a question states, under the question's number. */
export function withNumber(view: Pick<View, 'survey'>, id: string, name: Phrase): Phrase {
  const at = numberOf(view, id);
  return (language) => `${at}. ${name(language)}`;
}
