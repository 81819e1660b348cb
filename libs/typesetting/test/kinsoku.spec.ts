import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { layoutText } from '../src/index.js';

const SIZE = 10;

/** JLREQ, strict: never at the start of a line. */
const NO_START =
  '、。，．）」』】〕〉》］｝・：；？！‼⁇⁈⁉％‰ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶｧｨｩｪｫｬｭｮｯｰ､｡｣…‥—）)]},.!?:;%℃°';
/** Never at the end of a line. */
const NO_END = '（「『【〔〈《［｛“‘￥＄£([{¥$€';

function lines(text: string, width: number): string[] {
  return layoutText(text, 'ja', { width, size: SIZE }).map((line) => line.text);
}

/** Words of a Japanese text with at most two characters of punctuation together. */
const piece = fc.oneof(
  fc.constantFrom(
    '健康',
    '経営',
    '従業員',
    'の',
    'を',
    'は',
    'ストレス',
    'チェック',
    'ヴァイオリン',
    '佐々木',
  ),
  fc.constantFrom(
    '取組',
    'です',
    'ます',
    'きっと',
    'ゃっ',
    'いすゞ',
    'データー',
    'PDCA',
    'METI',
    'report',
  ),
  fc.constantFrom(
    '100%',
    '30分',
    '3.9日',
    '1,000人',
    '98.5％',
    '￥500',
    '約80％',
    '2023年度',
    '令和7年',
  ),
  fc.constantFrom('「優良」', '（注）', '『白書』', '【表】', '……', '——', '！', '？', '・', '～'),
);
const japanese = fc
  .array(fc.tuple(piece, fc.constantFrom('', '', '', '、', '。', 'と')), {
    minLength: 3,
    maxLength: 30,
  })
  .map((pairs) => pairs.map(([word, after]) => `${word}${after}あい`).join(''));
const width = fc.integer({ min: 80, max: 400 });

describe('Japanese line breaking (JLREQ, strict)', () => {
  it('begins and ends no line with a character that may not stand there', () => {
    fc.assert(
      fc.property(japanese, width, (text, points) => {
        const laid = lines(text, points);
        for (const [index, line] of laid.entries()) {
          if (index > 0) expect(NO_START).not.toContain(Array.from(line)[0]);
          if (index + 1 < laid.length)
            expect(NO_END).not.toContain(Array.from(line.trimEnd()).at(-1));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('joins back to the text and stays within the width', () => {
    fc.assert(
      fc.property(japanese, fc.integer({ min: 40, max: 400 }), (text, points) => {
        const laid = layoutText(text, 'ja', { width: points, size: SIZE });
        expect(laid.map((line) => line.text).join('')).toBe(text);
        expect(Math.max(...laid.map((line) => line.width))).toBeLessThanOrEqual(points + 0.01);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps numbers, their signs and their units together', () => {
    const kept = [
      '100%',
      '30分',
      '3.9日',
      '1,000人',
      '98.5％',
      '￥500',
      '約80％',
      '12か月',
      '5ポイント',
      '令和7年',
      '第3章',
      '±2.5点',
      '１２．５％',
      '￥１，０００',
      '1ヶ月',
      '３ヵ所',
      '△1,000円',
      '▲2.5点',
      '12㌢',
      '1〜2日',
      '2人目',
      '350g/日',
    ];
    for (const number of kept) {
      for (let shift = 0; shift < 12; shift += 1) {
        const laid = lines(`${'あ'.repeat(shift)}${number}${'あ'.repeat(20)}`, 80);
        expect(laid.filter((line) => line.includes(number))).toHaveLength(1);
      }
    }
  });

  it('lets no invisible sign begin a line with a stop or end it with a bracket', () => {
    for (const invisible of ['\u200b', '\u00ad', '\u200b\u200b']) {
      for (let shift = 0; shift < 10; shift += 1) {
        const laid = lines(
          `${'あ'.repeat(shift)}い${invisible}、「${invisible}う${'え'.repeat(9)}`,
          80,
        );
        for (const line of laid) expect(line).not.toMatch(/^[、]|「[\u200b\u00ad]*$/u);
      }
    }
  });

  it('ends a line too short for a date, a number or an address at their joints', () => {
    expect(lines('2024年3月26日公表）', 62)).toEqual(['2024年3月', '26日公表）']);
    expect(lines('03-1234-5678、', 64)).toEqual(['03-1234-', '5678、']);
    expect(lines('yamada@example.co.jp（', 90)).toEqual(['yamada@example.', 'co.jp（']);
    for (let width = 40; width < 120; width += 2) {
      for (const line of lines('略語はA.B.C.D.E.F.G.、e.g.、', width))
        expect(line).not.toMatch(/^、/);
    }
  });

  it('keeps …… and —— together, and Latin words whole', () => {
    for (const whole of ['……', '——', 'METI', 'self-assessment', 'don’t']) {
      for (let shift = 0; shift < 14; shift += 1) {
        const laid = lines(`${'あ'.repeat(shift)}${whole}${'い'.repeat(20)}`, 90);
        expect(laid.filter((line) => line.includes(whole))).toHaveLength(1);
      }
    }
  });

  it('pushes out, it does not hang: a stop takes the character before it to the next line', () => {
    expect(lines('あいうえおかきく。けこ', 80)).toEqual(['あいうえおかき', 'く。けこ']);
  });

  it('does not end a paragraph in one lone character', () => {
    expect(lines('健康経営を推進しています。', 120)).toEqual(['健康経営を推進してい', 'ます。']);
  });

  it('begins no line with the dot between two items', () => {
    for (let width = 60; width < 160; width += 3) {
      const laid = lines(
        '必須項目：8項目中5項目 · 不明2 · 形式要件：5項目 • 選択項目：14項目',
        width,
      );
      expect(laid.filter((line) => /^[·•]/u.test(line))).toEqual([]);
    }
  });

  it('fills lines of plain text to the last em', () => {
    expect(lines('健康経営の推進体制を整備する', 50)).toEqual([
      '健康経営の',
      '推進体制を',
      '整備する',
    ]);
  });
});
