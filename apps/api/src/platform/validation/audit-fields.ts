import { field, type Presence, rule } from './fields.js';

const ACTION = /^[a-z]{1,40}\.[a-z-]{0,60}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}$/;

/** An action of the log, or the beginning of several with its dot. */
export function ActionField(presence: Presence = {}) {
  return field(
    { type: 'string', pattern: ACTION.source },
    { example: 'section.saved', ...presence },
    rule('action', (value) => typeof value === 'string' && ACTION.test(value)),
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
