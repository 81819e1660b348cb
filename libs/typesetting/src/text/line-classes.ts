import { isDigit, isThai, isWordLetter } from './characters.js';

/**
 * What a character means for line breaking: the classes of JIS X 4051 and JLREQ (strict) for
 * Japanese, the essentials of UAX #14 for the rest.
 */
export const LineClass = {
  /** Kana, kanji, symbols in an em square: a break on both sides. */
  ideograph: 0,
  thai: 1,
  letter: 2,
  digit: 3,
  /** Opening brackets and quotes: never at the end of a line (JLREQ cl-01). */
  open: 4,
  /** Closing brackets, stops, small kana, iteration marks: never at the start (cl-02 to cl-11). */
  close: 5,
  /** Signs before a number: ￥, $, #, № (cl-12). */
  prefix: 6,
  /** Signs after a number: %, ℃, ‰ (cl-13). */
  postfix: 7,
  /** —, … and ‥: not separated from each other, never at the start (cl-08). */
  inseparable: 8,
  space: 9,
  /** No break on either side: no-break space and its kin. */
  glue: 10,
  hyphen: 11,
  slash: 12,
  quote: 13,
  newline: 14,
  /** U+200B and U+00AD: a break is allowed here. */
  breakHere: 15,
} as const;

export type LineClass = (typeof LineClass)[keyof typeof LineClass];

/** JLREQ cl-01. */
const OPEN = '([{（「『【〔〈《｛［〝“‘«‹｟〘〖｢⦅';
/** JLREQ cl-02 to cl-07 (closing brackets, hyphens, stops, middle dots), with their Latin kin. */
const CLOSE =
  ')]}）」』】〕〉》｝］〟”’»›｠〙〗｣⦆' + '、。，．､｡,.;:!?・･：；！？‼⁇⁈⁉' + '‐–〜～゠ｰ／';
/** JLREQ cl-09, cl-10, cl-11: iteration marks, the long-vowel mark, small kana. */
const NO_START_KANA =
  '々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ' +
  'ｧｨｩｪｫｬｭｮｯﾞﾟ゛゜';
/** JLREQ cl-12 and UAX #14 PR. */
const PREFIX = '¥￥$＄£￡€฿#＃№+±＋−';
/** JLREQ cl-13 and UAX #14 PO. */
const POSTFIX = '%％‰℃℉°′″¢￠ℓ㎏㎜㎝㎞㎡㎥㏄㌫㍍㌔㌘㌧';
const INSEPARABLE = '—―─…‥⋯〳〴〵';
const GLUE = '\u00a0\u202f\u2007\u2060\ufeff';
const QUOTE = '"\'';

const EXPLICIT = new Map<number, LineClass>([
  ...classOf(OPEN, LineClass.open),
  ...classOf(CLOSE, LineClass.close),
  ...classOf(NO_START_KANA, LineClass.close),
  ...classOf(PREFIX, LineClass.prefix),
  ...classOf(POSTFIX, LineClass.postfix),
  ...classOf(INSEPARABLE, LineClass.inseparable),
  ...classOf(GLUE, LineClass.glue),
  ...classOf(QUOTE, LineClass.quote),
  ...classOf(' \u2002\u2003\u2009\u3000', LineClass.space),
  ...classOf('-', LineClass.hyphen),
  ...classOf('/\\', LineClass.slash),
  ...classOf('\n', LineClass.newline),
  ...classOf('\u200b\u00ad', LineClass.breakHere),
]);

function classOf(characters: string, lineClass: LineClass): [number, LineClass][] {
  return Array.from(characters, (character) => [character.codePointAt(0) ?? 0, lineClass]);
}

/** The class of a code point. */
export function lineClassOf(code: number): LineClass {
  if (code >= 0x4e00 && code <= 0x9fff) return LineClass.ideograph;
  const explicit = EXPLICIT.get(code);
  if (explicit !== undefined) return explicit;
  if (isDigit(code)) return LineClass.digit;
  if (isThai(code)) return LineClass.thai;
  if (isWordLetter(code)) return LineClass.letter;
  if (code < 0x80 || (code >= 0xa0 && code <= 0x24f)) return LineClass.letter;
  return LineClass.ideograph;
}
