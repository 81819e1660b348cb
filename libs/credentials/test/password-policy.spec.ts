import { describe, expect, it } from '@jest/globals';
import { longPasswords, PASSWORD_LENGTH, passwordFault } from '@sukoyaka/credentials';
import fc from 'fast-check';

const ABOUT = {
  email: 'somchai.jaidee85@siam-widgets.example.com',
  names: ['Somchai Jaidee', 'สมชาย ใจดี', '田中 太郎', 'Siam Widgets Co., Ltd.'],
};
const faultOf = (password: unknown): string | undefined => passwordFault(password, ABOUT);

describe('a good password', () => {
  it.each([
    ['English words', 'correct horse battery staple'],
    ['twelve characters by chance', 'xq7!mvZp2&kd'],
    ['lower case alone', 'vexingotterlamp'],
    ['digits alone, by chance', '839205718364'],
    ['a Thai sentence', 'ข้าวผัดปูอร่อยที่สุดในซอย'],
    ['a Japanese sentence', '毎朝六時に犬と海辺を散歩する'],
    ['kana', 'こんやのカレーはからかった'],
    ['three scripts and emoji', 'กาแฟ☕と犬🐕 morning'],
    ['emoji', '🐘🍜🚲🌋🎻🦀🧵🪁🍊🦉🥁🌵'],
    ['spaces around it', '  lamp otter vex  '],
    ['one of its own with a name in it', 'jaidee waters seven cacti'],
    ['a good one that is drawn out', `correct horse battery staple${'.'.repeat(80)}`],
    ['a name with enough else', 'jaidee lamp ox'],
    ['a good one, twice', 'xq7!mvzp2&kdxq7!mvzp2&kd'],
    ['a generator’s words', 'abacus-scion-lunchbox-tidy'],
  ])('may be %s', (_, password) => {
    expect(faultOf(password)).toBeUndefined();
  });

  it('may be anything long enough by chance', () => {
    const byChance = fc.uint8Array({ minLength: 15, maxLength: 96 });
    fc.assert(
      fc.property(byChance, (bytes) => {
        fc.pre(new Set(bytes).size > 12);
        expect(faultOf(Buffer.from(bytes).toString('base64'))).toBeUndefined();
      }),
    );
  });
});

describe('the length of a password', () => {
  const distinct = (count: number): string =>
    Array.from({ length: count }, (_, at) =>
      String.fromCodePoint(0x4e00 + ((at * 37) % 2000)),
    ).join('');

  it.each([
    [PASSWORD_LENGTH.min - 1, 'too-short'],
    [PASSWORD_LENGTH.min, undefined],
    [PASSWORD_LENGTH.max, undefined],
    [PASSWORD_LENGTH.max + 1, 'too-long'],
    [1_000_000, 'too-long'],
  ])('of %d gives %s', (length, fault) => {
    expect(faultOf(distinct(length))).toBe(fault);
  });

  it('counts code points after normalisation, not bytes and not UTF-16 units', () => {
    expect(faultOf('🐘🍜🚲🌋🎻🦀')).toBe('too-short');
    expect(faultOf('é'.normalize('NFD').repeat(11))).toBe('too-short');
    expect(faultOf(distinct(127) + 'é'.normalize('NFD'))).toBeUndefined();
  });

  it('is looked at before anything else', () => {
    expect(faultOf('password')).toBe('too-short');
    expect(faultOf('')).toBe('too-short');
  });
});

describe('no password is', () => {
  it.each([[undefined], [null], [123456789012], [['correct horse battery staple']], [{}]])(
    '%j: that is no text',
    (value) => {
      expect(faultOf(value)).toBe('text');
    },
  );

  it('a text with half a character: two of them would be the same', () => {
    expect(faultOf('otter lamp vex \ud800')).toBe('text');
  });

  it.each([
    ['listed', 'motherfucker'],
    ['listed, in another case', 'Unbelievable'],
    ['among the commonest long ones', 'sleepyhollow'],
    ['the same, with padding', 'Frankenstein!!1'],
    ['padded with digits', 'password1234'],
    ['padded with a date', 'monkey20241231'],
    ['padded with a long run', 'dragon!!!!!!!!!!!!!!!!!!!!'],
    ['padded in front', '2025!!Sunshine'],
    ['in full width', 'ｐａｓｓｗｏｒｄ１２３４'],
    ['in other signs', 'P@ssw0rd2025!'],
    ['twice the same', 'qwertyqwerty'],
    ['twice the same, parted', 'qwerty-qwerty'],
    ['a short secret, repeated', 'xq7!mvxq7!mvxq7!mv'],
    ['two of the commonest', 'dragon monkey'],
    ['one character', 'aaaaaaaaaaaa'],
    ['one emoji', '🐘'.repeat(12)],
    ['one Thai letter', 'ก'.repeat(12)],
    ['spaces', ' '.repeat(14)],
    ['digits in order', '123456789012'],
    ['digits backwards', '098765432109'],
    ['the alphabet', 'abcdefghijkl'],
    ['the alphabet backwards', 'zyxwvutsrqpo'],
    ['rows of the keyboard', 'qwertyuiop[]'],
    ['columns of the keyboard', '1qaz2wsx3edc4rfv'],
    ['the Thai alphabet', 'กขฃคฅฆงจฉชซฌ'],
    ['a row of the Thai keyboard', 'ๆไำพะัีรนยบล'],
    ['the kana in order', 'あいうえおかきくけこさし'],
    ['the same in half width', 'ｱｲｳｴｵｶｷｸｹｺｻｼ'],
  ])('common: %s', (_, password) => {
    expect(faultOf(password)).toBe('common');
  });

  it.each([
    ['the address', ABOUT.email],
    ['the local part and a year', 'somchai.jaidee2025'],
    ['the local part, run together', 'SOMCHAIJAIDEE'],
    ['a part of it and a date', 'jaidee-31121985'],
    ['the domain', 'siam-widgets1'],
    ['the organisation', 'Siam Widgets!!'],
    ['a name in Thai', 'สมชายใจดี2568'],
    ['a name in Thai and a little', 'สมชาย ใจดี มาก'],
    ['a name in Japanese', '田中太郎１９８５１２３１'],
    ['a name and a row of the keyboard', 'somchaiqwerty'],
    ['the service', 'Sukoyaka-2025'],
    ['the service and the name', 'sukoyakajaidee'],
  ])('about oneself: %s', (_, password) => {
    expect(faultOf(password)).toBe('about-you');
  });

  it('refused for a name of somebody else, or when nothing is known', () => {
    const nobody = { email: '', names: ['', 'Li'] };
    expect(passwordFault('somchaijaidee', nobody)).toBeUndefined();
    expect(passwordFault('libelli lilac li', nobody)).toBeUndefined();
  });
});

describe('the lists', () => {
  it('hold more than the 3,000 commonest that are long enough (ASVS 6.2.4)', () => {
    expect(longPasswords().size).toBe(5_000);
  });

  it('never make it fail or wait, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 140 }), fc.string(), (password, name) => {
        const about = { email: `${name}@example.com`, names: [name] };
        expect([undefined, 'too-short', 'too-long', 'common', 'about-you']).toContain(
          passwordFault(password, about),
        );
      }),
    );
  });
});
