/** Age groups such as 30代, 40歳以上, 40〜49歳, aged 40 and over, อายุ 35 ปีขึ้นไป. */
export interface AgeMatch {
  readonly length: number;
  readonly id: string;
}

type Rule = readonly [pattern: RegExp, id: (from: string, to: string) => string];

const rule = (pattern: string, id: Rule[1]): Rule => [new RegExp(pattern, 'uy'), id];
const YEARS = '(?:歳|才)';

const RULES: readonly Rule[] = [
  rule(
    String.raw`([1-9]\d)\s*(?:代|歳代|才代)?\s*[\u301c~-]\s*([1-9]\d)\s*(?:代|歳代|才代)`,
    (a, b) => `${a}s-${b}s`,
  ),
  rule(String.raw`([1-9]\d)\s*(?:代|歳代|才代)\s*以上`, (a) => `${a}-plus`),
  rule(String.raw`([1-9]\d)\s*(?:代|歳代|才代)\s*(?:以下|まで)`, (a) => `${a}s-and-under`),
  rule(String.raw`([1-9]\d)\s*(?:代|歳代|才代)`, (a) => `${a}s`),
  rule(
    String.raw`([1-9]\d)\s*${YEARS}?\s*[\u301c~-]\s*([1-9]\d)\s*${YEARS}`,
    (a, b) => `${a}-${b}`,
  ),
  rule(String.raw`([1-9]\d)\s*${YEARS}\s*(?:以上|[\u301c~])`, (a) => `${a}-plus`),
  rule(String.raw`([1-9]\d)\s*${YEARS}\s*未満`, (a) => `under-${a}`),
  rule(String.raw`([1-9]\d)\s*${YEARS}\s*以下`, (a) => `${a}-and-under`),
  rule(String.raw`(?:aged?\s+|in their\s+)([1-9]\d)s(?![a-z])`, (a) => `${a}s`),
  rule(
    String.raw`aged?\s+([1-9]\d)\s*(?:\+|and over|or over|and above|or older|and older)`,
    (a) => `${a}-plus`,
  ),
  rule(
    String.raw`([1-9]\d)\s*(?:years )?(?:and older|or older|years and over)`,
    (a) => `${a}-plus`,
  ),
  rule(String.raw`aged?\s+([1-9]\d)\s*(?:-|to)\s*([1-9]\d)`, (a, b) => `${a}-${b}`),
  rule(String.raw`aged?\s+(?:under|below)\s+([1-9]\d)`, (a) => `under-${a}`),
  rule(String.raw`อายุ\s*([1-9]\d)\s*(?:-|ถึง)\s*([1-9]\d)\s*(?:ปี)?`, (a, b) => `${a}-${b}`),
  rule(String.raw`อายุ\s*(?:ตั้งแต่\s*)?([1-9]\d)\s*(?:ปี)?\s*ขึ้นไป`, (a) => `${a}-plus`),
  rule(String.raw`อายุ\s*(?:ต่ำกว่า|น้อยกว่า|ไม่ถึง)\s*([1-9]\d)\s*(?:ปี)?`, (a) => `under-${a}`),
];

/** The age group named at `at`, if any. */
export function ageAt(text: string, at: number): AgeMatch | null {
  for (const [pattern, id] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { length: match[0].length, id: id(match[1] ?? '', match[2] ?? '') };
  }
  return null;
}
