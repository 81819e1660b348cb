import type { Session } from '../session.js';

/** A link that opens an account. */
export interface ShownLink {
  readonly email: string;
  /** The full address. */
  readonly link: string;
  readonly expiresAt: Date;
}

/** Shows a link this once, to who asked for it; `sentence` says what it is for. */
export function showLink(session: Session, sentence: string, shown: ShownLink): void {
  const { email, link, expiresAt } = shown;
  if (session.json) session.emit({ email, link, expiresAt: expiresAt.toISOString() });
  else session.print(`${session.t(sentence, { email })}\n${link}`);
}
