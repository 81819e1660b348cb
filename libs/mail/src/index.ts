export { mailForConsole } from './console-view.js';
export { type MailContext } from './fields.js';
export { fileTransport, type OnWritten } from './file-transport.js';
export {
  FACTOR_CHANGES,
  type FactorChange,
  type Instant,
  MAIL_KINDS,
  type MailKind,
  type MailParams,
} from './kinds.js';
export { isMailAddress, type OutgoingMail, readSender } from './message.js';
export { mailTransportFrom, type MailSettings } from './settings.js';
export { smtpTransport } from './smtp-transport.js';
export { readSmtpUrl, type SmtpOptions } from './smtp-url.js';
export { renderMail, type RenderedMail } from './templates.js';
export { isForGood, type MailTransport } from './transport.js';
