import type { Choice } from './field.js';

/**
 * The languages of these pages as `Intl` wants them: Thai dates count Buddhist years. They stand in
 * the order in which a name is looked for that the reader's own language does not have: the one of
 * `libs/accounts/src/names.ts`, which no page can import.
 */
export const TAGS: Readonly<Record<string, string>> = { en: 'en-GB', th: 'th-TH', ja: 'ja-JP' };

/** The ways to this page in each language; the service has written them. */
export function languageLinks(): readonly HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('.masthead nav a')];
}

/** The languages to choose from, each by its own name, as at the head of the page. */
export function languageChoices(): readonly Choice[] {
  return languageLinks().map(({ lang, text }) => ({ value: lang, text }));
}
