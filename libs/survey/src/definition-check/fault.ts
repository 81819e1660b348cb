import type { Locale } from '@sukoyaka/kernel';
import { translator } from '@sukoyaka/localisation';

/** Everything that can be wrong with a definition: an edition, its rule sets, its carry-over files. */
export const FAULT_CODES = [
  'shape',
  'shape-missing',
  'shape-unknown',
  'shape-type',
  'shape-value',
  'shape-pattern',
  'shape-too-few',
  'shape-too-small',
  'id-form',
  'id-twice',
  'id-inherited',
  'part-id-form',
  'part-ids-twice',
  'same-label',
  'identity-differs',
  'period-end',
  'employees',
  'currency',
  'stages-order',
  'exclusive-in-single',
  'check-items',
  'indicator-items',
  'indicator-unknown',
  'measured-by',
  'language-missing',
  'language-stray',
  'language-form',
  'language-copied',
  'condition-empty',
  'condition-count',
  'question-not-before',
  'needs-single',
  'needs-multiple',
  'needs-consent',
  'needs-figure',
  'asks-too-many',
  'no-values',
  'no-items',
  'no-not-applicable',
  'unknown-options',
  'unknown-table-item',
  'unknown-reasons',
  'points-without-scoring',
  'scoring-misfit',
  'no-sub-item',
  'max-not-positive',
  'max-not-reached',
  'in-progress-range',
  'years-measured-items',
  'negative-points',
  'exclusive-points',
  'steps-item',
  'steps-order',
  'no-question-for',
  'unknown-tag',
  'too-few-questions',
  'too-few-figures',
  'feedback-question',
  'feedback-type',
  'topic-question',
  'topic-twice',
  'topic-question-twice',
  'topic-provenance',
  'role-missing',
  'role-foreign',
  'role-differs',
  'rule-missing',
  'rule-untagged',
  'group-too-small',
  'old-question-missing',
  'new-question-missing',
  'old-option-missing',
  'new-option-missing',
  'carry-over-edition',
  'published-draft',
  'published-no-hash',
  'published-changed',
  'programme-changed',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** Values that the sentence names. */
export type FaultParams = Readonly<Record<string, string | number>>;

/** Something wrong with a definition, for its author: where and what. */
export interface DefinitionFault {
  /** Section, question or rule, such as `policy/policy-written`. */
  readonly at: string;
  readonly code: FaultCode;
  readonly params: FaultParams;
}

export type Report = (code: FaultCode, params?: FaultParams) => void;

/** A report that keeps what is wrong at one place. */
export function reportTo(faults: DefinitionFault[], at: string): Report {
  return (code, params = {}) => void faults.push({ at, code, params });
}

/** What is wrong, in the author's language. */
export function describeFault({ code, params }: DefinitionFault, locale: Locale): string {
  const t = translator(locale, 'survey');
  const { dimension } = params;
  const words =
    dimension === undefined ? params : { ...params, dimension: t(dimensionKey(dimension)) };
  return t(`fault.${code}`, words);
}

/** The key of the name of a way of looking at questions, such as `health issue`. */
export function dimensionKey(dimension: string | number): string {
  return `dimension.${String(dimension).toLowerCase().replaceAll(' ', '-')}`;
}
