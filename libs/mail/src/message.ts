import { DomainError, type Locale } from '@sukoyaka/kernel';
import { plainLine } from './plain.js';

/** A message ready to be sent to one reader. */
export interface OutgoingMail {
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly locale: Locale;
  /** `<something@domain>`: the same for each attempt at one message, so that readers see it once. */
  readonly messageId?: string | undefined;
}

/** Who sends: an address, with or without a name. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** A part of a domain as people write it: letters and digits of any script, hyphens inside. */
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}・-]{0,61}[\p{L}\p{M}\p{N}])?`;
/** What stands before the @ is free of all that separates, quotes or hides addresses. */
const ADDRESS = new RegExp(
  String.raw`^[^\s\p{C}<>()[\]\\,;:"@]{1,64}@(?<domain>${LABEL}(?:\.${LABEL})*)$`,
  'u',
);
/** Where mail can go from anywhere; a number at the end is that of a machine. */
const TOP_LEVEL = /\.(?!\d+$)[^.]{2,}$/u;
const LONGEST = 254;

const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f\x41-\x7e]+@[\x21-\x3b\x3d\x3f\x41-\x7e]+>$/;

/**
 * Whether `text` is one mail address and nothing besides; not whether somebody reads it. Whatever
 * takes addresses of readers goes by this rule: what it accepts can be sent to.
 */
export function isMailAddress(text: string): boolean {
  return TOP_LEVEL.test(domainOf(text) ?? '');
}

/** Undefined for what is no address. */
function domainOf(text: string): string | undefined {
  if (text.length > LONGEST || text.includes('..')) return undefined;
  return ADDRESS.exec(text)?.groups?.['domain'];
}

/**
 * Reads `name@example.org` or `Some Name <name@example.org>`.
 * @throws DomainError MAIL_FROM, with the remedy, when it is neither.
 */
export function readSender(from: string): Sender {
  const parts = /^(?<name>[^<>]*)<(?<address>[^<>]+)>$/u.exec(from.trim());
  const address = parts?.groups?.['address'] ?? from.trim();
  // The sender may be at a machine of this network, such as localhost.
  if (domainOf(address) === undefined) {
    throw new DomainError('MAIL_FROM', {
      remedy: 'must be one address, such as no-reply@example.org or "Name <no-reply@example.org>"',
    });
  }
  const name = (parts?.groups?.['name'] ?? '').trim().replace(/^"(.*)"$/, '$1');
  return { name: plainLine(name, 100), address };
}

/**
 * The message as Nodemailer takes it: one recipient, UTF-8, marked as sent by a machine so that
 * nobody's out-of-office answers it.
 * @throws DomainError MAIL_RECIPIENT or MAIL_MESSAGE_ID when these are not what they should be.
 */
export function composed(mail: OutgoingMail, from: Sender): ComposedMail {
  if (!isMailAddress(mail.to)) throw new DomainError('MAIL_RECIPIENT');
  if (mail.messageId !== undefined && !MESSAGE_ID.test(mail.messageId)) {
    throw new DomainError('MAIL_MESSAGE_ID');
  }
  return {
    from,
    to: { name: '', address: mail.to },
    subject: plainLine(mail.subject, 200),
    text: mail.text,
    html: mail.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale },
    ...(mail.messageId === undefined ? {} : { messageId: mail.messageId }),
    // A body is text, never the name of something to be read or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

interface ComposedMail {
  readonly from: Sender;
  readonly to: Sender;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Record<string, string>;
  readonly messageId?: string;
  readonly disableFileAccess: true;
  readonly disableUrlAccess: true;
}
