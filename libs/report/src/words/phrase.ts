import { type Locale, type Localised, round } from '@sukoyaka/kernel';
import {
  formatDate,
  formatFixed,
  formatNumber,
  type Translate,
  translator,
} from '@sukoyaka/localisation';

/** Something that can be said in each language: the report's texts before a language is chosen. */
export type Phrase = (language: Locale) => string;

type Params = Readonly<Record<string, string | number | Phrase>>;

const translators = new Map<Locale, Translate>();

/** The text of `key` in `locales/<language>/report.json` with its values put in. */
export function say(key: string, params: Params = {}): Phrase {
  return (language) => {
    const values: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(params)) {
      values[name] = typeof value === 'function' ? value(language) : value;
    }
    return textsOf(language)(key, values);
  };
}

function textsOf(language: Locale): Translate {
  const known = translators.get(language);
  if (known) return known;
  const made = translator(language, 'report');
  translators.set(language, made);
  return made;
}

/** A text that stands in the data in all three languages. */
export function localised(texts: Localised): Phrase {
  return (language) => texts[language];
}

/** The same characters in every language: numbers, ids, dashes. */
export function same(text: string): Phrase {
  return () => text;
}

/** A number with the language's separators and at most `digits` decimals. */
export function number(value: number, digits = 1): Phrase {
  return (language) => formatNumber(round(value, digits), language, digits);
}

/** A number with exactly `digits` decimals, so that columns of them align. */
export function fixed(value: number, digits = 1): Phrase {
  return (language) => formatFixed(round(value, digits), language, digits);
}

/** A change with its sign, one decimal; what is nothing after rounding is ±0. */
export function signed(value: number): Phrase {
  const rounded = round(value, 1);
  const sign = rounded > 0 ? '+' : '−';
  const size = fixed(Math.abs(rounded));
  return (language) => (rounded === 0 ? '±0' : `${sign}${size(language)}`);
}

/** A share from 0 to 1 as a percentage without decimals; what is not nothing never reads 0. */
export function share(value: number): Phrase {
  const percent = 100 * value;
  if (percent > 0 && percent < 1) return say('number.under-one-percent');
  return say('number.percent', { n: number(percent > 99 && percent < 100 ? 99 : percent, 0) });
}

/** A day in the language's calendar; what is no ISO date stands as it was written. */
export function date(iso: string): Phrase {
  return (language) => {
    try {
      return formatDate(iso, language);
    } catch {
      return iso;
    }
  };
}

/** A year of the common era as the language counts it. */
export function year(value: string | number): Phrase {
  const ce = Number(value);
  return (language) => String(language === 'th' && Number.isInteger(ce) ? ce + 543 : value);
}

/** The phrases one after the other with the separator of `kind`; skips empty ones. */
export function join(
  phrases: readonly Phrase[],
  kind: 'items' | 'facts' | 'sentences' | 'steps' | 'beside',
): Phrase {
  const separator = say(`list.${kind}`);
  return (language) =>
    phrases
      .map((phrase) => phrase(language))
      .filter((text) => text !== '')
      .join(separator(language))
      .replaceAll('。\u3000', '。');
}

/** As `join` with items, the first `limit` of them, and how many more there are. */
export function joinSome(phrases: readonly Phrase[], limit: number): Phrase {
  if (phrases.length <= limit + 1) return join(phrases, 'items');
  const rest = phrases.length - limit;
  return say('list.and-more', { items: join(phrases.slice(0, limit), 'items'), n: rest });
}
