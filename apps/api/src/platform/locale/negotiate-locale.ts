import { isLocale, type Locale } from '@sukoyaka/kernel';

const FALLBACK: Locale = 'en';
/** More preferences than any browser sends; the rest of a header is not read. */
const MOST_PREFERENCES = 30;

interface Preference {
  readonly language: string;
  readonly weight: number;
}

/**
 * The product's language that a reader prefers by `Accept-Language` (RFC 9110): highest weight
 * first, the earlier of equals, regions ignored ("th-TH" is Thai); English when none is asked for.
 */
export function negotiateLocale(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .split(',', MOST_PREFERENCES)
    .map(preferenceOf)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isLocale) ?? FALLBACK;
}

function preferenceOf(part: string): Preference {
  const [tag = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
  const language = tag.split('-')[0] ?? '';
  const quality = parameters.find((each) => each.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}
