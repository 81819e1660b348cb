/** Of people who have not said where they live. */
export const DEFAULT_TIME_ZONE = 'Asia/Bangkok';

/** Whether a value is the name of a time zone of the IANA database. */
export function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[A-Za-z][A-Za-z0-9_+\-/]{0,59}$/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== '';
  } catch {
    return false;
  }
}
