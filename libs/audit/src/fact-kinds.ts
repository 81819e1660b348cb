/**
 * What a fact may hold; `null` stands for what is not known.
 * - `code`: an identifier, an option of ours, a number of a register: no spaces, no @.
 * - `codes`: a list of those.
 * - `count`: a whole number from 0.
 * - `flag`: yes or no.
 * - `date`, `time`: ISO 8601; a time in UTC with milliseconds.
 * - `text`: one line that a person wrote, such as a reason or a company's name.
 */
export type FactKind = 'code' | 'codes' | 'count' | 'flag' | 'date' | 'time' | 'text';

/** In characters (UTF-16 units). */
export const AUDIT_TEXT_LENGTH = 500;
const CODES = 1000;
/** A UUID, a content hash, "jp-hpm-large/2026", "Asia/Bangkok", "0105-536.000315". */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** An e-mail address in any script; a company may be called "Studio@Home" all the same. */
const ADDRESS = /[^\s@]@[^\s@.。]+[.。][^\s@.。]/u;
const CONTROL = /\p{Cc}/u;

const CHECKS: Readonly<Record<FactKind, (value: unknown) => boolean>> = {
  code: isAuditCode,
  codes: (value) => Array.isArray(value) && value.length <= CODES && value.every(isAuditCode),
  count: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  flag: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && DATE.test(value) && isDay(value),
  time: isAuditTime,
  text: (value) => typeof value === 'string' && isAuditText(value),
};

/** Whether `value` may stand in a fact of this kind. */
export function isFact(kind: FactKind, value: unknown): boolean {
  return value === null || CHECKS[kind](value);
}

/**
 * Whether a text that a person wrote (a reason, a reference to evidence, a name) may stand in the
 * log: one line of 1–500 characters without e-mail addresses. The log can't be changed later, so
 * contact data in it could never be erased: ask this before the request is carried out.
 */
export function isAuditText(text: string): boolean {
  const isOneLine = text.isWellFormed() && !CONTROL.test(text);
  const isOfLength = text.trim() !== '' && text.length <= AUDIT_TEXT_LENGTH;
  return isOneLine && isOfLength && !ADDRESS.test(text.normalize('NFKC'));
}

/** Whether `value` is an identifier: 1–128 letters, digits and `._:/+-` of ASCII. */
export function isAuditCode(value: unknown): boolean {
  return typeof value === 'string' && CODE.test(value);
}

/** Whether `value` is a moment as `Date.prototype.toISOString` writes it, in the years 0–9999. */
export function isAuditTime(value: unknown): boolean {
  if (typeof value !== 'string' || !TIME.test(value)) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}

function isDay(value: string): boolean {
  return isAuditTime(`${value}T00:00:00.000Z`);
}
