import { fileTransport, type OnWritten } from './file-transport.js';
import { smtpTransport } from './smtp-transport.js';
import { type MailTransport } from './transport.js';

export interface MailSettings {
  /** `smtp://…` or `smtps://…`; without it messages are written as files. */
  readonly url?: string | undefined;
  /** Who sends: an address, or "Name <address>". */
  readonly from: string;
  /** Where files go when there is no `url`. */
  readonly folder: string;
  /** Told of each file. */
  readonly onWritten?: OnWritten | undefined;
}

/**
 * The way out that the settings ask for.
 * @throws DomainError MAIL_URL or MAIL_FROM, each with the `remedy`.
 */
export function mailTransportFrom({ url, from, folder, onWritten }: MailSettings): MailTransport {
  return url === undefined ? fileTransport(folder, from, onWritten) : smtpTransport(url, from);
}
