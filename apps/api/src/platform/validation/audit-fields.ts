import { field, type Presence, rule } from './fields.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ACTION = /^[a-z]{1,40}\.[a-z-]{0,60}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}$/;
const MOMENT =
  /^(\d{4})-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
/** Years of the common era: a Buddhist year (2569) is noticed. */
const YEARS = { min: 2000, max: 2100 };

/** A moment with its distance from UTC, as in RFC 3339. */
export function MomentField(presence: Presence = {}) {
  return field(
    { type: 'string', format: 'date-time' },
    { example: '2026-05-20T10:00:00+07:00', ...presence },
    rule('moment', isMoment, YEARS),
  );
}

function isMoment(value: unknown): boolean {
  const year = typeof value === 'string' ? Number(MOMENT.exec(value)?.[1]) : NaN;
  if (!(year >= YEARS.min && year <= YEARS.max)) return false;
  // The calendar goes over the 30th of February without a word.
  const day = String(value).slice(0, 10);
  const isDay = new Date(`${day}T00:00:00Z`).toString() !== 'Invalid Date';
  const isKept = isDay && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  return isKept && !Number.isNaN(Date.parse(String(value)));
}

/** An action of the log, or the beginning of several with its dot. */
export function ActionField(presence: Presence = {}) {
  return field(
    { type: 'string', pattern: ACTION.source },
    { example: 'section.saved', ...presence },
    rule('action', (value) => typeof value === 'string' && ACTION.test(value)),
  );
}

export function UuidField(presence: Presence = {}) {
  return field(
    { type: 'string', format: 'uuid' },
    presence,
    rule('uuid', (value) => typeof value === 'string' && UUID.test(value)),
  );
}

/** An identifier of ours, which is not always a UUID. */
export function CodeField(presence: Presence = {}) {
  return field(
    { type: 'string', maxLength: 128, pattern: CODE.source },
    presence,
    rule('code', (value) => typeof value === 'string' && CODE.test(value)),
  );
}
