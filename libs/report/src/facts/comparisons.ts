import type { Comparison, ComparisonDimension, PartScores } from '@sukoyaka/scoring';
import type { View } from '../view.js';
import { join, number, type Phrase, same, say } from '../words/phrase.js';

/** A protected statistic of others that stands beside the company's own scores. */
export interface ShownComparison {
  readonly id: string;
  /** A mean, else from which score on the best begin. */
  readonly isMean: boolean;
  readonly title: Phrase;
  readonly of: PartScores;
}

type Statistic = 'means' | 'bestQuarter' | 'bestTenth';

/** What METI's sheet has for mean and best, as far as it may be shown: in the order of the columns. */
const SHOWN: readonly (readonly [ComparisonDimension, Statistic])[] = [
  ['industry', 'means'],
  ['size', 'means'],
  ['all', 'means'],
  ['industry', 'bestQuarter'],
  ['all', 'bestTenth'],
];

/** The comparisons that this report has; none without protected statistics. */
export function comparisonsOf({
  evaluation,
}: Pick<View, 'evaluation'>): readonly ShownComparison[] {
  const { comparison } = evaluation;
  if (!comparison) return [];
  return SHOWN.flatMap(([dimension, statistic]) => {
    const of = comparison[dimension]?.[statistic];
    const name = `${dimension}.${statistic}`;
    if (!of) return [];
    return [
      {
        id: `${dimension}/${statistic}`,
        isMean: statistic === 'means',
        title: say(`compared.${name}`),
        of,
      },
    ];
  });
}

/** Who the compared groups are, with how many took part: one phrase for each. */
export function comparedGroups(comparison: Comparison): readonly Phrase[] {
  return (['all', 'industry', 'size'] as const).flatMap((dimension) => {
    const group = comparison[dimension];
    if (!group) return [];
    const classes = join(
      group.classes.map((id) => (dimension === 'size' ? sizeClass(id) : same(id))),
      'items',
    );
    return [say(`compared.group.${dimension}`, { classes, n: number(group.n, 0) })];
  });
}

/** `50–299`, or `1,000 or more`. */
function sizeClass(id: string): Phrase {
  const [from = 0, to] = id.match(/\d+/g)?.map(Number) ?? [];
  if (to === undefined) return say('compared.size-from', { from: number(from, 0) });
  return say('compared.size-between', { from: number(from, 0), to: number(to, 0) });
}
