import type { Organisation, PlainValue } from '@sukoyaka/survey';
import { oneLine, shorten } from './clean.js';
import { join, number, type Phrase, same, say } from './phrase.js';

/** Sites that a group names; a larger one is counted. */
const NAMED_SITES = 3;
/** Different answers that are listed; the rest is counted. */
const LISTED_ANSWERS = 8;

/** The answers of the sites: equal ones together, most sites first, and those still unknown. */
export function sitesInWords(
  values: Readonly<Record<string, PlainValue>>,
  organisation: Organisation | null,
  plain: (value: PlainValue) => Phrase,
): Phrase {
  const names = new Map((organisation?.sites ?? []).map(({ id, name }) => [id, name]));
  const ids = names.size > 0 ? [...names.keys()] : Object.keys(values);
  const groups = new Map<string, { words: Phrase; sites: string[] }>();
  const unknown: string[] = [];
  for (const id of ids) {
    const value = Object.hasOwn(values, id) ? values[id] : undefined;
    if (value === undefined) unknown.push(id);
    else addTo(groups, plain(value), id);
  }
  const ordered = [...groups.values()].toSorted((a, b) => b.sites.length - a.sites.length);
  const parts = ordered
    .slice(0, LISTED_ANSWERS)
    .map(({ words, sites }) => say('sites.answer', { sites: sitesText(sites, names), words }));
  const more = ordered.slice(LISTED_ANSWERS).flatMap(({ sites }) => sites);
  if (more.length > 0) parts.push(say('sites.other', { n: number(more.length, 0) }));
  if (unknown.length > 0) {
    parts.push(say('sites.unknown', { sites: sitesText(unknown, names) }));
  }
  return join(parts, 'facts');
}

function addTo(
  groups: Map<string, { words: Phrase; sites: string[] }>,
  words: Phrase,
  site: string,
): void {
  const key = words('en');
  const known = groups.get(key);
  if (known) known.sites.push(site);
  else groups.set(key, { words, sites: [site] });
}

function sitesText(ids: readonly string[], names: ReadonlyMap<string, string>): Phrase {
  if (ids.length > NAMED_SITES) return sitesCount(ids.length);
  return join(
    ids.map((id) => {
      const name = oneLine(names.get(id) ?? id);
      return same(shorten(name, 40, 'en'));
    }),
    'items',
  );
}

/** How many sites. */
export function sitesCount(count: number): Phrase {
  return count === 1 ? say('sites.one') : say('sites.count', { n: number(count, 0) });
}
