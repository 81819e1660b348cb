/** A line as it is kept: without space around it, its characters composed (NFC). */
export function lineOf(typed: string): string {
  return typed.trim().normalize('NFC');
}

/** What ends a line or steers a terminal; the last two are no control characters to Unicode. */
const BREAK = /[\p{Cc}\u2028\u2029]/u;

/**
 * Whether a text is one line of 1 to `max` characters, counted as people count them (code points),
 * that holds more than space.
 */
export function isLine(text: string, max: number): boolean {
  if (text.trim() === '' || text.length > max * 2 || !text.isWellFormed()) return false;
  return Array.from(text).length <= max && !BREAK.test(text);
}
