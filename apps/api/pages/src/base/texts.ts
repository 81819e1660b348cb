interface Group {
  readonly [key: string]: string | Group;
}

let texts: Group = {};

/** The language of this page. */
export function language(): string {
  return document.documentElement.lang;
}

/** Fetches the texts of the page's language, once. */
export async function loadTexts(): Promise<void> {
  const address = new URL(`../texts/${language()}.json`, import.meta.url);
  const response = await fetch(address);
  if (!response.ok) throw new Error('The texts of this page cannot be loaded');
  texts = (await response.json()) as Group;
}

/** Whether there is such a text: for words of a list that may grow. */
export function hasText(key: string): boolean {
  return found(key) !== undefined;
}

/** A text in the reader's language, with its `{{places}}` filled in. */
export function t(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const text = found(key) ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(params[name] ?? place));
}

function found(key: string): string | undefined {
  let node: string | Group | undefined = texts;
  // Names of time zones hold no dots; groups are told apart by them.
  for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined;
  return typeof node === 'string' ? node : undefined;
}
