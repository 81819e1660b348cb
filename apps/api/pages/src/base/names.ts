import { el } from './dom.js';
import { TAGS } from './languages.js';
import type { Names } from './shapes.js';
import { language } from './texts.js';

/** A name in the reader's language, else in another one, which is marked as such for voices and fonts. */
export function nameOf(names: Names): HTMLElement {
  const own = language();
  const found = [own, ...Object.keys(TAGS)].find((each) => names[each] != null) ?? own;
  return el('span', found === own ? {} : { lang: found }, names[found] ?? '–');
}
