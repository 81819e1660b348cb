import { languageLinks } from './languages.js';

let token: string | undefined;

/**
 * Reads the secret behind "#" of a mailed link and takes it out of the address, so that it stays in
 * no history and on no screen. The links to other languages carry it on.
 */
export function takeToken(): void {
  const { hash, pathname, search } = location;
  if (!isSecret(hash)) return;
  token = hash.slice(1);
  history.replaceState(null, '', pathname + search);
  for (const other of languageLinks()) other.hash = hash;
}

/** The secret of the link that led here. */
export function linkToken(): string | undefined {
  return token;
}

/** The language that the reader has chosen on these pages, if any. */
export function chosenLanguage(): string | null {
  return new URLSearchParams(location.search).get('lang');
}

/** The address of another account page, in the language that was chosen. */
export function pageAt(path: string): string {
  const chosen = chosenLanguage();
  return chosen === null ? path : `${path}?lang=${encodeURIComponent(chosen)}`;
}

/**
 * Where a sign-in that was begun elsewhere is to lead in the end: an address of this service. Whole,
 * since a path that begins with two slashes ("/.//host" resolves to one) would name another host.
 */
export function returnAddress(): string | undefined {
  const wanted = new URLSearchParams(location.search).get('return') ?? '';
  if (!wanted.startsWith('/') || !URL.canParse(wanted, location.origin)) return undefined;
  const { origin, pathname, search } = new URL(wanted, location.origin);
  return origin === location.origin ? origin + pathname + search : undefined;
}

/** Leaves this page behind: what was typed into it is gone. */
export function goTo(address: string): void {
  location.replace(address);
}

/** A link that is opened where its page is shown already changes the fragment and loads nothing. */
export function followLaterLinks(): void {
  addEventListener('hashchange', () => {
    if (isSecret(location.hash)) location.reload();
  });
}

/** What stands behind "#": a secret, or the name of a place on the page. */
function isSecret(hash: string): boolean {
  const name = hash.slice(1);
  return name !== '' && document.getElementById(name) === null;
}
