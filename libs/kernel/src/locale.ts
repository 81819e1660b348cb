/** The three languages of the product, in the order in which they are offered. */
export const LOCALES = ['th', 'ja', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** A value in each of the three languages; no language may be missing. */
export type Localised<T = string> = { readonly [L in Locale]: T };

/** Whether `value` names one of the product's languages. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value);
}

/** BCP 47 tags with region, for `Intl`, PDF language marks and HTML. */
export const LANGUAGE_TAG: Localised = { th: 'th-TH', ja: 'ja-JP', en: 'en-GB' };
