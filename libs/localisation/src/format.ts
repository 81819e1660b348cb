import { LANGUAGE_TAG, type Locale } from '@sukoyaka/kernel';

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A number with the language's separators and at most `digits` decimals; ASCII digits in all three. */
export function formatNumber(value: number, locale: Locale, digits = 1): string {
  return numberFormat(locale, 0, digits).format(value);
}

/** As `formatNumber` with exactly `digits` decimals, so that the numbers of a column align. */
export function formatFixed(value: number, locale: Locale, digits = 1): string {
  return numberFormat(locale, digits, digits).format(value);
}

function numberFormat(locale: Locale, least: number, most: number): Intl.NumberFormat {
  const key = `${locale}/${least}/${most}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(`${LANGUAGE_TAG[locale]}-u-nu-latn`, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  numberFormats.set(key, format);
  return format;
}

/**
 * A day as the reader's language writes it: Thai in Buddhist years, Japanese and English in years
 * of the common era. `iso` is YYYY-MM-DD.
 * @throws RangeError when `iso` is no date.
 */
export function formatDate(iso: string, locale: Locale): string {
  return dateFormat(locale).format(new Date(`${iso}T00:00:00Z`));
}

const dateFormats = new Map<Locale, Intl.DateTimeFormat>();

function dateFormat(locale: Locale): Intl.DateTimeFormat {
  const known = dateFormats.get(locale);
  if (known) return known;
  const calendar = locale === 'th' ? 'buddhist' : 'gregory';
  const format = new Intl.DateTimeFormat(`${LANGUAGE_TAG[locale]}-u-ca-${calendar}-nu-latn`, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  dateFormats.set(locale, format);
  return format;
}
