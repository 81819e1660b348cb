import { type OutgoingMail } from './message.js';
import { plainLine } from './plain.js';

/** A line that is an address and nothing besides, as messages set theirs. */
const LINK_LINE = /^https?:\/\/[\x21-\x7e]+$/gm;

/**
 * A message in short, for whoever tries the demonstration: reader, subject, links. Nothing in it can
 * steer a terminal. Its links open accounts: never for a log that is kept.
 */
export function mailForConsole(mail: OutgoingMail): string {
  const links = mail.text.match(LINK_LINE) ?? [];
  return [
    `Mail to ${plainLine(mail.to, 254)}: ${plainLine(mail.subject, 200)}`,
    ...links.map((link) => `  ${link}`),
  ].join('\n');
}
