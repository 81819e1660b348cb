import {
  type Cell,
  type Contribution,
  contributorKey,
  fold,
  type Folded,
  GATES,
  type KeyedHash,
  protectedMean,
  protectedPercentile,
  shownCount,
} from '@sukoyaka/disclosure';
import type { Organisation } from '@sukoyaka/survey';
import {
  type ComparisonGroup,
  INDUSTRY_ORDER,
  type PartScores,
  SIZE_CLASSES,
  sizeClassOf,
} from './comparisons.js';
import type { Scores } from './scores.js';

/** One respondent of a round with what decides its classes. */
export interface Respondent {
  /** Who it is: respondents of the same unit count once, as their mean. */
  readonly unit: string;
  readonly organisation: Organisation | undefined;
  readonly scores: Scores;
}

/** Whose keys make the noise, and in which round: scores change with it. */
export interface Protection {
  readonly hash: KeyedHash;
  readonly round: string;
}

/**
 * The protected comparisons of a round, frozen: all, by industry and by size. Empty for a round
 * below the gate. The same respondents, key and round give the same figures, in any order.
 */
export function freezeComparisons(
  respondents: readonly Respondent[],
  protection: Protection,
): readonly ComparisonGroup[] {
  const members = unitsOf(respondents, protection.hash);
  const [first] = respondents;
  if (!first || members.length < GATES.round) return [];
  const parts = partsOf(first.scores);
  const group = (
    dimension: ComparisonGroup['dimension'],
    classes: readonly string[],
    own: readonly Member[],
    figures = parts,
  ): ComparisonGroup => ({
    dimension,
    classes,
    ...statisticsOf(dimension, own, figures, protection),
  });
  const folded = (dimension: 'industry' | 'size', order: readonly string[]) => {
    const classes = fold(members, order, (member) => member[dimension], GATES.class) ?? [];
    const whole = shownInAll(classes, parts);
    return classes.map((each) => group(dimension, each.classes, each.members, whole));
  };
  return [
    group('all', [], members),
    ...folded('industry', INDUSTRY_ORDER),
    ...folded(
      'size',
      SIZE_CLASSES.map(({ id }) => id),
    ),
  ];
}

/** One unit of the round: its key, its classes, and its score of each measure. */
interface Member {
  readonly key: bigint;
  readonly industry: string | null;
  readonly size: string | null;
  readonly scoreOf: (measure: Measure) => number | null;
}

/** One member for each unit, classed by its largest respondent. */
function unitsOf(respondents: readonly Respondent[], hash: KeyedHash): readonly Member[] {
  const units = Map.groupBy(respondents, ({ unit }) => unit);
  return [...units].map(([unit, own]) => {
    const [largest] = own.toSorted(
      (a, b) => employeesOf(b) - employeesOf(a) || (industryOf(a) < industryOf(b) ? -1 : 1),
    );
    return {
      key: contributorKey(hash, unit),
      industry: largest?.organisation?.industry ?? null,
      size: sizeClassOf(largest?.organisation?.employees),
      scoreOf: (measure) => mean(own.flatMap(({ scores }) => measure.of(scores) ?? [])),
    };
  });
}

/** Between two of one size, so that the order in which they come decides nothing. */
function industryOf({ organisation }: Respondent): string {
  return organisation?.industry ?? '';
}

function employeesOf({ organisation }: Respondent): number {
  return organisation?.employees ?? 0;
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** One figure of `Scores`, under a name that never changes: the noise hangs on it. */
interface Measure {
  readonly name: string;
  readonly of: (scores: Scores) => number | null;
}

type Kind = keyof PartScores;

/** Makes the same figure for every part of the survey. */
type Parts = (figure: (measure: Measure) => number | null) => PartScores;

/** The parts that a round's scores have. */
function partsOf(example: Scores): Parts {
  return (figure) => {
    const kind = (name: Kind): Readonly<Record<string, number | null>> =>
      Object.fromEntries(Object.keys(example[name]).map((id) => [id, figure(measureOf(name, id))]));
    return {
      sides: kind('sides'),
      subItems: kind('subItems'),
      healthIssues: kind('healthIssues'),
      valuePropositions: kind('valuePropositions'),
    };
  };
}

/** A figure that is missing in one class is missing in all: all minus the others is the hidden one. */
function shownInAll(classes: readonly Folded<Member>[], parts: Parts): Parts {
  const isShown = (measure: Measure): boolean =>
    classes.every(({ members }) => contributionsTo(measure, members).length >= GATES.class);
  return (figure) => parts((measure) => (isShown(measure) ? figure(measure) : null));
}

function measureOf(kind: Kind, id: string): Measure {
  return { name: `${kind}/${id}`, of: (scores) => scores[kind][id]?.score ?? null };
}

/** What is shown of one group; percentiles only where it is large enough. */
function statisticsOf(
  dimension: ComparisonGroup['dimension'],
  members: readonly Member[],
  parts: Parts,
  { hash, round }: Protection,
): Omit<ComparisonGroup, 'dimension' | 'classes'> {
  const all = (statistic: (of: readonly Contribution[], cell: Cell) => number | null): PartScores =>
    parts((measure) =>
      statistic(contributionsTo(measure, members), { hash, measure: measure.name, round }),
    );
  const percentile = (share: number): PartScores =>
    all((of, cell) => protectedPercentile(of, share, cell));
  return {
    n: shownCount(members.length),
    means: all(protectedMean),
    ...(dimension === 'industry' && members.length >= GATES.quartile
      ? { bestQuarter: percentile(0.75) }
      : {}),
    ...(dimension === 'all' && members.length >= GATES.tenth ? { bestTenth: percentile(0.9) } : {}),
  };
}

function contributionsTo(measure: Measure, members: readonly Member[]): readonly Contribution[] {
  return members.flatMap(({ key, scoreOf }) => {
    const score = scoreOf(measure);
    return score === null ? [] : [{ key, score }];
  });
}
