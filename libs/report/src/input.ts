import type { RuleSet } from '@sukoyaka/conformity';
import type { Evaluation } from '@sukoyaka/evaluation';
import type { Locale, Localised } from '@sukoyaka/kernel';
import type { Scores } from '@sukoyaka/scoring';
import type { CompiledSurvey } from '@sukoyaka/survey';

/** One language, or two set side by side: the first is the primary language. */
export type ReportLanguages = readonly [Locale] | readonly [Locale, Locale];

/** How far somebody other than the company has looked at the answers. */
export type Assurance = 'self-assessed' | 'documents-checked' | 'checked-on-site';

/** What a report needs: the result, the texts that it speaks of, and what the caller knows. */
export interface ReportInput {
  readonly evaluation: Evaluation;
  /** The survey that was answered, for the texts of questions and options. */
  readonly survey: CompiledSurvey;
  readonly programme: ProgrammeNames;
  /** The rule sets of `evaluation.readings`, in any order. */
  readonly ruleSets: readonly RuleSet[];
  /** What a Japanese parent company is asked, topic by topic; default none. */
  readonly parentTopics?: readonly ParentTopic[];
  readonly context: ReportContext;
  readonly languages: ReportLanguages;
}

export interface ReportContext {
  readonly reportNumber: string;
  /** ISO 8601 instant; its date as written is the date of the report. */
  readonly createdAt: string;
  /** Default: up to the date of the edition's `periodEndQuestion`, where that is answered. */
  readonly period?: ReportPeriod;
  readonly assurance: Assurance;
  /** Where readers can check the report: printed on the cover, and there as a QR code. */
  readonly verifyAt?: string;
  /** Earlier assessments of the same organisation, in any order. */
  readonly previous?: readonly EarlierCycle[];
}

export interface EarlierCycle {
  readonly evaluation: Evaluation;
  /** Default: up to the date that its answers state. */
  readonly period?: ReportPeriod;
  /**
   * What its answers, carried over, are worth by the present edition; left out where that is the
   * same. It tells a change of the company from a change of the rules.
   */
  readonly restated?: Scores;
}

/** ISO dates (CE), both inclusive. */
export interface ReportPeriod {
  readonly from?: string;
  readonly to: string;
}

/** The names of a programme's parts, as `surveys/<programme>-<year>.json` holds them. */
export interface ProgrammeNames {
  readonly pillars: readonly Named[];
  readonly criteria: readonly ProgrammeCriterionNames[];
  readonly subItems: readonly (Named & { readonly pillar: string })[];
  readonly healthIssues: readonly Named[];
  readonly valuePropositions: readonly (Named & { readonly for: 'company' | 'government' })[];
}

export interface ProgrammeCriterionNames {
  readonly id: string;
  readonly pillar: string;
  /** The number that a criterion has this year in each division, where it has one. */
  readonly metiNumber?: { readonly large: number | null; readonly sme: number | null };
}

/** A topic of the parent's own survey, and the questions of each edition that answer it. */
export interface ParentTopic extends Named {
  readonly provenance: string;
  readonly questions: { readonly large: readonly string[]; readonly sme: readonly string[] };
}

export interface Named {
  readonly id: string;
  readonly name: Localised;
}
