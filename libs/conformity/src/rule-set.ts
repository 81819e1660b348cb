import type { Localised } from '@sukoyaka/kernel';
import type { Condition } from '@sukoyaka/survey';

/**
 * Certification rules of one programme, year, division and reading, as data.
 * On disk: `surveys/<edition>/rule-sets/<id>.json`. Old submissions keep the set they were read with.
 */
export interface RuleSet {
  readonly id: string;
  readonly version: string;
  readonly programme: string;
  readonly year: number;
  readonly division: 'large' | 'sme';
  readonly reading: 'as-published-in-japan' | 'thailand-reading';
  readonly edition: string;
  readonly title: Localised;
  readonly note: Localised;
  readonly provenance: string;
  /** Every criterion of these must be met. */
  readonly required: readonly string[];
  /** Of each group at least `min`. */
  readonly groups: readonly CriterionGroup[];
  /** What a top rank adds: more criteria, and a rank that this product does not assess. */
  readonly extras?: CriterionExtras;
  readonly gates: readonly GateRule[];
  readonly criteria: readonly CriterionRule[];
}

export interface CriterionGroup {
  readonly id: string;
  readonly name: Localised;
  readonly min: number;
  readonly of: readonly string[];
}

export interface CriterionExtras {
  readonly id: 'white500';
  readonly name: Localised;
  readonly criteria: readonly string[];
  readonly rankAtMost: number;
  readonly provenance: string;
}

/** A formal condition beside the criteria. */
export interface GateRule {
  readonly id: string;
  readonly name: Localised;
  /** Read from answers; `mandatory-complete` asks the survey whether every mandatory question is answered. */
  readonly when: Condition | 'mandatory-complete';
  readonly provenance: string;
}

export interface CriterionRule {
  readonly id: string;
  readonly name: Localised;
  readonly metWhen: Condition;
  /** What "not applicable" to one of `questions` makes of the criterion. */
  readonly notApplicable?: {
    readonly questions: readonly string[];
    readonly countsAs: 'met' | 'not-met' | 'unknown';
    readonly provenance: string;
  };
  /** How this reading takes the criterion, for the reader. */
  readonly reading: Localised;
  readonly provenance: string;
}
