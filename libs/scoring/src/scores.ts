/** Points of a part of the survey. `max` is fixed per edition; `excluded` left it through N/A. */
export interface Tally {
  readonly points: number;
  readonly max: number;
  readonly excluded: number;
  /** Points that hang on unknown answers. */
  readonly open: number;
}

/** A tally as a score from 0 to 100 of what applies; null when nothing applies. */
export interface Score extends Tally {
  readonly score: number | null;
  /** The score if every unknown turned out best. */
  readonly best: number | null;
}

export type Stage = 1 | 2 | 3 | 4;

/** Everything that the answers are worth, in absolute terms. Scores are 0–100, unrounded. */
export interface Scores {
  readonly edition: string;
  readonly editionVersion: string;
  readonly subItems: Readonly<Record<string, Score>>;
  readonly sides: Readonly<Record<string, Score>>;
  readonly overall: OverallScore;
  readonly healthIssues: Readonly<Record<string, Score>>;
  readonly valuePropositions: Readonly<Record<string, Score>>;
}

export interface OverallScore {
  /** Weighted mean of the sides' scores; null when no side applies. */
  readonly score: number | null;
  readonly best: number | null;
  /** Share of the points that hang on unknown answers, 0–1. */
  readonly openShare: number;
  readonly stage: Stage | null;
}

/** A tally with its score. */
export function scoreOf(points: number, max: number, excluded: number, open: number): Score {
  const available = max - excluded;
  if (available <= 0) return { points, max, excluded, open, score: null, best: null };
  const score = (100 * points) / available;
  const best = (100 * (points + open)) / available;
  return { points, max, excluded, open, score, best };
}
