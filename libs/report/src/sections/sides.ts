import type { Block, TableRow } from '@sukoyaka/typesetting';
import { accentOf, nameOf, type View } from '../view.js';
import { sideIds } from './charts.js';
import { heading, intro } from './parts.js';
import { scoreColumns, scoreRow } from './score-table.js';

/** The four sides and their sub-items: own score, last year, T value, points unknown. */
export function sides(view: View): readonly Block[] {
  const { wording } = view;
  const columns = { before: view.before !== null, deviation: hasSideDeviations(view) };
  const rows = sideIds(view).flatMap((side) => sideRows(view, side, columns));
  return [
    heading(view, 'sides'),
    ...(view.before ? [intro(view, 'sides.intro')] : []),
    {
      kind: 'table',
      style: view.print.table,
      ...scoreColumns({ view, columns }),
      rows,
      summary: wording.say('sides.summary'),
    },
  ];
}

/** Whether the cohort is large enough for T values of the sides or sub-items. */
export function hasSideDeviations({ evaluation: { standing } }: View): boolean {
  return standing?.subItems != null || standing?.sides != null;
}

function sideRows(
  view: View,
  side: string,
  columns: { readonly before: boolean; readonly deviation: boolean },
): readonly TableRow[] {
  const { evaluation, before, programme } = view;
  const { scores, standing } = evaluation;
  const accent = accentOf(side);
  return [
    scoreRow(
      { view, columns },
      {
        name: nameOf(programme.pillars, side),
        score: scores.sides[side],
        before: before?.scores.sides[side],
        deviation: standing?.sides?.[side],
        accent,
        section: true,
      },
    ),
    ...programme.subItems
      .filter(({ id, pillar }) => pillar === side && id in scores.subItems)
      .map(({ id }) =>
        scoreRow(
          { view, columns },
          {
            name: nameOf(programme.subItems, id),
            score: scores.subItems[id],
            before: before?.scores.subItems[id],
            deviation: standing?.subItems?.[id],
            accent,
          },
        ),
      ),
  ];
}
