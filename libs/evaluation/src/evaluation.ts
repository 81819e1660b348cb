import type { CriterionResult, PathToConformity, RuleSet, Verdict } from '@sukoyaka/conformity';
import type { Localised } from '@sukoyaka/kernel';
import type { Comparison, Improvement, Scores, Standing, TraceEntry } from '@sukoyaka/scoring';
import type { Answers, Bound, Finding, Organisation } from '@sukoyaka/survey';

/** Everything that follows from one valid answer sheet: what the report shows and the API returns. */
export interface Evaluation {
  readonly schema: 'sukoyaka-evaluation/1';
  readonly edition: EditionIdentity;
  readonly organisation: Organisation | null;
  readonly answers: Answers;
  readonly completeness: Completeness;
  /** What the company is asked to look at again. */
  readonly warnings: readonly Finding[];
  readonly scores: Scores;
  /** Null without cohort statistics. */
  readonly standing: Standing | null;
  /** Protected statistics of the groups to compare with; left out where the cohort has none. */
  readonly comparison?: Comparison;
  /** Both readings of the criteria, side by side. */
  readonly readings: readonly ReadingResult[];
  readonly improvements: readonly Improvement[];
  readonly outcomes: readonly OutcomeFigure[];
  readonly trace: readonly TraceEntry[];
}

export interface EditionIdentity {
  readonly id: string;
  readonly version: string;
  readonly year: number;
  readonly division: 'large' | 'sme';
  readonly title: Localised;
}

export interface Completeness {
  /** Questions that the company sees. */
  readonly asked: number;
  readonly answered: number;
  /** Mandatory questions still open. */
  readonly missing: readonly string[];
  readonly complete: boolean;
}

/** The criteria as one rule set reads them. */
export interface ReadingResult {
  readonly ruleSet: Pick<RuleSet, 'id' | 'version' | 'reading' | 'title'>;
  readonly verdict: Verdict;
  readonly criteria: readonly CriterionResult[];
  readonly gates: readonly {
    readonly gate: string;
    readonly state: 'met' | 'not-met' | 'unknown';
  }[];
  readonly path: PathToConformity;
}

/** One figure of a table, with what is needed to read it and nothing to compare it wrongly. */
export interface OutcomeFigure {
  readonly question: string;
  readonly item: string | null;
  /** Id of `@sukoyaka/outcomes`; null for a rate that is no outcome. */
  readonly indicator: string | null;
  /** Option id of the instrument; null where the indicator needs none or none was stated. */
  readonly instrument: string | null;
  /** Option id of what the figure means (loss, performance, days), where that is asked. */
  readonly direction: string | null;
  readonly unit: string;
  /** Years ascending; the last is the current one. */
  readonly values: readonly YearFigure[];
}

export interface YearFigure {
  /** Null for a figure that is not stated by year. */
  readonly year: string | null;
  /** Null when withheld. */
  readonly value: number | null;
  readonly bound: Bound;
  readonly measured: number | null;
  readonly eligible: number | null;
  /** A health-state figure of fewer than 10 people is not shown. */
  readonly withheld: boolean;
}
