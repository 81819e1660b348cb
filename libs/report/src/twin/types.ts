import type { Decision, Level } from '@sukoyaka/conformity';
import type { OutcomeFigure } from '@sukoyaka/evaluation';
import type { Locale } from '@sukoyaka/kernel';
import type { ComparisonDimension, RankBand, Stage } from '@sukoyaka/scoring';
import type { AnswerValue, Organisation } from '@sukoyaka/survey';
import type { Assurance, ReportPeriod } from '../input.js';

/** A sentence in the languages of the report. */
export type Sentence = { readonly [L in Locale]?: string };

/**
 * The report for machines: language-neutral ids, numbers rounded once, and the sentences that a
 * person reads. Schema: `schema/report.schema.json`. Scores run from 0 to 100, shares from 0 to 1.
 */
export interface ReportTwin {
  readonly schema: 'sukoyaka-report/1';
  readonly reportNumber: string;
  readonly createdAt: string;
  /** Primary language first. */
  readonly languages: readonly Locale[];
  readonly title: Sentence;
  readonly notice: Sentence;
  readonly assurance: { readonly id: Assurance; readonly words: Sentence };
  readonly period: ReportPeriod | null;
  readonly synthetic: { readonly organisation: boolean; readonly cohort: boolean };
  readonly organisation: Organisation | null;
  readonly edition: TwinEdition;
  readonly completeness: TwinCompleteness;
  readonly overall: TwinOverall;
  readonly sides: readonly TwinScore[];
  readonly subItems: readonly TwinScore[];
  readonly healthIssues: readonly TwinScore[];
  readonly valuePropositions: readonly TwinValueProposition[];
  /** Null without protected statistics of others. */
  readonly comparison: Readonly<Record<ComparisonDimension, TwinGroup | null>> | null;
  readonly management: TwinManagement;
  readonly issues: readonly TwinIssueStory[];
  readonly readings: readonly TwinReading[];
  readonly improvements: readonly TwinImprovement[];
  readonly outcomes: readonly TwinOutcome[];
  readonly answers: readonly TwinAnswer[];
  readonly warnings: readonly TwinWarning[];
  readonly parentTopics: readonly TwinParentTopic[];
  readonly provenance: readonly TwinProvenance[];
}

export interface TwinEdition {
  readonly id: string;
  readonly version: string;
  readonly year: number;
  readonly division: 'large' | 'sme';
  readonly title: Sentence;
}

export interface TwinCompleteness {
  readonly asked: number;
  readonly answered: number;
  readonly complete: boolean;
  readonly missing: readonly string[];
}

/** What is certain (`score`), and what it would be if every unknown turned out best (`best`). */
export interface TwinRange {
  /** Null when nothing applies. */
  readonly score: number | null;
  readonly best: number | null;
  /** Share of the points that hang on unknown answers. */
  readonly openShare: number;
}

export interface TwinOverall extends TwinRange {
  /** The lowest and highest stage that the unknowns allow; null when nothing applies. */
  readonly stage: { readonly from: Stage; readonly to: Stage; readonly words: Sentence } | null;
  /** The results of up to five cycles, oldest first, this one last. */
  readonly cycles: readonly TwinCycle[];
  /** What moved the certain score since the last cycle; null in the first. */
  readonly change: TwinChange | null;
  readonly standing: TwinStanding | null;
}

export interface TwinCycle extends TwinRange {
  /** In which the assessed period ended (CE). */
  readonly year: number;
  readonly edition: string;
  readonly editionVersion: string;
  readonly deviation: number | null;
  readonly rankBand: RankBand | null;
}

/** Points: `company` and `rules` (the questionnaire's change alone) sum to `total`. */
export interface TwinChange {
  readonly since: number;
  readonly total: number;
  readonly company: number;
  readonly rules: number;
  readonly words: Sentence;
}

export interface TwinStanding {
  readonly cohort: { readonly label: string; readonly n: number; readonly synthetic: boolean };
  /** T; a lower bound while answers are unknown; null where it may not be shown. */
  readonly deviation: number | null;
  readonly rankBand: RankBand | null;
  /** The next better band, and how much T is missing to it. */
  readonly nextBand: (RankBand & { readonly distance: number }) | null;
  readonly quarter: 1 | 2 | 3 | 4 | null;
  readonly words: readonly Sentence[];
}

export interface TwinScore extends TwinRange {
  readonly id: string;
  readonly name: Sentence;
  readonly points: number;
  readonly max: number;
  readonly excluded: number;
  readonly open: number;
  readonly deviation: number | null;
  /** The certain score of the cycle before. */
  readonly before: number | null;
  /**
   * Protected statistics of others by name, such as `industry/means`, `all/bestTenth`; left out
   * without any.
   */
  readonly compared?: Readonly<Record<string, number | null>>;
}

/** A group to compare with: its ISIC sections or size classes, and how many took part, to the nearest five. */
export interface TwinGroup {
  readonly classes: readonly string[];
  readonly n: number;
}

/** Which questions make the parts of the sheet; what they say stands in `answers`. */
export interface TwinManagement {
  readonly strategy: readonly string[];
  readonly disclosure: readonly string[];
  readonly board: readonly string[];
  readonly participation: readonly TwinOutcome[];
}

/** A main health issue as the company tells it; null where it says nothing. */
export interface TwinIssueStory {
  readonly theme: string | null;
  readonly problem: string | null;
  readonly measure: string | null;
  readonly effect: string | null;
}

/** A topic of the parent's own survey with the questions that answer it. */
export interface TwinParentTopic {
  readonly id: string;
  readonly name: Sentence;
  readonly provenance: string;
  readonly answered: readonly string[];
  readonly unknown: readonly string[];
}

export interface TwinValueProposition extends TwinScore {
  readonly raise: {
    readonly question: string;
    readonly gain: number;
    readonly known: boolean;
    readonly words: Sentence;
  } | null;
}

type State = 'met' | 'not-met' | 'unknown';

export interface TwinReading {
  readonly id: string;
  readonly version: string;
  readonly title: Sentence;
  readonly conforms: Decision;
  readonly level: Level;
  /** How many criteria and formal conditions are open. */
  readonly open: number;
  readonly words: Sentence;
  readonly note: Sentence;
  readonly groups: readonly {
    readonly id: string;
    readonly met: number;
    readonly unknown: number;
    readonly need: number;
    readonly of: number;
  }[];
  readonly criteria: readonly {
    readonly id: string;
    readonly name: Sentence;
    readonly state: State;
    /** Questions whose answers decided it. */
    readonly because: readonly string[];
    readonly toMeet: readonly Sentence[];
  }[];
  readonly gates: readonly {
    readonly id: string;
    readonly name: Sentence;
    readonly state: State;
    readonly toMeet: readonly Sentence[];
  }[];
}

export interface TwinImprovement {
  readonly question: string;
  readonly text: Sentence;
  readonly points: number;
  readonly overallGain: number;
  readonly evidenceWeight: 1 | 2 | 3;
  readonly known: boolean;
  readonly nextOptions: readonly string[];
  readonly words: Sentence;
  readonly guidance: Sentence;
}

export interface TwinOutcome extends OutcomeFigure {
  readonly name: Sentence;
  readonly label: Sentence;
  readonly instrumentName: Sentence | null;
}

export interface TwinAnswer {
  readonly section: string;
  readonly question: string;
  readonly text: Sentence;
  readonly state: 'answered' | 'not-applicable' | 'unknown';
  /** The answer as given; left out when unknown, or when a figure of it is withheld. */
  readonly value?: AnswerValue;
  /** The answer in words; the company's own text stands in `value` only. */
  readonly words: Sentence | null;
}

export interface TwinWarning {
  readonly code: string;
  readonly question: string | null;
  readonly path: string;
  readonly reason: Sentence;
  readonly remedy: Sentence;
}

export interface TwinProvenance {
  readonly of: 'side-weights' | 'stages' | 'rule-set';
  readonly id: string;
  readonly version: string;
  readonly marks: readonly string[];
  readonly words: Sentence;
}
