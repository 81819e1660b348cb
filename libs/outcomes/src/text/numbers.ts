/** A run of digits with separators. `readable` is false where its notation is not unequivocal. */
export interface NumberMatch {
  readonly length: number;
  readonly value: number;
  readonly decimals: number;
  readonly readable: boolean;
}

const WELL_FORMED = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+/uy;
/** What follows a well-formed number and makes its notation doubtful: "30,7", "1.2.3", "95 .2", "1e5". */
const DOUBTFUL = /(?:,+\d+|\s?\.+\d+|e[+-]?\d+)+|・\d+(?=\s*%)/uy;
const LIST_AFTER_DECIMAL = /^,\d+\.\d/u;
const GREATEST = 1e15;

/**
 * The number at `at`, if any. "30,7" is not read as 30.7 nor as 307: decimal commas are unknown in
 * the three languages, and guessing wrong is a factor of ten.
 */
export function numberAt(text: string, at: number): NumberMatch | null {
  WELL_FORMED.lastIndex = at;
  const digits = WELL_FORMED.exec(text)?.[0];
  if (digits === undefined) return null;
  DOUBTFUL.lastIndex = at + digits.length;
  const rest = DOUBTFUL.exec(text)?.[0] ?? '';
  const isList = LIST_AFTER_DECIMAL.test(rest) && digits.includes('.');
  const tail = isList ? '' : rest;
  const value = Number(digits.replaceAll(',', ''));
  return {
    length: digits.length + tail.length,
    value: value < GREATEST ? value : 0,
    decimals: digits.split('.')[1]?.length ?? 0,
    readable: tail === '' && value < GREATEST,
  };
}

const MONTHS = '(?:か|ヶ|カ|ヵ|ケ)月';
const ENGLISH_COUNT = '(?:two|three|four|five|six|seven|eight|nine|ten|\\d{1,3})';

/** How long or how often something has gone on, and dates without a year. */
const STREAKS: readonly RegExp[] = [
  `\\d{1,3}\\s*(?:年|年度|期|回|週|日|${MONTHS})\\s*間?\\s*(?:連続|目|ぶり|以内|後|前|続け|継続)`,
  `\\d{1,3}\\s*(?:年|週|${MONTHS})間`,
  '第\\s*\\d{1,3}\\s*(?:期|回|次)',
  '\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日',
  '\\d{1,2}\\s*月(?:期|末|時点|現在)',
  `${ENGLISH_COUNT} (?:consecutive|straight|successive) (?:years|months|times)`,
  '\\d{1,3}(?:st|nd|rd|th)(?![a-z])',
  '\\d{1,3}\\s*(?:years|months|times)\\s*(?:in a row|running|consecutive|straight)',
  '\\d{1,3}\\s*ปี\\s*(?:ติดต่อกัน|ต่อเนื่อง|ซ้อน)',
].map((pattern) => new RegExp(pattern, 'uy'));

/** Length of "6年連続", "第3回", "3月末" at `at`, 0 without one: never a figure. */
export function streakAt(text: string, at: number): number {
  for (const streak of STREAKS) {
    streak.lastIndex = at;
    const match = streak.exec(text);
    if (match !== null) return match[0].length;
  }
  return 0;
}
