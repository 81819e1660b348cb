import type { Localised } from '@sukoyaka/kernel';
import type { Condition } from './condition.js';

/**
 * A survey edition: the questionnaire of one programme, division and year. Frozen once published.
 * On disk: `surveys/<programme>-<division>/<year>/edition.json` and `sections/<section id>.json`.
 */
export interface Edition {
  readonly id: string;
  /** Semantic version of the content. A published edition never changes; a new version does. */
  readonly version: string;
  readonly programme: string;
  readonly division: 'large' | 'sme';
  readonly year: number;
  readonly status: 'draft' | 'published';
  readonly title: Localised;
  readonly description: Localised;
  /** Years (CE) that year tables accept. */
  readonly years: { readonly from: number; readonly to: number };
  /** Id of the date question that ends the assessment period. */
  readonly periodEndQuestion?: string;
  /** Id of the choice that states in which currency amounts of money are (ISO 4217, or `other`). */
  readonly currencyQuestion?: string;
  /**
   * Id of the number question that states how many people the company employs. A table's item of the
   * same id states it by year.
   */
  readonly employeesQuestion?: string;
  readonly ruleSets: readonly string[];
  readonly scoring: ScoringPlan;
  readonly feedback?: FeedbackPlan;
  readonly sections: readonly Section[];
}

/** Which questions the parts of the feedback sheet are made of, by id, in the order shown. */
export interface FeedbackPlan {
  /** From the business issue to the effect that is expected. */
  readonly strategy: readonly string[];
  readonly disclosure: readonly string[];
  /** What the highest management body dealt with. */
  readonly board: readonly string[];
  /** Tables of how many took part. */
  readonly participation: readonly string[];
  /** The main health issues in the company's words. */
  readonly issues: readonly IssueStory[];
}

/** A choice of health issue, and three texts on it. */
export interface IssueStory {
  readonly theme: string;
  readonly problem: string;
  readonly measure: string;
  readonly effect: string;
}

export interface Section {
  readonly id: string;
  readonly pillar: string | null;
  readonly title: Localised;
  readonly intro: Localised;
  readonly questions: readonly Question[];
}

export type Question =
  | SingleQuestion
  | MultipleQuestion
  | ProgressQuestion
  | NumberQuestion
  | PercentageQuestion
  | YearTableQuestion
  | DateQuestion
  | TextQuestion
  | EvidenceQuestion
  | ConsentQuestion;

interface QuestionBase {
  /** Stable kebab-case id; never a number, never reused for another meaning. */
  readonly id: string;
  /** What the question is about, as a noun phrase: for reports, tables and navigation. */
  readonly label: Localised;
  readonly text: Localised;
  /** One line under the question: what to count, what to leave out. */
  readonly note?: Localised;
  /** Counts for the gate "mandatory questions answered". */
  readonly mandatory?: boolean;
  /** Asked when this holds. An answer is refused when it does not, accepted while it is unknown. */
  readonly when?: Condition;
  /** Asked once per site; the value is `{ "sites": { <site id>: value } }`. */
  readonly perSite?: boolean;
  readonly notApplicable?: NotApplicable;
  readonly why: Localised;
  readonly evidence: Localised;
  readonly example: Localised;
  readonly guidance: Guidance;
  readonly law: { readonly thailand: LawMark; readonly japan: LawMark };
  readonly scoring?: QuestionScoring;
  readonly tags: QuestionTags;
  /** Where a figure or fact in the texts comes from. */
  readonly sources?: readonly string[];
}

export interface Guidance {
  readonly thailand: Localised;
  readonly asean: Localised;
  readonly japan: Localised;
}

/** `law`: the practice is demanded by law; `partly`: for some firms or work; `beyond-the-law`: not demanded. */
export type LawMark = 'law' | 'partly' | 'beyond-the-law';

export interface NotApplicable {
  readonly reasons: readonly { readonly id: string; readonly text: Localised }[];
  /** `exclude`: the question leaves the maximum; `zero`: earns 0 of it; `full`: earns all of it. */
  readonly score: 'exclude' | 'zero' | 'full';
}

export interface QuestionTags {
  readonly criteria: readonly string[];
  readonly gates?: readonly string[];
  readonly subItem: string | null;
  readonly healthIssues: readonly string[];
  /** Weight 1–3 for each value proposition that the practice serves. */
  readonly valuePropositions: Readonly<Record<string, number>>;
  /** CDC-style: 1 good, 2 better, 3 best by evidence × impact; null where no practice is asked. */
  readonly evidenceWeight: 1 | 2 | 3 | null;
  readonly mainPractices?: readonly string[];
  readonly thaiParts?: readonly ThaiPart[];
  readonly gri?: readonly string[];
  readonly iso25554?: readonly string[];
  readonly happy8?: readonly string[];
  readonly whoAvenues?: readonly string[];
  /** Outcome indicator that the answer states (ids of `@sukoyaka/outcomes`), per item for tables. */
  readonly indicators?: Readonly<Record<string, string>>;
  /** The questions that say by which instrument the figures were measured and what they mean. */
  readonly measuredBy?: { readonly instrument: string; readonly direction?: string };
}

export type ThaiPart = 'organisation-support' | 'disease-free' | 'safe' | 'happy';

export interface Option {
  readonly id: string;
  readonly text: Localised;
  /** Points when chosen; absent means 0. */
  readonly points?: number;
  /** multiple only: excludes every other option ("none of these"). */
  readonly exclusive?: boolean;
  /** Of a choice of instrument or meaning: the unit of figures that are measured so. */
  readonly unit?: Unit;
  /** Says that it is not known; a figure then has no instrument or meaning. */
  readonly unknown?: boolean;
}

export interface SingleQuestion extends QuestionBase {
  readonly type: 'single';
  readonly options: readonly Option[];
}

export interface MultipleQuestion extends QuestionBase {
  readonly type: 'multiple';
  readonly options: readonly Option[];
  readonly maxSelected?: number;
}

/** Yes, in progress, or no. */
export interface ProgressQuestion extends QuestionBase {
  readonly type: 'yes-progress-no';
}

export interface NumberQuestion extends QuestionBase {
  readonly type: 'number';
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** A rate from its numerator and denominator; `{ "percent": x, "bound"?: … }` where only the rate is published. */
export interface PercentageQuestion extends QuestionBase {
  readonly type: 'percentage';
  readonly numerator: Localised;
  readonly denominator: Localised;
  /** A rate above 100 % is asked about (warning) rather than refused. */
  readonly mayExceed100?: boolean;
  /** A figure about people's health is refused of fewer people than this (domain rule: 10). */
  readonly leastPeople?: number;
}

/** Years × items; the value is `{ "<year>": { "<item id>": cell } }`. */
export interface YearTableQuestion extends QuestionBase {
  readonly type: 'year-table';
  /** How many years the table asks for (at most that many are accepted). */
  readonly years: number;
  readonly items: readonly TableItem[];
  /** Within one year `item` may not exceed `atMost`. */
  readonly checks?: readonly { readonly item: string; readonly atMost: string }[];
}

export type TableItem = NumberItem | PercentageItem;

export interface NumberItem {
  readonly id: string;
  readonly label: Localised;
  readonly kind: 'number';
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

export interface PercentageItem {
  readonly id: string;
  readonly label: Localised;
  readonly kind: 'percentage';
  readonly mayExceed100?: boolean;
  /** As for percentage questions. */
  readonly leastPeople?: number;
  /** A change on the year before of more than this many points is asked about. */
  readonly askAboutChange?: number;
}

export interface DateQuestion extends QuestionBase {
  readonly type: 'date';
  /** ISO dates (CE), both inclusive. */
  readonly min: string;
  readonly max: string;
}

export interface TextQuestion extends QuestionBase {
  readonly type: 'text';
  /** In user-perceived characters. */
  readonly maxLength: number;
}

export interface EvidenceQuestion extends QuestionBase {
  readonly type: 'evidence';
  readonly maxItems: number;
}

export interface ConsentQuestion extends QuestionBase {
  readonly type: 'consent';
  /** The version of `text` that the consent refers to. */
  readonly textVersion: string;
}

export type Unit =
  | 'people'
  | 'count'
  | 'percent'
  | 'days'
  | 'hours'
  | 'hours-per-month'
  | 'minutes'
  | 'points'
  | 'score'
  | 'currency'
  | 'currency-per-person'
  | 'per-million-hours';

/** How an answer earns points; `max` is what the question adds to the edition's fixed maximum. */
export type QuestionScoring =
  /** single: the option's points; multiple: their sum, at most `max`. */
  | { readonly by: 'options'; readonly max: number }
  | { readonly by: 'progress'; readonly max: number; readonly inProgress: number }
  /** The latest value of `item` on a staircase: the points of the best step reached. */
  | {
      readonly by: 'steps';
      readonly max: number;
      readonly item?: string;
      readonly direction: 'higher-is-better' | 'lower-is-better';
      readonly steps: readonly { readonly at: number; readonly points: number }[];
    }
  /** year-table: `perYear` points for each year that has every item of `items`, at most `max`. */
  | {
      readonly by: 'years-measured';
      readonly max: number;
      readonly perYear: number;
      readonly items: readonly string[];
    }
  /** evidence, text, date, number, percentage: given at all. */
  | { readonly by: 'presence'; readonly max: number };

/** How points become scores; weights and limits are data with their provenance. */
export interface ScoringPlan {
  readonly sideWeights: Readonly<Record<string, number>>;
  readonly sideWeightsProvenance: string;
  /** Absolute overall score from which each stage begins, ascending; the first begins at 0. */
  readonly stages: readonly { readonly stage: 1 | 2 | 3 | 4; readonly from: number }[];
  readonly stagesProvenance: string;
}
