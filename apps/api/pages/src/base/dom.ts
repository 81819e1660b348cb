/** What an element may hold; nothing takes no place. */
export type Child = Node | string | null | undefined;
type Attribute = string | number | boolean | undefined;
export type Attributes = Readonly<Record<string, Attribute>>;

/** Makes an element. Texts become text nodes and never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children.filter((child) => child != null));
  return element;
}

/** Sets what is given: `true` as a bare attribute; `false` and nothing take it away. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** A link that looks like what it is. */
export function link(text: string, href: string): HTMLAnchorElement {
  return el('a', { href }, text);
}

export function paragraph(text: string, kind?: string): HTMLParagraphElement {
  return el('p', { class: kind }, text);
}

/** Puts the reader's place, and a screen reader's voice, at an element that takes no part in tabbing. */
export function moveTo(element: HTMLElement | null): void {
  if (element === null) return;
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus();
}

let lastId = 0;

/** An id that no other element of the page has. */
export function newId(stem: string): string {
  lastId += 1;
  return `${stem}-${lastId}`;
}
