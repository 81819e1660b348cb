/**
 * Where a text stops being JSON: the index of the first character that can't stand there, or the end
 * of what is written where more is needed. The engine's own message names a place for some faults only.
 */
export function jsonFaultAt(text: string): number {
  return Math.min(new Scanner(text).fault(), text.trimEnd().length);
}

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPACE = new Set(' \t\n\r');

/** What may stand next; `first` means that an empty list or object may end here. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'end of value';

/** Reads without recursion, so that no depth of nesting stops it. */
class Scanner {
  private at = 0;
  private expected: Expected = 'value';
  private readonly open: ('[' | '{')[] = [];

  constructor(private readonly text: string) {}

  fault(): number {
    this.skipSpace();
    while (this.at < this.text.length && this.step()) this.skipSpace();
    return this.at;
  }

  private skipSpace(): void {
    while (SPACE.has(this.text.charAt(this.at))) this.at += 1;
  }

  /** Takes one token; false where none fits. */
  private step(): boolean {
    switch (this.expected) {
      case 'value':
      case 'first value':
        return this.value() || (this.expected === 'first value' && this.close());
      case 'key':
      case 'first key':
        if (this.string()) return this.then('colon');
        return this.expected === 'first key' && this.close();
      case 'colon':
        return this.take(':') && this.then('value');
      case 'end of value':
        return this.close() || this.comma();
    }
  }

  private value(): boolean {
    if (this.take('[')) return this.enter('[', 'first value');
    if (this.take('{')) return this.enter('{', 'first key');
    return (this.string() || this.pattern(SCALAR)) && this.then('end of value');
  }

  private enter(bracket: '[' | '{', expected: Expected): boolean {
    this.open.push(bracket);
    return this.then(expected);
  }

  private close(): boolean {
    const bracket = this.open.at(-1);
    if (bracket === undefined || !this.take(bracket === '[' ? ']' : '}')) return false;
    this.open.pop();
    return this.then('end of value');
  }

  private comma(): boolean {
    const bracket = this.open.at(-1);
    if (bracket === undefined || !this.take(',')) return false;
    return this.then(bracket === '[' ? 'value' : 'key');
  }

  /** A whole string; where one is broken, it stops at the fault. */
  private string(): boolean {
    if (!this.take('"')) return false;
    while (this.at < this.text.length) {
      if (this.take('"')) return true;
      if (this.text.charCodeAt(this.at) < 0x20) return false;
      if (this.text[this.at] !== '\\') this.at += 1;
      else if (!this.pattern(ESCAPE)) return false;
    }
    return false;
  }

  private pattern(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private then(expected: Expected): true {
    this.expected = expected;
    return true;
  }
}
