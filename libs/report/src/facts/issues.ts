import { answerOf, type IssueStory } from '@sukoyaka/survey';
import type { View } from '../view.js';
import { oneLine } from '../words/clean.js';

export const STORY_PARTS = ['problem', 'measure', 'effect'] as const;

/** The main issues on which the company wrote something. */
export function toldIssues(view: View): readonly IssueStory[] {
  const { issues = [] } = view.survey.edition.feedback ?? {};
  return issues.filter((story) => STORY_PARTS.some((part) => ownText(view, story[part]) !== ''));
}

/** What the company wrote to a question of text; empty for nothing. */
export function ownText({ evaluation }: View, question: string): string {
  const value = answerOf(evaluation.answers, question);
  return typeof value === 'string' ? oneLine(value) : '';
}
