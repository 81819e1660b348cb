/** A stretch of text that names a time, and the Gregorian year it stands for (`null`: unclear). */
export interface PeriodMatch {
  readonly length: number;
  readonly period: string | null;
}

type Rule = readonly [pattern: RegExp, read: (groups: readonly string[]) => string | null];

const ERA_START: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  r: 2018,
  h: 1988,
};

const BUDDHIST_ERA = 543;

/** A month, a day, an end of term that follows a year and adds nothing to it. */
const REST = String.raw`(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?(?:期|末|時点|現在|度)*`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const YEAR = String.raw`(?:19|20|21)\d\d`;
const DATE = String.raw`(?:\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[./]\d{1,2}(?:[./]\d{1,2})?(?![\d%]))`;
const END = String.raw`(?![\d.,]*\d)`;

const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(pattern, 'uy'), read];
const same: Rule[1] = ([year]) => year ?? null;
const century = (year: string): string => (year.length === 2 ? `20${year}` : year);

/** "2022/2024" for a span of years, ISO 8601 interval style. */
function span([from = '', to = '']: readonly string[]): string | null {
  const end = to.length === 2 ? `${from.slice(0, 2)}${to}` : to;
  return Number(end) > Number(from) ? `${from}/${end}` : from;
}

function eraYear([era = '', year = '']: readonly string[]): string | null {
  const start = ERA_START[era];
  return start === undefined ? null : String(start + (year === '元' ? 1 : Number(year)));
}

/** Two-digit fiscal years that follow on, such as 2023/24, belong to the first. */
function schoolYear([from = '', to = '']: readonly string[]): string | null {
  return (Number(from) + 1) % 100 === Number(to) ? from : null;
}

const RULES: readonly Rule[] = [
  rule(String.raw`(令和|平成|昭和)\s*(元|\d{1,2})\s*(?:年度?)?${REST}`, eraYear),
  rule(String.raw`(?<![a-z])([rh])\.?\s?(\d{1,2})\s*年度?${REST}`, eraYear),
  rule(String.raw`(?<![a-z])(r)(0?[1-9])(?![\d.%a-z])`, eraYear),
  rule(String.raw`(?<![a-z])(h)(2\d|3[01])(?![\d.%a-z])`, eraYear),
  rule(String.raw`(?:พ\s*\.?\s*ศ\s*\.?|(?<![a-z])b\.?e\.?)\s*(2[3-6]\d\d)${END}`, ([year]) =>
    String(Number(year) - BUDDHIST_ERA),
  ),
  rule(String.raw`(2[3-6]\d\d)\s*(?:พ\s*\.?\s*ศ\s*\.?|b\.?e\.?(?![a-z]))`, ([year]) =>
    String(Number(year) - BUDDHIST_ERA),
  ),
  rule(String.raw`(?:ค\s*\.?\s*ศ\s*\.?|(?<![a-z])(?:a\.?d|c\.?e)\.?)\s*(${YEAR})${END}`, same),
  rule(
    String.raw`(?<![a-z])(?:fy|fiscal year|fiscal)\s*(${YEAR})\s*[\u301c~-]\s*(?:fy\s*)?(${YEAR}|\d\d)${END}`,
    span,
  ),
  rule(
    String.raw`(?<![a-z])(?:fy|fiscal year|fiscal)\s*['’]?(${YEAR}|\d\d)(?:\s*/\s*\d{1,4})?${END}(?:年度?)?`,
    ([year = '']) => century(year),
  ),
  rule(String.raw`(${YEAR})\s*fy(?![a-z])`, same),
  rule(
    String.raw`(${YEAR})\s*(?:年度?)?\s*[\u301c~-]\s*(${YEAR})(?:\s*年度?${REST}|${END}(?!\s*[%\d]))`,
    span,
  ),
  rule(String.raw`(${YEAR})\s*(?:年度?)?\s*[\u301c~-]\s*(\d\d)\s*年度?(?!\s*月)`, span),
  rule(String.raw`(${YEAR})${DATE}\s*[\u301c~-]\s*(${YEAR})${DATE}`, span),
  rule(String.raw`(${YEAR})\s*年度?(?!間|連続)${REST}`, same),
  rule(
    String.raw`(${YEAR})[./-](?:0?[1-9]|1[0-2])(?:[./-]\d{1,2})?${END}(?!\s*%)(?:期|末|時点|現在)*`,
    same,
  ),
  rule(String.raw`(${YEAR})[/-](\d\d)${END}(?!\s*%)`, schoolYear),
  rule(String.raw`['’](\d\d)(?=\s*:|\s+\d)`, ([year = '']) => century(year)),
  rule(String.raw`['’](\d\d)\s*年度?${REST}`, ([year = '']) => century(year)),
  rule(String.raw`(?<!\d)(\d\d)\s*年度${REST}`, ([year = '']) => century(year)),
  rule(String.raw`(?<!\d)(\d\d)\s*年\s*\d{1,2}\s*月期`, ([year = '']) => century(year)),
  rule(String.raw`(?:\d{1,2}\s+)?${MONTH}\s*(?:\d{1,2},\s*)?(${YEAR})${END}`, same),
  rule(
    String.raw`(?<!\d)(?:第\s*)?[1-4]\s*q(?![a-z\d])|q[1-4](?!\d)|第?\s*[1-4]\s*四半期`,
    () => null,
  ),
];

/** A bare year: a four-digit number that no unit follows. */
const BARE_YEAR = new RegExp(String.raw`(${YEAR}|2[45]\d\d)${END}`, 'uy');

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * The time named at `at`, if any, as a Gregorian year.
 */
export function periodAt(text: string, at: number): PeriodMatch | null {
  for (const [pattern, read] of RULES) {
    const match = matchAt(pattern, text, at);
    if (match !== null) return { length: match[0].length, period: read(match.slice(1)) };
  }
  return null;
}

/**
 * A four-digit number that can be a year where no unit follows it. One from 2400 to 2599 is
 * Buddhist, and becomes Gregorian, where the row is Thai; elsewhere it says nothing of its era.
 */
export function bareYearAt(text: string, at: number, isThai: boolean): PeriodMatch | null {
  const match = matchAt(BARE_YEAR, text, at);
  if (match === null) return null;
  const year = match[1] ?? '';
  if (!/^2[45]/.test(year)) return { length: match[0].length, period: year };
  const period = isThai ? String(Number(year) - BUDDHIST_ERA) : null;
  return { length: match[0].length, period };
}

/** The last year that a period covers, for ordering; -Infinity without one. */
export function lastYear(period: string | null): number {
  return period === null ? Number.NEGATIVE_INFINITY : Number(period.split('/').at(-1));
}
