import { type Problem } from './api.js';
import { type Child, el, moveTo, paragraph } from './dom.js';

function main(): HTMLElement {
  const element = document.querySelector('main');
  if (element === null) throw new Error('The page has no main part');
  return element;
}

/** Shows one step of something: its heading, and what belongs to it. */
export function showPage(title: string, ...content: readonly Child[]): void {
  const isFirst = main().querySelector('h1') === null;
  const heading = el('h1', {}, title);
  main().replaceChildren(heading, ...content.filter((child) => child != null));
  document.title = `${title} – Sukoyaka`;
  // On arrival the reader starts at the top of the page, as everywhere.
  if (!isFirst) moveTo(heading);
}

/** A problem that belongs to no form. */
export function problemNotice({ title, detail }: Problem): HTMLElement {
  return el(
    'div',
    { class: 'notice fault', role: 'alert' },
    el('p', { class: 'notice-title' }, title),
    paragraph(detail),
  );
}

/** Something to know before going on. */
export function notice(title: string, ...content: readonly Child[]): HTMLElement {
  return el('div', { class: 'notice' }, el('p', { class: 'notice-title' }, title), ...content);
}
