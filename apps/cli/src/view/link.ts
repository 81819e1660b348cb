import type { Locale } from '@sukoyaka/kernel';
import type { Session } from '../session.js';

/** A link that opens an account. */
export interface ShownLink {
  readonly email: string;
  /** The full address. */
  readonly link: string;
  readonly expiresAt: Date;
}

/** The full address of a page, in the language of who is to open it. */
export function addressOf(origin: string, path: string, language: Locale): string {
  const address = new URL(path, origin);
  address.searchParams.set('lang', language);
  return address.href;
}

/** Shows a link this once, to who asked for it; `sentence` says what it is for. */
export function showLink(session: Session, sentence: string, shown: ShownLink): void {
  const { email, link, expiresAt } = shown;
  if (session.json) session.emit({ email, link, expiresAt: expiresAt.toISOString() });
  else session.print(`${session.t(sentence, { email })}\n${link}`);
}
