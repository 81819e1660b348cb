import type { Score, Scores, Stage } from '@sukoyaka/scoring';
import type { ScoringPlan } from '@sukoyaka/survey';
import { round } from '@sukoyaka/kernel';
import { fixed, type Phrase, same, say } from '../words/phrase.js';

/**
 * From this share of unknown points on, a result is not drawn as a score: a company that has
 * answered almost nothing must not look like a bad one (ours).
 */
export const MOSTLY_UNKNOWN = 0.5;

/** What may be said of a score: `low` is certain, `high` is reached if every unknown turns out best. */
export interface ScoreRange {
  readonly low: number;
  readonly high: number;
  /** Share of the points that hang on unknown answers, 0–1. */
  readonly openShare: number;
  readonly mostlyUnknown: boolean;
}

/** The range of a score; null where nothing applies. */
export function rangeOf(score: Score | undefined): ScoreRange | null {
  if (!score || score.score === null || score.best === null) return null;
  const available = score.max - score.excluded;
  return range(score.score, score.best, available > 0 ? score.open / available : 0);
}

/** The range of a score that may be drawn; null where nothing applies and where most is unknown. */
export function drawableRange(score: Score | undefined): ScoreRange | null {
  const shown = rangeOf(score);
  return shown?.mostlyUnknown ? null : shown;
}

/** The certain part of a score that may be drawn. */
export function certainScore(score: Score | undefined): number | null {
  return drawableRange(score)?.low ?? null;
}

/** The range of the overall score; null where nothing applies. */
export function overallRange({ overall }: Scores): ScoreRange | null {
  if (overall.score === null || overall.best === null) return null;
  return range(overall.score, overall.best, overall.openShare);
}

function range(low: number, high: number, openShare: number): ScoreRange {
  return { low, high, openShare, mostlyUnknown: openShare > MOSTLY_UNKNOWN };
}

export const NOTHING = '–';

/**
 * The ends of a range as they are shown, with one decimal. Where unknown answers move it, both are
 * rounded down: 49.98 must not read 50, from where the next stage begins.
 */
export function shownEnds({ low, high, openShare }: ScoreRange): {
  readonly low: number;
  readonly high: number;
} {
  if (openShare > 0) return { low: down(low), high: down(high) };
  const exact = round(low, 1);
  return { low: exact, high: exact };
}

/** Rounding noise of sums must not take a tenth away. */
const NOISE = 1e-9;

function down(value: number): number {
  return Math.floor(10 * value + NOISE) / 10;
}

/** `62.4`, or `58.1–66.0` where unknown answers move it, or a dash where nothing applies. */
export function rangeText(shown: ScoreRange | null): Phrase {
  if (shown === null) return same(NOTHING);
  const { low, high } = shownEnds(shown);
  if (low === high) return fixed(low);
  const digits = Number.isInteger(low) && Number.isInteger(high) ? 0 : 1;
  return say('number.range', { low: fixed(low, digits), high: fixed(high, digits) });
}

/**
 * A T value that may be shown: null where there is none, and where most is unknown, because T
 * counts unknowns as 0.
 */
export function deviationOf(
  value: number | null | undefined,
  shown: ScoreRange | null,
): number | null {
  return shown === null || shown.mostlyUnknown ? null : (value ?? null);
}

/** A T value in words: a lower bound while answers are unknown. */
export function deviationText(value: number | null | undefined, shown: ScoreRange | null): Phrase {
  const deviation = deviationOf(value, shown);
  if (shown === null || deviation === null) return same(NOTHING);
  return shown.openShare > 0 ? say('number.at-least', { n: fixed(deviation) }) : fixed(deviation);
}

/** The stages that a score may belong to: from the certain to the best possible one. */
export function stagesOf(
  shown: ScoreRange | null,
  plan: ScoringPlan,
): { readonly low: Stage; readonly high: Stage } | null {
  if (shown === null) return null;
  return { low: stageAt(shown.low, plan), high: stageAt(shown.high, plan) };
}

function stageAt(score: number, plan: ScoringPlan): Stage {
  return plan.stages.findLast(({ from }) => score >= from)?.stage ?? 1;
}

/** The stage in words; both ends where unknown answers leave it open, and so said where most are. */
export function stageText(shown: ScoreRange | null, plan: ScoringPlan): Phrase {
  const stages = stagesOf(shown, plan);
  if (shown === null || stages === null) return say('stage.none');
  if (shown.mostlyUnknown) return say('stage.unknown');
  if (stages.low === stages.high) return say(`stage.${stages.low}`);
  return say('stage.between', {
    low: say(`stage.${stages.low}`),
    high: say(`stage.${stages.high}`),
  });
}
