import { asProblem } from '../base/api.js';
import { type Child, el, moveTo, paragraph } from '../base/dom.js';
import { problemNotice } from '../base/page.js';

/** A part of the account's page: knows how to show itself again after a change. */
export interface Panel {
  readonly element: HTMLElement;
  /** Reads and shows anew what has changed, and says so. */
  readonly refresh: (said?: string) => Promise<void>;
  /** Says what has happened or could not, to eyes and ears. */
  readonly say: (...said: readonly Child[]) => void;
}

/** What a part shows; nothing when the service does not offer it. */
export type Content = (panel: Panel) => Promise<readonly Child[] | undefined>;

export async function makePanel(id: string, title: string, content: Content): Promise<Panel> {
  const heading = el('h2', { id: `${id}-title` }, title);
  const element = el('section', { id, class: 'panel', 'aria-labelledby': heading.id });
  const said = el('div', { role: 'status' });
  const panel: Panel = {
    element,
    refresh: async (text) => {
      said.replaceChildren();
      await show(panel, [heading, said], content);
      if (text !== undefined) panel.say(el('div', { class: 'notice done' }, paragraph(text)));
    },
    say: (...children) => {
      moveTo(heading);
      said.replaceChildren(...children.filter((each) => each != null));
    },
  };
  await panel.refresh();
  return panel;
}

async function show(panel: Panel, head: readonly HTMLElement[], content: Content): Promise<void> {
  try {
    const children = await content(panel);
    panel.element.hidden = children === undefined;
    panel.element.replaceChildren(...head, ...(children ?? []).filter((each) => each != null));
  } catch (error) {
    panel.element.replaceChildren(...head, problemNotice(asProblem(error)));
  }
}

/** A form that waits behind a button, so that the page stays calm. */
export function folded(text: string, make: () => HTMLElement): HTMLElement {
  const place = el('div');
  const open = el('button', { type: 'button', class: 'quiet', 'aria-expanded': 'false' }, text);
  open.addEventListener('click', () => {
    const isOpen = open.getAttribute('aria-expanded') === 'true';
    open.setAttribute('aria-expanded', String(!isOpen));
    place.replaceChildren(...(isOpen ? [] : [make()]));
    if (!isOpen) moveTo(place.querySelector('input, select'));
  });
  return el('div', { class: 'folded' }, open, place);
}

/** Facts in two columns. */
export function facts(...pairs: readonly (readonly [string, Child])[]): HTMLElement {
  const rows = pairs.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]);
  return el('dl', { class: 'facts' }, ...rows);
}
