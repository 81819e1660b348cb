import type { Block } from '@sukoyaka/typesetting';
import { accentOf, nameOf, type View } from '../view.js';
import { sideIds } from './charts.js';
import { cycleTable } from './cycle-table.js';
import { heading, intros } from './parts.js';
import { comparedNote, type ScoreLine, scoreTable, tickKeys } from './score-table.js';

/** The four sides and their sub-items beside the last cycle and others, and all over time. */
export function sides(view: View): readonly Block[] {
  const lines = sideIds(view).flatMap((side) => linesOf(view, side));
  return [
    heading(view, 'sides'),
    ...intros(view, tickKeys(view)),
    scoreTable(view, lines, 'sides.summary'),
    ...comparedNote(view),
    ...cycleTable(view),
  ];
}

/** Whether the cohort is large enough for T values of the sides or sub-items. */
export function hasSideDeviations({ evaluation: { standing } }: View): boolean {
  return standing?.subItems != null || standing?.sides != null;
}

function linesOf({ programme, evaluation }: View, side: string): readonly ScoreLine[] {
  const accent = accentOf(side);
  const name = nameOf(programme.pillars, side);
  const own = programme.subItems.filter(
    ({ id, pillar }) => pillar === side && id in evaluation.scores.subItems,
  );
  return [
    { name, part: 'sides', id: side, accent, section: true },
    ...own.map(({ id }): ScoreLine => ({
      name: nameOf(programme.subItems, id),
      part: 'subItems',
      id,
      accent,
    })),
  ];
}
