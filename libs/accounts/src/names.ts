import type { Locale } from '@sukoyaka/kernel';
import type { OrganisationNames } from '@sukoyaka/persistence';

/**
 * The languages in which a name is looked for where the reader's own has none: English first, since
 * Thai and Japanese readers can both read Latin letters and hardly each other's; then Thai, as most
 * organisations are in Thailand. What cannot import this keeps the same order: the pages
 * (`apps/api/pages/src/base/languages.ts`) and `sukoyaka audit` (`libs/persistence`).
 */
const ORDER = ['en', 'th', 'ja'] as const satisfies readonly Locale[];

/** The name in `language`; where there is none, in the one that most readers will know. */
export function nameIn({ nameTh, nameJa, nameEn }: OrganisationNames, language: Locale): string {
  const names = { th: nameTh, ja: nameJa, en: nameEn };
  const found = [language, ...ORDER].find((each) => names[each] !== null) ?? language;
  return names[found] ?? '';
}

/** The name for readers of whom nobody knows which language they read. */
export function commonName(names: OrganisationNames): string {
  return nameIn(names, ORDER[0]);
}
