import type { Score, Standing } from '@sukoyaka/scoring';
import { changeOf, changeText } from '../facts/change.js';
import { comparisonsOf } from '../facts/comparisons.js';
import {
  deviationOf,
  overallRange,
  rangeOf,
  type ScoreRange,
  shownEnds,
  stagesOf,
  stageText,
} from '../facts/score-range.js';
import { raiseOf } from '../facts/raise.js';
import { standingFacts } from '../facts/standing.js';
import type { Named } from '../input.js';
import { raiseText } from '../sections/value-propositions.js';
import { type Cycle, nameOf, type View } from '../view.js';
import { points, type Say, score, share } from './sentence.js';
import type {
  ReportTwin,
  TwinChange,
  TwinCycle,
  TwinOverall,
  TwinRange,
  TwinScore,
  TwinStanding,
  TwinValueProposition,
} from './types.js';

type Scored = Pick<
  ReportTwin,
  'overall' | 'sides' | 'subItems' | 'healthIssues' | 'valuePropositions'
>;

type Part = 'sides' | 'subItems' | 'healthIssues' | 'valuePropositions';

/** Every score of the report. */
export function twinScores(view: View, say: Say): Scored {
  const { programme, evaluation } = view;
  const list = (part: Part, names: readonly Named[]): readonly TwinScore[] =>
    names
      .filter(({ id }) => id in evaluation.scores[part])
      .map(({ id }) => scoreOf(view, part, id, say(nameOf(names, id))));
  return {
    overall: overallOf(view, say),
    sides: list('sides', programme.pillars),
    subItems: list('subItems', programme.subItems),
    healthIssues: list('healthIssues', programme.healthIssues),
    valuePropositions: list('valuePropositions', programme.valuePropositions).map((value) => ({
      ...value,
      raise: twinRaise(view, value.id, say),
    })),
  };
}

function twinRaise(view: View, id: string, say: Say): TwinValueProposition['raise'] {
  const { trace, scores } = view.evaluation;
  const raise = raiseOf(id, trace, scores, view.survey);
  return raise && { ...raise, gain: score(raise.gain), words: say(raiseText(view, id)) };
}

function scoreOf(view: View, part: Part, id: string, name: TwinScore['name']): TwinScore {
  const { evaluation, before } = view;
  const tally = evaluation.scores[part][id];
  const shown = rangeOf(tally);
  const deviations = part === 'valuePropositions' ? null : evaluation.standing?.[part];
  return {
    id,
    name,
    ...rangeIn(shown),
    points: points(tally?.points ?? 0),
    max: points(tally?.max ?? 0),
    excluded: points(tally?.excluded ?? 0),
    open: points(tally?.open ?? 0),
    deviation: score(deviationOf(deviations?.[id], shown)),
    before: certainOf(before?.evaluation.scores[part][id]),
    ...comparedOf(view, part, id),
  };
}

/** The certain score as the document prints it. */
function certainOf(tally: Score | undefined): number | null {
  const shown = rangeOf(tally);
  return shown === null ? null : shownEnds(shown).low;
}

function comparedOf(view: View, part: Part, id: string): Pick<TwinScore, 'compared'> {
  const compared = comparisonsOf(view);
  if (compared.length === 0) return {};
  const values = compared.map((each) => [each.id, each.of[part][id] ?? null] as const);
  return { compared: Object.fromEntries(values) };
}

function rangeIn(shown: ScoreRange | null): TwinRange {
  if (shown === null) return { score: null, best: null, openShare: 0 };
  const { low, high } = shownEnds(shown);
  return { score: low, best: high, openShare: share(shown.openShare) };
}

function overallOf(view: View, say: Say): TwinOverall {
  const { evaluation, survey, cycles } = view;
  const shown = overallRange(evaluation.scores);
  const stages = stagesOf(shown, survey.edition.scoring);
  const words = say(stageText(shown, survey.edition.scoring));
  return {
    ...rangeIn(shown),
    stage: stages && { from: stages.low, to: stages.high, words },
    cycles: cycles.map(cycleOf),
    change: twinChange(view, say),
    standing: standingOf(view, shown, say),
  };
}

function cycleOf({ evaluation, year }: Cycle): TwinCycle {
  const { edition, scores, standing } = evaluation;
  const shown = overallRange(scores);
  return {
    year: Number(year),
    edition: edition.id,
    editionVersion: edition.version,
    ...rangeIn(shown),
    deviation: score(deviationOf(standing?.overall, shown)),
    rankBand: shown === null || shown.mostlyUnknown ? null : (standing?.rankBand ?? null),
  };
}

function twinChange(view: View, say: Say): TwinChange | null {
  const change = changeOf(view);
  if (change === null) return null;
  const { since, total, company, rules } = change;
  return {
    since: Number(since.year),
    total: score(total),
    company: score(company),
    rules: score(rules),
    words: say(changeText(change, view)),
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
    nextBand: hidden || shown.openShare > 0 ? null : nextBandOf(standing),
    quarter: hidden ? null : standing.quarter,
    words: standingFacts(standing, shown).map(say),
  };
}

function nextBandOf({ nextBand }: Standing): TwinStanding['nextBand'] {
  return nextBand ? { ...nextBand, distance: score(nextBand.distance) } : null;
}
