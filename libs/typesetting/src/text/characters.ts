/** What a character is to the typesetter. Arguments are Unicode code points. */

export function isThai(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e5b && code !== 0x0e3f;
}

/** Letters, vowels and marks that make up Thai words: no digits, no ฿, ฯ, ๆ or ๏ ๚ ๛. */
export function isThaiLetter(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e4e && code !== 0x0e3f && code !== 0x0e2f && code !== 0x0e46;
}

export function isThaiConsonant(code: number): boolean {
  return code >= 0x0e01 && code <= 0x0e2e;
}

/** Marks above or below the consonant (with SARA AM, which is half of one). */
export function isThaiMark(code: number): boolean {
  return (
    code === 0x0e31 || (code >= 0x0e33 && code <= 0x0e3a) || (code >= 0x0e47 && code <= 0x0e4e)
  );
}

/** เ แ โ ใ ไ: written before the consonant that they belong to. */
export function isThaiLeadingVowel(code: number): boolean {
  return code >= 0x0e40 && code <= 0x0e44;
}

/** ะ า ำ ๅ and ฯ ๆ: never at the start of a line. */
export function isThaiFollower(code: number): boolean {
  return (
    code === 0x0e30 ||
    code === 0x0e32 ||
    code === 0x0e33 ||
    code === 0x0e45 ||
    code === 0x0e2f ||
    code === 0x0e46
  );
}

export function isKana(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0x31f0 && code <= 0x31ff) ||
    (code >= 0xff66 && code <= 0xff9f)
  );
}

export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    code === 0x3005 ||
    code === 0x3006 ||
    code === 0x3007
  );
}

/** Full-width forms, CJK punctuation and symbols: characters that sit in an em square. */
export function isWide(code: number): boolean {
  return (
    isKana(code) ||
    isHan(code) ||
    (code >= 0x3000 && code <= 0x33ff) ||
    (code >= 0xff01 && code <= 0xff65) ||
    (code >= 0xffe0 && code <= 0xffee)
  );
}

export function isDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x0e50 && code <= 0x0e59) ||
    (code >= 0xff10 && code <= 0xff19)
  );
}

const LETTER = /^\p{L}/u;

/** A letter of a script that is set in words: Latin, Greek, Cyrillic and the like. */
export function isWordLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  if (isThai(code) || isWide(code)) return false;
  return LETTER.test(String.fromCodePoint(code));
}

/** Selects a variant of the character before it: 葛 as in 葛城, or a symbol as an emoji. */
export function isVariationSelector(code: number): boolean {
  return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);
}

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether there are letters of Arabic, Hebrew and their kin in `text`. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
