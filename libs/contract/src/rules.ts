/** What a field of a request can break; sentences under `rule.<name>` in `errors.json`. */
export const FIELD_RULES = [
  'required',
  'object',
  'list',
  'text',
  'whole-number',
  'one-of',
  'country',
  'iso-date',
  'uuid',
  'unknown-field',
  'languages',
  'email',
  'secret',
  'time-zone',
  'some-of',
  'flag',
  'cursor',
  'moment',
  'action',
  'code',
] as const;
export type FieldRule = (typeof FIELD_RULES)[number];
