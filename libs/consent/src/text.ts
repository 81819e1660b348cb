import { type Localised } from '@sukoyaka/kernel';

/** What an organisation can consent to. The two are separate records, and neither needs the other. */
export const CONSENT_KINDS = ['participation', 'publication'] as const;

export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** All versioned texts: those that are consented to, and the notice that only informs. */
export const TEXT_KINDS = [...CONSENT_KINDS, 'contact-notice'] as const;

export type TextKind = (typeof TEXT_KINDS)[number];

/** Whether `value` names something that can be consented to. */
export function isConsentKind(value: unknown): value is ConsentKind {
  return typeof value === 'string' && (CONSENT_KINDS as readonly string[]).includes(value);
}

/**
 * What a new version does to consents that were given to the version before it: `carries` where only
 * the wording changed, and they stay valid; `renew` where the substance changed, and the organisation
 * has to be asked again (Thai PDPA s. 19: consent is to a stated purpose).
 */
export type Supersession = 'renew' | 'carries';

export interface ConsentParagraph {
  /** Stable within a kind, for anchors; the same topic in another version says the same kind of thing. */
  readonly topic: string;
  readonly heading: Localised;
  readonly text: Localised;
}

/** Whether a lawyer has read the text, and what to look at. Not part of what is consented to. */
export interface LegalReview {
  readonly reviewed: boolean;
  readonly note: Localised;
}

export interface ConsentText<K extends TextKind = TextKind> {
  readonly kind: K;
  /** "<major>.<minor>", as in the name of its file. */
  readonly version: string;
  /** Calendar day (ISO 8601) of publication; a version is shipped on it and not before. */
  readonly effectiveFrom: string;
  /** Null for the first version of a kind. */
  readonly supersedes: Supersession | null;
  readonly review: LegalReview;
  readonly title: Localised;
  readonly summary: Localised;
  readonly paragraphs: readonly ConsentParagraph[];
}
