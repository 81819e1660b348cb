/** Marks that refer to a footnote: superscripts, ※1, *1, 注1. */
const FOOTNOTES = [
  /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089]+/gu,
  /[(（[［]?[※＊*†‡][\d０-９]{0,2}(?![\d０-９.．%％年歳才代名人])[)）\]］]?/gu,
  /[(（[［]注[\d０-９]{0,2}[)）\]］]|注[\d０-９]{1,2}[)）]/gu,
];

const ENUMERATORS = /[\u2460-\u2473\u2776-\u277f\u24f5-\u24fe]/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/gu;
const WAVES = /[\u301c\uff5e\u223c\u2053\u223e]/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
const KATAKANA_LENGTH = /(?<=[\u30a1-\u30fa\u30fc])[\u30fc-]/gu;
const SMALL_KATAKANA: Readonly<Record<string, string>> = {
  ァ: 'ア',
  ィ: 'イ',
  ゥ: 'ウ',
  ェ: 'エ',
  ォ: 'オ',
};

const KANJI_DIGITS = '〇一二三四五六七八九';
const KANJI_NUMBER = /[〇一二三四五六七八九十百]+(?=\s*(?:割|%|パーセント|名(?!中)|年度))/gu;

/** Thai digits, the two-key ae, and the order of nikhahit and tone mark. */
function foldThai(text: string): string {
  return text
    .replace(/[\u0e50-\u0e59]/gu, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/\u0e40\u0e40/gu, '\u0e41')
    .replace(/\u0e4d([\u0e48-\u0e4b])/gu, '$1\u0e4d');
}

/**
 * One spelling for the many of a borrowed word: プレゼンティーイズム, プレゼンティーズム and
 * プレゼンティイズム become the same; a middle dot or a space inside the word goes.
 */
function foldKatakana(text: string): string {
  return text
    .replace(/(?<=[\u30a1-\u30fa\u30fc])[\u30fb\u3000 ](?=[\u30a1-\u30fa])/gu, '')
    .replace(KATAKANA_LENGTH, '')
    .replace(/[ァィゥェォ]/gu, (small) => SMALL_KATAKANA[small] ?? small)
    .replace(/(?<=[\u30a1-\u30fa])([アイウエオ])\1+/gu, '$1');
}

/** Folds what any term can be written in; applied alike to the lexicon and to what is read. */
export function foldTerm(text: string): string {
  const compatible = foldThai(text.normalize('NFKC').toLowerCase());
  const joined = compatible.replace(/(?<=[a-z])-(?=[a-z])/gu, ' ');
  return foldKatakana(joined).replace(/\s+/gu, ' ').trim();
}

/** 八割 as 8割, 百% as 100%: only before a unit, since 一般 or 三大 are no numbers. */
function kanjiNumber(text: string): string {
  let total = 0;
  let digits = '';
  for (const character of text) {
    const digit = KANJI_DIGITS.indexOf(character);
    if (digit >= 0) digits += String(digit);
    else {
      total += Number(digits === '' ? '1' : digits) * (character === '十' ? 10 : 100);
      digits = '';
    }
  }
  return String(total + Number(digits === '' ? '0' : digits));
}

/**
 * Brings a published text into the one form that the lexer reads: half width, lower case, one kind
 * of dash and wave, no footnote marks, no invisible characters.
 *
 * A Japanese wave stays 〜 and an ASCII tilde stays ~ : before a number the one means "up to", the
 * other "about".
 */
export function normaliseText(raw: string): string {
  let text = raw.replace(INVISIBLE, '').replace(/[\r\n\v\f\u2028\u2029]+/gu, ' ; ');
  text = text.replace(/[\u0000-\u001f\u007f-\u009f]/gu, ' ').replace(ENUMERATORS, '、');
  for (const mark of FOOTNOTES) text = text.replace(mark, ' ');
  text = text.replace(WAVES, '\u301c').replace(DASHES, '-');
  text = text.replace(/(?<=[\d０-９%％])\u30fc(?=[\d０-９])/gu, '\u301c');
  text = foldTerm(text).replace(DASHES, '-');
  text = text.replace(KANJI_NUMBER, kanjiNumber).replace(/(?<=\d) (?=%)/gu, '');
  return text.replace(/(?<=[\u3040-\u30ff\u4e00-\u9fff]) (?=[\u3040-\u30ff\u4e00-\u9fff])/gu, '');
}
