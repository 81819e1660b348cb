import { isHan, isThaiFollower, isThaiLeadingVowel, isWide } from './characters.js';
import { LineClass, lineClassOf } from './line-classes.js';
import { Quality, thaiBreaks } from './thai-segment.js';
import {
  announcesNumber,
  beginsWithThaiUnit,
  isSpacedUnit,
  leadLengthAt,
  unitLengthAt,
} from './units.js';

/** What the rules look at: the drawn text, where its clusters begin, and their classes. */
interface Context {
  readonly text: string;
  readonly starts: ArrayLike<number>;
  readonly classes: readonly LineClass[];
}

/**
 * The quality of a line end before each cluster: `result[i]` is before the cluster `i`. `starts`
 * holds the offsets of the clusters in `text` and the length of `text` at its end.
 */
export function breakQualities(text: string, starts: ArrayLike<number>): Uint8Array {
  const count = starts.length - 1;
  const classes: LineClass[] = [];
  for (let index = 0; index < count; index += 1) {
    classes.push(lineClassOf(text.codePointAt(starts[index] ?? 0) ?? 0));
  }
  const context: Context = { text, starts, classes };
  const qualities = new Uint8Array(count + 1);
  for (let index = 1; index < count; index += 1) qualities[index] = pairQuality(context, index);
  rateThai(context, qualities);
  holdUnits(context, qualities);
  return qualities;
}

function pairQuality(context: Context, index: number): Quality {
  const before = context.classes[index - 1];
  const after = context.classes[index];
  if (before === undefined || after === undefined) return Quality.none;
  if (before === LineClass.newline) return Quality.forced;
  if (after === LineClass.newline || after === LineClass.space || after === LineClass.breakHere) {
    return Quality.none;
  }
  if (before === LineClass.space) return afterSpace(context, index, after);
  if (before === LineClass.breakHere) return afterBreakHere(context, index, after);
  if (before === LineClass.glue || after === LineClass.glue) return Quality.none;
  if (isHeld(before, after)) return Quality.none;
  return afterRule(context, index, before, after);
}

/** Line-start and line-end prohibition, the same for every language. */
function isHeld(before: LineClass, after: LineClass): boolean {
  switch (after) {
    case LineClass.close:
    case LineClass.postfix:
    case LineClass.inseparable:
    case LineClass.hyphen:
    case LineClass.slash:
    case LineClass.quote:
      return true;
    default:
      return before === LineClass.open || before === LineClass.prefix || before === LineClass.quote;
  }
}

/** An invisible permission to break; what may not begin or end a line still may not. */
function afterBreakHere({ classes }: Context, index: number, after: LineClass): Quality {
  let last = index - 1;
  while (last >= 0 && classes[last] === LineClass.breakHere) last -= 1;
  return isHeld(classes[last] ?? LineClass.space, after) ? Quality.none : Quality.good;
}

function afterSpace(context: Context, index: number, after: LineClass): Quality {
  const { text, starts, classes } = context;
  if (after === LineClass.close || after === LineClass.postfix) return Quality.none;
  if (after === LineClass.inseparable) return Quality.none;
  const at = starts[index] ?? 0;
  if (leansBack(text, at) || isSeparator(text, at)) return Quality.none;
  let last = index - 1;
  while (last >= 0 && classes[last] === LineClass.space) last -= 1;
  if (last < 0 || classes[last] === LineClass.open) return Quality.none;
  const numeric = classes[last] === LineClass.digit;
  if (numeric && isSpacedUnit(text, at)) return Quality.rare;
  const number = after === LineClass.digit || after === LineClass.prefix;
  if (number && announcesNumber(text, starts[last + 1] ?? 0)) return Quality.rare;
  return Quality.good;
}

/** ๆ and ฯ belong to the word before them, also after a space; ฯลฯ is a word of its own. */
function leansBack(text: string, at: number): boolean {
  return text.startsWith('ๆ', at) || (text.startsWith('ฯ', at) && !text.startsWith('ฯลฯ', at));
}

/** A dot or bullet between two spaces parts the items of a list: it ends a line, never begins one. */
function isSeparator(text: string, at: number): boolean {
  return /^[·•・] /u.test(text.slice(at, at + 2));
}

function afterRule(context: Context, index: number, before: LineClass, after: LineClass): Quality {
  switch (before) {
    case LineClass.ideograph:
      return afterIdeograph(context, index, after);
    case LineClass.thai:
      return afterThai(after);
    case LineClass.letter:
      return afterLetter(context, index, after);
    case LineClass.digit:
      return afterDigit(context, index, after);
    case LineClass.close:
    case LineClass.postfix:
      return afterClosing(context, index, after);
    case LineClass.hyphen:
      return afterHyphen(context, index, after);
    case LineClass.slash:
      return afterSlash(context, index, after);
    case LineClass.inseparable:
      return isWideAt(context, index) ? Quality.good : Quality.fair;
    default:
      return Quality.none;
  }
}

function afterIdeograph(context: Context, index: number, after: LineClass): Quality {
  if (after !== LineClass.digit && after !== LineClass.prefix) return Quality.good;
  const { text, starts } = context;
  const at = starts[index] ?? 0;
  if (LOSS_SIGN.test(text.charAt(at - 1))) return Quality.last;
  if (isWithinDate(context, index)) return Quality.rare;
  return leadLengthAt(text, at) > 0 ? Quality.emergency : Quality.good;
}

/** How Japanese accounts write a minus. */
const LOSS_SIGN = /[△▲]/;

/** 2024年|4月1日: between the parts of a date, where it is longer than the line. */
function isWithinDate({ text, starts, classes }: Context, index: number): boolean {
  const sign = text.charAt((starts[index] ?? 0) - 1);
  return (sign === '年' || sign === '月') && classes[index - 2] === LineClass.digit;
}

/** Inside of Thai words the segmentation decides (`rateThai`). */
function afterThai(after: LineClass): Quality {
  if (after === LineClass.thai) return Quality.emergency;
  if (after === LineClass.digit) return Quality.rare;
  if (after === LineClass.letter) return Quality.weak;
  if (after === LineClass.open || after === LineClass.prefix) return Quality.fair;
  return Quality.good;
}

function afterLetter(context: Context, index: number, after: LineClass): Quality {
  if (after === LineClass.letter)
    return isAddressSign(context, index) ? Quality.rare : Quality.emergency;
  if (after === LineClass.thai) return Quality.weak;
  if (after === LineClass.ideograph) return Quality.good;
  return isWideAt(context, index) ? Quality.good : Quality.emergency;
}

/** After a sign that parts the words of an address. */
function isAddressSign({ text, starts }: Context, index: number): boolean {
  return /[@_=&]/.test(text.charAt((starts[index] ?? 0) - 1));
}

function afterDigit(context: Context, index: number, after: LineClass): Quality {
  const at = context.starts[index] ?? 0;
  if (after === LineClass.letter || after === LineClass.digit) return Quality.last;
  if (after === LineClass.thai) {
    return beginsWithThaiUnit(context.text, at) ? Quality.last : Quality.doubtful;
  }
  if (after !== LineClass.ideograph) {
    return isWideAt(context, index) ? Quality.good : Quality.emergency;
  }
  if (unitLengthAt(context.text, at) > 0) return Quality.last;
  return isHan(context.text.codePointAt(at) ?? 0) ? Quality.emergency : Quality.good;
}

function afterClosing(context: Context, index: number, after: LineClass): Quality {
  if (after === LineClass.digit && context.classes[index - 2] === LineClass.digit) {
    return insideNumber(context, index);
  }
  if (after === LineClass.ideograph || isWideAt(context, index - 1)) return Quality.good;
  if (isWideAt(context, index)) return Quality.good;
  const afterStop = context.text.charAt((context.starts[index] ?? 1) - 1) === '.';
  if (after === LineClass.thai) return afterStop ? afterThaiStop(context, index) : Quality.fair;
  return afterStop && after === LineClass.letter ? Quality.rare : Quality.emergency;
}

/** พ.ร.บ. is one word; after its last stop a line may end where it must. */
function afterThaiStop({ text, starts }: Context, index: number): Quality {
  const at = starts[index] ?? 0;
  return /^[\u0e01-\u0e4e]{1,4}\./.test(text.slice(at, at + 5)) ? Quality.emergency : Quality.rare;
}

/** Between two digits with a sign between them: 1,000 and １２．５ are one number, 1〜2 a range. */
function insideNumber({ text, starts }: Context, index: number): Quality {
  const sign = text.charAt((starts[index] ?? 0) - 1);
  if (/[〜～]/.test(sign)) return Quality.doubtful;
  if (/[.,:．，：]/.test(sign)) return Quality.last;
  return isWide(sign.charCodeAt(0)) ? Quality.good : Quality.emergency;
}

/**
 * A word with a hyphen counts as one: readers of PDF join a line that ends in a hyphen with the
 * next one and drop the hyphen.
 */
function afterHyphen(context: Context, index: number, after: LineClass): Quality {
  const wordBefore = index >= 2 && context.classes[index - 2] !== LineClass.space;
  if (!wordBefore) return Quality.none;
  if (after === LineClass.digit || after === LineClass.open) return Quality.emergency;
  return after === LineClass.prefix ? Quality.none : Quality.rare;
}

/** Words joined by a slash stay together where they can; addresses may end a line after one. */
function afterSlash({ text, starts }: Context, index: number, after: LineClass): Quality {
  if (after === LineClass.digit) return Quality.emergency;
  if (after === LineClass.letter) return Quality.rare;
  const at = starts[index] ?? 0;
  return RATE.test(text.slice(Math.max(0, at - 16), at)) ? Quality.emergency : Quality.weak;
}

/** A number with its unit before the slash of a rate: 350g/日, 8 ชม./วัน. */
const RATE = /[\d０-９๐-๙] ?[^\s\d/]{1,10}[/\\]$/;

function isWideAt(context: Context, index: number): boolean {
  return isWide(context.text.codePointAt(context.starts[index] ?? 0) ?? 0);
}

/** Thai letters, vowels and marks: without digits, ฯ and ๆ. */
const THAI_STRETCH = /[\p{Script=Thai}--[\u0e2f\u0e46\u0e4f-\u0e5b]]{2,}/gv;

/** Writes the qualities of line ends inside of Thai text. */
function rateThai(context: Context, qualities: Uint8Array): void {
  const { text, starts } = context;
  if (!/[\u0e01-\u0e2e]/.test(text)) return;
  const indexOf = new Map<number, number>();
  for (let index = 0; index < starts.length; index += 1) indexOf.set(starts[index] ?? 0, index);
  for (const { 0: stretch, index: from } of text.matchAll(THAI_STRETCH)) {
    const breaks = thaiBreaks(stretch);
    for (let at = 1; at < stretch.length; at += 1) {
      const index = indexOf.get(from + at);
      if (index === undefined) continue;
      const quality = breaks[at] ?? Quality.none;
      qualities[index] = quality === Quality.none ? insideThaiWord(stretch, at) : quality;
    }
  }
  holdFollowers(context, qualities);
}

function insideThaiWord(stretch: string, at: number): Quality {
  const follows = isThaiFollower(stretch.charCodeAt(at));
  const leads = isThaiLeadingVowel(stretch.charCodeAt(at - 1));
  return follows || leads ? Quality.none : Quality.emergency;
}

/** ๆ and ฯ never begin a line; a line may end after them, but ฯลฯ is one. */
function holdFollowers(context: Context, qualities: Uint8Array): void {
  for (let index = 1; index + 1 < context.starts.length; index += 1) {
    const code = context.text.charCodeAt(context.starts[index] ?? 0);
    if (isThaiFollower(code)) holdFollower(context, qualities, index);
    else if (isAbbreviator(context, index - 1))
      qualities[index] = afterAbbreviator(qualities, index, code);
  }
}

function holdFollower({ text, starts }: Context, qualities: Uint8Array, index: number): void {
  const at = starts[index] ?? 0;
  const isWord = text.startsWith('ฯลฯ', at) && text.charAt(at - 1) === ' ';
  if (!isWord) qualities[index] = Quality.none;
}

function isAbbreviator(context: Context, index: number): boolean {
  const code = context.text.charCodeAt(context.starts[index] ?? 0);
  return code === 0x0e2f || code === 0x0e46;
}

function afterAbbreviator(qualities: Uint8Array, index: number, code: number): number {
  const present = qualities[index] ?? Quality.none;
  if (present !== Quality.emergency) return present;
  return code === 0x0e25 ? Quality.none : Quality.fair;
}

/** Words around a Japanese number are not divided: no line ends in 30か, or in 令 before 和7年. */
function holdUnits({ text, starts, classes }: Context, qualities: Uint8Array): void {
  for (let index = 1; index < classes.length; index += 1) {
    const at = starts[index] ?? 0;
    if (classes[index] === LineClass.digit && classes[index - 1] === LineClass.ideograph) {
      hold(qualities, starts, index - leadLengthAt(text, at) + 1, at);
    }
    if (classes[index - 1] === LineClass.digit) {
      hold(qualities, starts, index + 1, at + unitLengthAt(text, at));
    }
  }
}

/** No line end before the clusters from `first` on that begin before `end`. */
function hold(qualities: Uint8Array, starts: ArrayLike<number>, first: number, end: number): void {
  for (let index = first; (starts[index] ?? end) < end; index += 1) {
    if (qualities[index] !== Quality.none) qualities[index] = Quality.emergency;
  }
}
