import type { Localised } from '@sukoyaka/kernel';

/** What the editions of a programme share: `surveys/<programme>-<year>.json`, names in three languages. */
export interface Programme {
  readonly programme: string;
  readonly year: number;
  readonly pillars: readonly Named[];
  readonly criteria: readonly ProgrammeCriterion[];
  readonly scoredSides: { readonly weights: Readonly<Record<string, number>> };
  readonly subItems: readonly (Named & { readonly pillar: string })[];
  readonly healthIssues: readonly Named[];
  readonly mainPractices: readonly Named[];
  readonly valuePropositions: readonly (Named & { readonly for: 'company' | 'government' })[];
  readonly formalGates: { readonly ids: readonly string[] };
}

interface Named {
  readonly id: string;
  readonly name: Localised;
}

export interface ProgrammeCriterion {
  readonly id: string;
  readonly pillar: string;
  /** The criterion's role in each division; null where the division does not have it. */
  readonly large: string | null;
  readonly sme: string | null;
  /** METI's number of this year's criterion in each division; data, never a key. */
  readonly metiNumber: { readonly large: number | null; readonly sme: number | null };
  readonly name: { readonly large: Localised | null; readonly sme: Localised | null };
}

/** How a topic is known: published, transcribed by others, or believed. */
export type TopicProvenance = 'published' | 'transcribed' | 'believed';

/**
 * What a parent company is asked by its own country's survey, and which questions of an edition
 * answer it; none where the parent has to ask. `surveys/<programme>-<year>-parent-topics.json`.
 */
export interface ParentTopic {
  readonly id: string;
  readonly name: Localised;
  readonly provenance: TopicProvenance;
  /** Question ids by division. */
  readonly questions: { readonly large: readonly string[]; readonly sme: readonly string[] };
}

/** The file of parent topics; a reader of the survey meets them in this order. */
export interface ParentTopics {
  readonly note: Localised;
  readonly topics: readonly ParentTopic[];
}
