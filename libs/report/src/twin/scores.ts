import type { Score } from '@sukoyaka/scoring';
import {
  deviationOf,
  overallRange,
  rangeOf,
  type ScoreRange,
  stagesOf,
  stageText,
} from '../facts/score-range.js';
import { raiseOf } from '../facts/raise.js';
import { standingFacts } from '../facts/standing.js';
import type { Named } from '../input.js';
import { raiseText } from '../sections/value-propositions.js';
import { nameOf, type View } from '../view.js';
import { points, type Say, score, share } from './sentence.js';
import type { ReportTwin, TwinOverall, TwinRange, TwinScore, TwinStanding } from './types.js';

type Scored = Pick<
  ReportTwin,
  'overall' | 'sides' | 'subItems' | 'healthIssues' | 'valuePropositions'
>;

/** Every score of the report. */
export function twinScores(view: View, say: Say): Scored {
  const { programme, evaluation, before } = view;
  const { scores, standing, trace } = evaluation;
  const list = (
    names: readonly Named[],
    own: Readonly<Record<string, Score>>,
    last: Readonly<Record<string, Score>> | undefined,
    deviations?: Readonly<Record<string, number | null>> | null,
  ): readonly TwinScore[] =>
    names
      .filter(({ id }) => id in own)
      .map(({ id }) => scoreOf(say(nameOf(names, id)), id, own, last, deviations?.[id] ?? null));
  const then = before?.scores;
  return {
    overall: overallOf(view, say),
    sides: list(programme.pillars, scores.sides, then?.sides, standing?.sides),
    subItems: list(programme.subItems, scores.subItems, then?.subItems, standing?.subItems),
    healthIssues: list(
      programme.healthIssues,
      scores.healthIssues,
      then?.healthIssues,
      standing?.healthIssues,
    ),
    valuePropositions: list(
      programme.valuePropositions,
      scores.valuePropositions,
      then?.valuePropositions,
    ).map((value) => {
      const raise = raiseOf(value.id, trace, scores, view.survey);
      const words = say(raiseText(view, value.id));
      return { ...value, raise: raise && { ...raise, gain: score(raise.gain), words } };
    }),
  };
}

function scoreOf(
  name: TwinScore['name'],
  id: string,
  own: Readonly<Record<string, Score>>,
  last: Readonly<Record<string, Score>> | undefined,
  deviation: number | null,
): TwinScore {
  const tally = own[id];
  const shown = rangeOf(tally);
  return {
    id,
    name,
    ...rangeIn(shown),
    points: points(tally?.points ?? 0),
    max: points(tally?.max ?? 0),
    excluded: points(tally?.excluded ?? 0),
    open: points(tally?.open ?? 0),
    deviation: score(deviationOf(deviation, shown)),
    before: score(last?.[id]?.score ?? null),
  };
}

function rangeIn(shown: ScoreRange | null): TwinRange {
  if (shown === null) return { score: null, best: null, openShare: 0 };
  return { score: score(shown.low), best: score(shown.high), openShare: share(shown.openShare) };
}

function overallOf(view: View, say: Say): TwinOverall {
  const { evaluation, survey, cycles } = view;
  const shown = overallRange(evaluation.scores);
  const stages = stagesOf(shown, survey.edition.scoring);
  const words = say(stageText(shown, survey.edition.scoring));
  return {
    ...rangeIn(shown),
    stage: stages && { from: stages.low, to: stages.high, words },
    cycles: cycles.map(({ edition, scores }) => ({
      edition: edition.id,
      year: edition.year,
      ...rangeIn(overallRange(scores)),
    })),
    standing: standingOf(view, shown, say),
  };
}

/** The report does not say more to machines than to people: what is not shown is null here too. */
function standingOf(view: View, shown: ScoreRange | null, say: Say): TwinStanding | null {
  const { standing } = view.evaluation;
  if (standing === null) return null;
  const hidden = shown === null || shown.mostlyUnknown;
  return {
    cohort: standing.cohort,
    deviation: score(deviationOf(standing.overall, shown)),
    rankBand: hidden ? null : standing.rankBand,
    quarter: hidden ? null : standing.quarter,
    words: standingFacts(standing, shown).map(say),
  };
}
