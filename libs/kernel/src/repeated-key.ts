export interface RepeatedKey {
  /** At most its first 80 characters: it is made to be said. */
  readonly key: string;
  /** Where it stands the second time, in UTF-16 units. */
  readonly offset: number;
}

/**
 * The first key that stands twice in one object of a valid JSON text, where a parser would keep the
 * last value and lose the others without a word. Goes mark by mark: texts may be nested deeper than
 * calls can be.
 */
export function repeatedKey(text: string): RepeatedKey | undefined {
  /** The keys of each open object; null for an open array. */
  const open: (Set<string> | null)[] = [];
  let isAfterColon = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '{') open.push(new Set());
    else if (mark === '[') open.push(null);
    else if (mark === '}' || mark === ']') open.pop();
    if (mark === '"') {
      const end = endOfString(text, at);
      const keys = isAfterColon ? null : open.at(-1);
      const key = keys ? (JSON.parse(text.slice(at, end + 1)) as string) : '';
      if (keys?.has(key)) return { key: shortened(key), offset: at };
      keys?.add(key);
      at = end;
    }
    if (mark === ':') isAfterColon = true;
    else if (mark !== undefined && !/\s/.test(mark)) isAfterColon = false;
  }
  return undefined;
}

/** The closing quotation mark of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

function shortened(key: string): string {
  return [...key].slice(0, 80).join('');
}
