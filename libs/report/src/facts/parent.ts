import { answerOf } from '@sukoyaka/survey';
import type { ParentTopic } from '../input.js';
import type { View } from '../view.js';

/** A topic of the parent's survey with this company's answers to it, by question id. */
export interface AnsweredTopic {
  readonly topic: ParentTopic;
  readonly answered: readonly string[];
  readonly unknown: readonly string[];
}

/** What a parent finds where; questions that the company did not see are left out. */
export function answeredTopics({
  parentTopics = [],
  survey,
  evaluation,
}: View): readonly AnsweredTopic[] {
  const visible = new Set(survey.visible(evaluation.answers));
  const isAnswered = (id: string): boolean => answerOf(evaluation.answers, id) !== undefined;
  return parentTopics.map((topic) => {
    const asked = topic.questions[survey.edition.division].filter((id) => visible.has(id));
    return {
      topic,
      answered: asked.filter(isAnswered),
      unknown: asked.filter((id) => !isAnswered(id)),
    };
  });
}
