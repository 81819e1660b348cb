import type { Evaluation, ReadingResult } from '@sukoyaka/evaluation';
import { round } from '@sukoyaka/kernel';
import type { Score, Standing } from '@sukoyaka/scoring';
import type { CheckedSheet, Workbench } from '../sheets.js';
import { bestStage } from './best-stage.js';
import { verdictObject } from './verdict-object.js';

/** Decimals of scores, points and T values in the output. */
const DECIMALS = 2;
const SHARE_DECIMALS = 4;

const rounded = (value: number | null): number | null =>
  value === null ? null : round(value, DECIMALS);

function eachOf<T, R>(parts: Readonly<Record<string, T>>, of: (part: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(parts).map(([id, part]) => [id, of(part)]));
}

function scoreObject({ score, best, points, max, excluded, open }: Score): object {
  return {
    score: rounded(score),
    best: rounded(best),
    points: rounded(points),
    max: rounded(max),
    excluded: rounded(excluded),
    open: rounded(open),
  };
}

function standingObject(standing: Standing): object {
  const each = (values: Readonly<Record<string, number | null>> | null): object | null =>
    values && eachOf(values, rounded);
  return {
    cohort: standing.cohort,
    overall: rounded(standing.overall),
    sides: each(standing.sides),
    subItems: each(standing.subItems),
    healthIssues: each(standing.healthIssues),
    rankBand: standing.rankBand,
    quarter: standing.quarter,
  };
}

/**
 * The contract of `score --json`: scores 0–100, points and T values with two decimals. `best` is the
 * score if every unknown turned out best; `openShare` the share of points that hang on unknowns.
 */
export function evaluationObject(
  { evaluator }: Workbench,
  { validation }: CheckedSheet,
  evaluation: Evaluation,
  withTrace: boolean,
): object {
  const { edition, organisation, completeness, scores, standing, comparison } = evaluation;
  const { score, best, openShare, stage } = scores.overall;
  return {
    valid: true,
    edition: edition.id,
    editionVersion: edition.version,
    ...(organisation?.name === undefined ? {} : { organisation: organisation.name }),
    ...(organisation?.synthetic ? { synthetic: true } : {}),
    completeness,
    warnings: validation.problems,
    overall: {
      score: rounded(score),
      best: rounded(best),
      openShare: round(openShare, SHARE_DECIMALS),
      stage,
      bestStage: bestStage(scores.overall, evaluator.scoring.plan),
    },
    sides: eachOf(scores.sides, scoreObject),
    subItems: eachOf(scores.subItems, scoreObject),
    healthIssues: eachOf(scores.healthIssues, scoreObject),
    valuePropositions: eachOf(scores.valuePropositions, scoreObject),
    standing: standing && standingObject(standing),
    ...(comparison ? { comparison } : {}),
    conformity: Object.fromEntries(
      evaluation.readings.map((reading) => [reading.ruleSet.id, readingObject(reading)]),
    ),
    improvements: evaluation.improvements.map((step) => ({
      ...step,
      points: rounded(step.points),
      overallGain: rounded(step.overallGain),
    })),
    outcomes: evaluation.outcomes,
    ...(withTrace ? { trace: evaluation.trace.map(traceObject) } : {}),
  };
}

/** The decision, with each criterion and gate, the answers that decided it, and the shortest ways. */
function readingObject({ verdict, criteria, gates, path }: ReadingResult): object {
  return { ...verdictObject(verdict), criteria, gates, path };
}

/** Shares of sites are the only numbers of the trace that are not short by themselves. */
function traceObject(entry: Evaluation['trace'][number]): object {
  const parts = entry.parts.map((part) => ({
    ...part,
    points: rounded(part.points),
    ...('share' in part ? { share: round(part.share, SHARE_DECIMALS) } : {}),
  }));
  const { points, open } = entry;
  return { ...entry, parts, points: rounded(points), open: rounded(open) };
}
