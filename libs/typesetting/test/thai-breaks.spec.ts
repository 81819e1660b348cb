import { describe, expect, it } from '@jest/globals';
import { layoutText } from '../src/index.js';
import { graphemeStarts } from '../src/text/graphemes.js';
import { thaiDictionary } from '../src/text/thai-dictionary.js';
import { Quality, thaiBreaks } from '../src/text/thai-segment.js';
import { THAI_SENTENCES } from './support/thai-sentences.js';
import { THAI_COMPOUNDS, THAI_SURROUNDINGS } from './support/thai-compounds.js';

const SIZE = 10;

function lines(text: string, width: number): string[] {
  return layoutText(text, 'th', { width, size: SIZE }).map((line) => line.text);
}

/** Offsets in the text at which lines end. */
function lineEnds(parts: readonly string[]): number[] {
  let offset = 0;
  return parts.slice(0, -1).map((part) => (offset += part.length));
}

/** Offsets at which a line of a sentence with bars may end. */
function acceptedEnds(marked: string): ReadonlySet<number> {
  const ends = new Set<number>();
  let offset = 0;
  for (const sign of marked) {
    if (sign !== '|') offset += sign.length;
    if (sign === '|' || sign === ' ') ends.add(offset);
  }
  return ends;
}

function widthOf(text: string): number {
  return layoutText(text, 'th', { width: 1e6, size: SIZE })[0]?.width ?? 0;
}

describe('Thai line breaking', () => {
  it('is tried on many words', () => {
    expect(new Set(THAI_COMPOUNDS).size).toBeGreaterThanOrEqual(150);
  });

  it.each([90, 120, 160, 220])('divides no compound at a width of %d points', (width) => {
    const divided: string[] = [];
    for (const word of THAI_COMPOUNDS) {
      if (widthOf(word) > width) continue;
      for (const [before, after] of THAI_SURROUNDINGS) {
        const ends = lineEnds(lines(before + word + after, width));
        const inside = ends.some((end) => end > before.length && end < before.length + word.length);
        if (inside) divided.push(lines(before + word + after, width).join('|'));
      }
    }
    expect(divided).toEqual([]);
  });

  it('divides no compound wherever it stands in the line', () => {
    const divided: string[] = [];
    for (const word of THAI_COMPOUNDS) {
      for (let shift = 0; shift < 12; shift += 1) {
        const before = `${'ก '.repeat(shift)}พนักงานได้รับ`;
        const ends = lineEnds(lines(`${before}${word}และอื่น ๆ`, 110));
        const from = before.length;
        if (ends.some((end) => end > from && end < from + word.length)) divided.push(word);
      }
    }
    expect(divided).toEqual([]);
  });

  it('ends lines of running text only where a reader accepts it', () => {
    const wrong = new Set<string>();
    for (const marked of THAI_SENTENCES) {
      const text = marked.replaceAll('|', '');
      const accepted = acceptedEnds(marked);
      for (let width = 115; width < 480; width += 4) {
        for (const end of lineEnds(lines(text, width))) {
          if (!accepted.has(end)) wrong.add(`${text.slice(0, end)}|${text.slice(end)}`);
        }
      }
    }
    expect([...wrong]).toEqual([]);
  });

  it.each([
    ['กองทุนสำรองเลี้ยงชีพ', ['กองทุน', 'สำรองเลี้ยงชีพ']],
    ['ข้าราชการพลเรือน', ['ข้าราชการ', 'พลเรือน']],
    ['หลักประกันสุขภาพ', ['หลักประกัน', 'สุขภาพ']],
  ])('divides %s, longer than the line, between its largest parts', (compound, parts) => {
    expect(lines(compound, widthOf(compound) - 8)).toEqual(parts);
  });

  it('joins back to the text, within the width, at any width', () => {
    const text = THAI_COMPOUNDS.join('และ');
    for (let width = 20; width < 400; width += 7) {
      const laid = layoutText(text, 'th', { width, size: SIZE });
      expect(laid.map((line) => line.text).join('')).toBe(text);
      expect(Math.max(...laid.map((line) => line.width))).toBeLessThanOrEqual(width + 0.01);
    }
  });

  it('never begins a line with a mark, a following vowel, ๆ or ฯ, nor ends it with เ แ โ ใ ไ', () => {
    const text = `${THAI_COMPOUNDS.join('')}ต่าง ๆ นานาๆ กรุงเทพฯ ฯลฯ เป็นต้น`;
    for (let width = 30; width < 300; width += 5) {
      for (const [index, line] of lines(text, width).entries()) {
        if (index > 0) expect(line).not.toMatch(/^(?!ฯลฯ)[\u0e30-\u0e3a\u0e45-\u0e4e\u0e2f]/);
        expect(line).not.toMatch(/[\u0e40-\u0e44]$/);
      }
    }
  });

  it('never divides a grapheme cluster, even in a column of one letter', () => {
    const text = 'ผู้ป่วยที่น้ำหนักเกินขึ้นอยู่กับปั๊มน้ำ';
    const starts = new Set(graphemeStarts(text));
    for (const width of [1, 5, 8, 12]) {
      for (const end of lineEnds(lines(text, width))) expect(starts).toContain(end);
    }
  });

  it('divides no word where a chain of numbers and units is longer than the line', () => {
    const text = 'รายงานประจำปี พ.ศ. 2567–2568 หน้า 15–18 ไม่เกิน 20 ชั่วโมงต่อคน 25 กก./ตร.ม. 8 ชม./วัน';
    for (let width = 60; width < 200; width += 2) {
      for (const line of lines(text, width).slice(0, -1)) {
        expect(line).toMatch(/[ –]$|(รายงาน|ประจำปี|ชั่วโมง|ต่อ)$/);
      }
    }
  });

  it('keeps a number with its unit', () => {
    const text = 'มีพนักงานเข้าร่วม 1,000 คน เป็นเวลา 30 นาที คิดเป็นร้อยละ 98.5 ของทั้งหมด ในปี พ.ศ. 2568';
    for (let width = 70; width < 320; width += 3) {
      const joined = lines(text, width).join('|');
      expect(joined).not.toMatch(/1,000 ?\||30 ?\||ร้อยละ ?\||พ\.ศ\. ?\|/);
    }
  });

  it('divides a compound longer than the line between its own words', () => {
    expect(lines('อุปกรณ์คุ้มครองความปลอดภัยส่วนบุคคล', 80).join('|')).toMatch(
      /^อุปกรณ์\|?คุ้มครอง\|ความปลอดภัย\|?ส่วน\|?บุคคล$/,
    );
  });

  it('reads a text with the fewest words', () => {
    const breaks = thaiBreaks('โครงการส่งเสริมสุขภาพ', thaiDictionary());
    const ends = [...breaks.keys()].filter((at) => {
      const quality = breaks[at] ?? Quality.none;
      return quality !== Quality.none && quality < Quality.rare;
    });
    expect(ends).toEqual(['โครงการ'.length]);
  });

  it('sets words that no dictionary has without dividing syllables', () => {
    const made = 'ฟลิบเบอร์กอสตินแฟรงค์';
    for (const end of lineEnds(lines(made.repeat(6), 60))) {
      expect(graphemeStarts(made.repeat(6))).toContain(end);
    }
  });
});
