import { resources } from '@sukoyaka/locales';
import { LOCALES, type Locale, type Localised } from '@sukoyaka/kernel';
import { compileTemplate, type TextParams } from './template.js';
import i18next, { type i18n } from 'i18next';

/** The files of `locales/<language>/`. */
export type Namespace = keyof (typeof resources)['en'];

/** Puts `params` into the text of `key`; plural forms by `count`. */
export type Translate = (key: string, params?: TextParams) => string;

/** Where a text is missing: visible as such, never blank. CI refuses missing texts before that. */
const FALLBACK: Localised<readonly Locale[]> = {
  th: ['en', 'ja'],
  ja: ['en', 'th'],
  en: ['ja', 'th'],
};

const instances = new Map<Locale, i18n>();

/**
 * The texts of one namespace in one language.
 * A missing text falls back to another language, marked with its code ("[en] …").
 * @throws Error when no language has the key: a fault of the program, not of its input.
 */
export function translator(locale: Locale, namespace: Namespace): Translate {
  const own = instanceOf(locale).getFixedT(locale, namespace);
  const templates = templatesOf(locale, namespace);
  return (key, params = {}) => {
    const template = templates.get(key);
    if (template) return template(params);
    const text = own(key, params);
    return text === key ? fallback(locale, namespace, key, params) : text;
  };
}

type Templates = ReadonlyMap<string, (params: TextParams) => string>;

const templateCache = new Map<string, Templates>();

/** The texts that need no plural forms: most of them. */
function templatesOf(locale: Locale, namespace: Namespace): Templates {
  const id = `${locale}/${namespace}`;
  const known = templateCache.get(id);
  if (known) return known;
  const compiled = leaves(resources[locale][namespace]).flatMap(([key, text]) => {
    const template = compileTemplate(text);
    return template ? [[key, template] as const] : [];
  });
  const templates = new Map(compiled);
  templateCache.set(id, templates);
  return templates;
}

function leaves(node: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) =>
    leaves(child, path ? `${path}.${key}` : key),
  );
}

/** i18next gives the key back where it has no text. */
function fallback(locale: Locale, namespace: Namespace, key: string, params: TextParams): string {
  for (const language of FALLBACK[locale]) {
    const text = instanceOf(language).getFixedT(language, namespace)(key, params);
    if (text !== key) return `[${language}] ${text}`;
  }
  throw new Error(`No text "${namespace}:${key}" in ${LOCALES.join(', ')}`);
}

function instanceOf(locale: Locale): i18n {
  const known = instances.get(locale);
  if (known) return known;
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    resources: { [locale]: resources[locale] },
    ns: Object.keys(resources[locale]),
    keySeparator: '.',
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  instances.set(locale, instance);
  return instance;
}
