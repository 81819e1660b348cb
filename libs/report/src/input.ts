import type { RuleSet } from '@sukoyaka/conformity';
import type { Evaluation } from '@sukoyaka/evaluation';
import type { Locale, Localised } from '@sukoyaka/kernel';
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
  /** Earlier evaluations of the same organisation, in any order. */
  readonly previous?: readonly Evaluation[];
}

/** ISO dates (CE), both inclusive. */
export interface ReportPeriod {
  readonly from?: string;
  readonly to: string;
}

/** The names of a programme's parts, as `surveys/<programme>-<year>.json` holds them. */
export interface ProgrammeNames {
  readonly pillars: readonly Named[];
  readonly criteria: readonly { readonly id: string; readonly pillar: string }[];
  readonly subItems: readonly (Named & { readonly pillar: string })[];
  readonly healthIssues: readonly Named[];
  readonly valuePropositions: readonly (Named & { readonly for: 'company' | 'government' })[];
}

export interface Named {
  readonly id: string;
  readonly name: Localised;
}
