import type { Block } from '@sukoyaka/typesetting';
import { nameOf, type View } from '../view.js';
import { issueStories } from './issue-stories.js';
import { heading, intros } from './parts.js';
import { type ScoreLine, scoreTable, tickKeys } from './score-table.js';

/** The health issues: how much of what serves each is in place, and the main ones told. */
export function healthIssues(view: View): readonly Block[] {
  const { programme } = view;
  const lines = programme.healthIssues.map(({ id }): ScoreLine => ({
    name: nameOf(programme.healthIssues, id),
    part: 'healthIssues',
    id,
    accent: 'neutral',
  }));
  return [
    heading(view, 'health-issues'),
    ...intros(view, ['health-issues.intro', ...tickKeys(view)]),
    scoreTable(view, lines, 'health-issues.summary'),
    ...issueStories(view),
  ];
}
