/** A run of digits with separators. `readable` is false where its notation is not unequivocal. */
export interface NumberMatch {
  readonly length: number;
  readonly value: number;
  readonly decimals: number;
  readonly readable: boolean;
}

const WELL_FORMED = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+/uy;
/** What follows a well-formed number and makes its notation doubtful: "30,7", "1.2.3", "1,23". */
const DOUBTFUL = /(?:,+\d+|\.+\d+)+/uy;
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

const STREAK =
  /\d{1,3}\s*(?:年|年度|期|回|か月|ヶ月|カ月|ヵ月|ケ月|週|日)\s*(?:間)?\s*(?:連続|目|ぶり|以内|後|前|続け|継続)|\d{1,3}\s*(?:年|か月|ヶ月|カ月|ヵ月|週)間|\d{1,3}\s*(?:consecutive |straight )?(?:years|months|times)\s*(?:in a row|running|consecutive|straight)|(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) (?:consecutive|straight|successive) (?:years|months|times)|ติดต่อกัน\s*(?:เป็นเวลา\s*)?\d{1,3}\s*ปี|\d{1,3}\s*ปี(?:ติดต่อกัน|ต่อเนื่อง|ซ้อน)|第\s*\d{1,3}\s*(?:期|回|次)|(?:\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?(?:期|末|時点|現在)|\d{1,2}\s*月\s*\d{1,2}\s*日)/uy;

/** How long or how often something has gone on ("6年連続", "第3回"): never a figure. */
export function streakAt(text: string, at: number): number {
  STREAK.lastIndex = at;
  return STREAK.exec(text)?.[0].length ?? 0;
}
