/** Facts lie two levels below an event. What is deeper was never written by the platform. */
const DEEPEST = 8;

/**
 * JSON with sorted keys (by UTF-16 units) and without spaces, like RFC 8785. What JSON has no form
 * for gets one that no JSON has, instead of `null`: jsonb holds 1e400, which JavaScript reads as
 * Infinity. Such values, and what is nested deeper than any event, are there only when somebody
 * changed the log; the text then differs, and nothing throws.
 */
export function canonical(value: unknown, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > DEEPEST) return 'deep';
  const inside = (each: unknown): string => canonical(each, depth + 1);
  if (Array.isArray(value)) return `[${value.map(inside).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${inside(each)}`).join(',')}}`;
}
