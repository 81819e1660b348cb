import { DomainError } from '@sukoyaka/kernel';
import contactNotice from '../texts/contact-notice-1.0.json' with { type: 'json' };
import participation from '../texts/participation-1.0.json' with { type: 'json' };
import publication from '../texts/publication-1.0.json' with { type: 'json' };
import { type ConsentText, type TextKind } from './text.js';

/**
 * Every version ever published, oldest first. One is never edited or taken out: organisations
 * consented to exactly these words. The last is the one in force; each kind has at least one.
 */
const PUBLISHED = {
  participation: [participation as ConsentText<'participation'>],
  publication: [publication as ConsentText<'publication'>],
  'contact-notice': [contactNotice as ConsentText<'contact-notice'>],
} as const satisfies {
  readonly [K in TextKind]: readonly [ConsentText<K>, ...ConsentText<K>[]];
};

/** All published versions of a text, oldest first. */
export function consentTexts(kind: TextKind): readonly ConsentText[] {
  return PUBLISHED[kind];
}

/**
 * A text in one of its published versions.
 * @throws DomainError `CONSENT_TEXT_NOT_FOUND` when this service has no such version.
 */
export function consentText(kind: TextKind, version: string): ConsentText {
  const found = consentTexts(kind).find((text) => text.version === version);
  if (!found) throw new DomainError('CONSENT_TEXT_NOT_FOUND', { kind, version });
  return found;
}

/** The version in force: the newest one that this service ships. */
export function currentConsentText(kind: TextKind): ConsentText {
  const versions = PUBLISHED[kind];
  return versions.at(-1) ?? versions[0];
}
