/** Text from files and arguments, fit for a terminal: on one line, without control characters. */
export function printable(text: string, limit = 200): string {
  const clean = text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (KEPT.has(character) ? character : '\uFFFD'));
  const characters = [...clean];
  return characters.length <= limit ? clean : `${characters.slice(0, limit - 1).join('')}…`;
}

/** Joiners that Thai and emoji need. */
const KEPT: ReadonlySet<string> = new Set(['\u200B', '\u200C', '\u200D']);

/** Lines indented by `depth` steps. */
export function indent(text: string, depth = 1): string {
  const margin = '  '.repeat(depth);
  return text
    .split('\n')
    .map((line) => (line === '' ? line : margin + line))
    .join('\n');
}
