/** Characters in an order that everybody knows: alphabets, digits, and rows of keyboards. */
const ORDERS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  // The columns of a keyboard, and its two upper rows in turn.
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik,', '9ol.', '0p;/'],
  '1q2w3e4r5t6y7u8i9o0p',
  // Thai: the alphabet, and the rows of the Kedmanee keyboard.
  'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
  'ๆไำพะัีรนยบล',
  'ฟหกดเ้่าสวง',
  'ผปแอิืทมใฝ',
  // Japanese: the syllabary, and its older order.
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  'いろはにほへとちりぬるをわかよたれそつねならむ',
];

const NEIGHBOURS = new Set(ORDERS.flatMap(neighbours));

function neighbours(order: string): string[] {
  const characters = Array.from(order.normalize('NFKC'));
  return characters.slice(1).flatMap((next, at) => {
    const before = characters[at] ?? '';
    return [before + next, next + before];
  });
}

/**
 * The stretches into which a text falls when one goes on as long as a character repeats the last
 * or stands beside it in a known order: `1234` and `!!!!` are one each, `3958` four.
 * @param text normalised (NFKC) and in lower case.
 */
export function runsIn(text: string): number {
  let before: string | undefined;
  let runs = 0;
  for (const character of text) {
    const goesOn = character === before || NEIGHBOURS.has((before ?? '') + character);
    if (!goesOn) runs += 1;
    before = character;
  }
  return runs;
}

/**
 * The shortest text that makes this one when it is said again and again, at least twice; the last
 * time may lack its end. Undefined when nothing repeats throughout.
 */
export function repeatedUnit(text: readonly string[]): readonly string[] | undefined {
  const longest = Math.ceil(text.length / 2);
  for (let length = 1; length <= longest; length += 1) {
    const repeats = text.every((each, at) => at < length || each === text[at - length]);
    if (repeats && length < text.length) return text.slice(0, length);
  }
  return undefined;
}
