/** Everything that can be wrong with an answer sheet. Codes are stable and never reused. */
export const PROBLEM_CODES = [
  'sheet-not-an-object',
  'sheet-unknown-key',
  'sheet-without-edition',
  'sheet-wrong-edition',
  'answers-not-an-object',
  'organisation-invalid',
  'site-invalid',
  'site-duplicate',
  'too-many-problems',
  'unknown-question',
  'hidden-answer',
  'wrong-shape',
  'unknown-key',
  'not-applicable-refused',
  'not-applicable-unknown-reason',
  'per-site-expected',
  'per-site-unexpected',
  'unknown-site',
  'no-sites-answered',
  'site-missing',
  'unknown-option',
  'duplicate-option',
  'exclusive-option',
  'nothing-selected',
  'too-many-selected',
  'not-finite',
  'below-minimum',
  'above-maximum',
  'not-whole',
  'negative-count',
  'denominator-zero',
  'numerator-above-denominator',
  'too-few-people',
  'rate-above-100',
  'more-people-than-employed',
  'percent-out-of-range',
  'unknown-bound',
  'bound-impossible',
  'year-malformed',
  'year-buddhist',
  'year-out-of-range',
  'year-after-period',
  'too-many-years',
  'empty-year',
  'empty-table',
  'unknown-item',
  'item-exceeds',
  'large-change',
  'date-malformed',
  'date-buddhist',
  'date-out-of-range',
  'text-blank',
  'text-too-long',
  'text-control-characters',
  'too-many-items',
  'evidence-empty',
  'evidence-field',
  'consent-field',
  'consent-version',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** An error makes the sheet invalid; a warning asks the company to look again. */
export type Severity = 'error' | 'warning';

/** Values that the sentences name. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** A problem found, before it is put into words. */
export interface Finding {
  readonly severity: Severity;
  readonly code: ProblemCode;
  /** Question id; null where the sheet itself is at fault. */
  readonly question: string | null;
  /** Where in the sheet, as a JSON pointer. */
  readonly path: string;
  readonly params: ProblemParams;
}

/** A problem in the reader's language: what is wrong, and what to do about it. */
export interface Problem extends Finding {
  readonly reason: string;
  readonly remedy: string;
}

/** Named of one sheet at most: no sheet that somebody filled in has more, but one can be made to. */
export const MOST_PROBLEMS = 1000;

/** Collects findings about one question while its answer is checked. */
export class Findings {
  /** The first of them; the last says so where there are more. */
  readonly list: Finding[] = [];
  private found = 0;
  private errors = 0;
  private question: string | null = null;
  private readonly trail: string[] = [];

  /** Checks the part of the sheet at `key` and comes back. */
  within(key: string, check: () => void): void {
    this.trail.push(key);
    check();
    this.trail.pop();
  }

  /** Checks the answer to `question`, which stands at `key`. */
  about(question: string, key: string, check: () => void): void {
    this.question = question;
    this.within(key, check);
    this.question = null;
  }

  error(code: ProblemCode, params: ProblemParams = {}): void {
    this.add('error', code, params);
  }

  warn(code: ProblemCode, params: ProblemParams = {}): void {
    this.add('warning', code, params);
  }

  /** How many there are, also of those that are not named any more. */
  get count(): number {
    return this.found;
  }

  get hasError(): boolean {
    return this.errors > 0;
  }

  private add(severity: Severity, code: ProblemCode, params: ProblemParams): void {
    this.found += 1;
    if (severity === 'error') this.errors += 1;
    if (this.found <= MOST_PROBLEMS) this.name(severity, code, params);
    else if (this.found === MOST_PROBLEMS + 1) {
      const most = { most: MOST_PROBLEMS };
      const code = 'too-many-problems';
      this.list.push({ severity: 'warning', code, question: null, path: '', params: most });
    }
  }

  private name(severity: Severity, code: ProblemCode, params: ProblemParams): void {
    const path = this.trail.map((key) => `/${escapePointer(key)}`).join('');
    this.list.push({ severity, code, question: this.question, path, params });
  }
}

function escapePointer(key: string): string {
  return shorten(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A foreign key or value, short enough and clean enough to be named in a sentence. */
export function shorten(text: string, limit = 60): string {
  const clean = text.toWellFormed().replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
  const characters = [...clean];
  return characters.length <= limit ? clean : `${characters.slice(0, limit - 1).join('')}…`;
}

/** A foreign value as a sentence can name it; of lists and objects only the outline, however deep they are. */
export function inShort(value: unknown): string {
  if (value === undefined) return '–';
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return shorten(JSON.stringify(value));
}
