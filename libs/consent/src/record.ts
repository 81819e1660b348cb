import { consentTexts } from './published.js';
import { type ConsentKind, type Supersession } from './text.js';

export const CONSENT_DECISIONS = ['given', 'withdrawn'] as const;

export type ConsentDecision = (typeof CONSENT_DECISIONS)[number];

/** What the rules need to know of one entry; entries are only ever added. */
export interface ConsentRecord {
  readonly id: string;
  readonly kind: ConsentKind;
  readonly decision: ConsentDecision;
  /** Version of the text that was shown. */
  readonly version: string;
  readonly at: Date;
  /** Order of writing where the store numbers its entries; decides between entries of one moment. */
  readonly sequence?: number | bigint;
}

/**
 * Whether a consent is given to the text in force, or to an older version that every later one has
 * carried on. A withdrawal isn't, and neither is a version that this service does not know (written
 * by a newer one): it could not say to what the organisation agreed.
 */
export function isCurrent(record: Pick<ConsentRecord, 'kind' | 'version' | 'decision'>): boolean {
  return record.decision === 'given' && isCarriedOn(record.version, consentTexts(record.kind));
}

/** The versions of a text a consent to which still holds under the one in force. */
export function holdingVersions(kind: ConsentKind): readonly string[] {
  const versions = consentTexts(kind);
  return versions.map(({ version }) => version).filter((each) => isCarriedOn(each, versions));
}

/**
 * Whether what was agreed to in `version` still holds under the last of `versions`.
 * @param versions oldest first.
 */
export function isCarriedOn(
  version: string,
  versions: readonly {
    readonly version: string;
    readonly supersedes: Supersession | null;
  }[],
): boolean {
  const index = versions.findIndex((each) => each.version === version);
  if (index === -1) return false;
  return versions.slice(index + 1).every(({ supersedes }) => supersedes === 'carries');
}
