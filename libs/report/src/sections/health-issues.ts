import type { Block } from '@sukoyaka/typesetting';
import { nameOf, type View } from '../view.js';
import { heading, intro } from './parts.js';
import { scoreColumns, scoreRow } from './score-table.js';

/** The health issues: how much of what serves each is in place. */
export function healthIssues(view: View): readonly Block[] {
  const { wording, evaluation, before, programme } = view;
  const deviation = evaluation.standing?.healthIssues != null;
  const columns = { before: before !== null, deviation };
  const rows = programme.healthIssues.map(({ id }) =>
    scoreRow(
      { view, columns },
      {
        name: nameOf(programme.healthIssues, id),
        score: evaluation.scores.healthIssues[id],
        before: before?.scores.healthIssues[id],
        deviation: evaluation.standing?.healthIssues?.[id],
        accent: 'neutral',
      },
    ),
  );
  return [
    heading(view, 'health-issues'),
    intro(view, 'health-issues.intro'),
    {
      kind: 'table',
      style: view.print.table,
      ...scoreColumns({ view, columns }),
      rows,
      summary: wording.say('health-issues.summary'),
    },
  ];
}
