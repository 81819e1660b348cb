import type { Block } from '@sukoyaka/typesetting';
import { outcomesBeside } from '../facts/participation.js';
import type { View } from '../view.js';
import { figureTable } from './figure-table.js';
import { heading, intro, remark } from './parts.js';

/** Outcome figures with instrument and number of people; none is compared across instruments. */
export function outcomes(view: View): readonly Block[] {
  const figures = outcomesBeside(view);
  const title = heading(view, 'outcomes');
  if (figures.length === 0) return [title, remark(view, 'outcome.none')];
  const withheld = figures.some(({ values }) => values.some((value) => value.withheld));
  return [
    title,
    intro(view, 'outcome.intro'),
    intro(view, 'outcome.legend'),
    figureTable(view, figures, 'outcome.summary'),
    ...(withheld ? [remark(view, 'outcome.withheld-note')] : []),
  ];
}
