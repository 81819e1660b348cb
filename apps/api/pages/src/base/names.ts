import { el } from './dom.js';
import type { Names } from './shapes.js';
import { language } from './texts.js';

const ORDER = ['en', 'th', 'ja'];

/** A name in the reader's language, else in another one, which is marked as such for voices and fonts. */
export function nameOf(names: Names): HTMLElement {
  const own = language();
  const found = [own, ...ORDER].find((each) => names[each] !== undefined) ?? own;
  return el('span', found === own ? {} : { lang: found }, names[found] ?? '–');
}
