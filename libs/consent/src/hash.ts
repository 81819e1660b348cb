import { type Localised } from '@sukoyaka/kernel';
import { type ConsentText } from './text.js';

/**
 * The fingerprint of a text: what a consent record keeps beside version and language, so that anyone
 * can show later to which words consent was given. It covers all languages and what the version does
 * to earlier consents; not the note on legal review, which may change without a word of the text.
 *
 * @param digest makes a fixed-length fingerprint of a text, e.g. SHA-256 in hex of its UTF-8.
 */
export function consentTextHash(text: ConsentText, digest: (canonical: string) => string): string {
  return digest(canonical(text));
}

/** Values in a fixed order, so that neither layout nor the order of keys in a file matters. */
function canonical(text: ConsentText): string {
  return JSON.stringify([
    text.kind,
    text.version,
    text.effectiveFrom,
    text.supersedes,
    ordered(text.title),
    ordered(text.summary),
    text.paragraphs.map(({ topic, heading, text: body }) => [
      topic,
      ordered(heading),
      ordered(body),
    ]),
  ]);
}

/** By the language's name, and not as the product orders them: a fourth may come between. */
function ordered(texts: Localised): readonly (readonly [string, string])[] {
  return Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1));
}
