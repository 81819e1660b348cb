import { describe, expect, it } from '@jest/globals';
import { Blob, Buffer, Face, Font, shape } from 'harfbuzzjs';
import { readFace, type FaceId } from '../src/fonts/files.js';
import { HARD_JAPANESE, HARD_THAI } from './support/hard-words.js';
import { THAI_SENTENCES } from './support/thai-sentences.js';
import { painted, paintedLines, type PlacedGlyph } from './support/painted-glyphs.js';

/** HarfBuzz on the text as it is written, with nothing of ours in between. */
function harfbuzz(face: FaceId, lang: string): (text: string) => PlacedGlyph[] {
  const font = new Font(new Face(new Blob(readFace(face))));
  return (text) => {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.setLanguage(lang);
    buffer.guessSegmentProperties();
    shape(font, buffer);
    const positions = buffer.getGlyphPositions();
    let pen = 0;
    return buffer.getGlyphInfos().map(({ codepoint }, index) => {
      const position = positions[index] ?? { xAdvance: 0, yAdvance: 0, xOffset: 0, yOffset: 0 };
      const placed = { glyph: codepoint, x: pen + position.xOffset, y: position.yOffset };
      pen += position.xAdvance;
      return placed;
    });
  };
}

const CASES = [
  { lang: 'th', weight: 'regular', face: 'thai-regular', words: HARD_THAI },
  { lang: 'th', weight: 'bold', face: 'thai-bold', words: HARD_THAI },
  { lang: 'ja', weight: 'regular', face: 'japanese-regular', words: HARD_JAPANESE },
  { lang: 'ja', weight: 'bold', face: 'japanese-bold', words: HARD_JAPANESE },
] as const;

describe('what is drawn', () => {
  it('is tried on many hard words', () => {
    expect(new Set(HARD_THAI).size).toBeGreaterThanOrEqual(200);
    expect(new Set(HARD_JAPANESE).size).toBeGreaterThanOrEqual(60);
  });

  it.each(CASES)('equals HarfBuzz in $face: glyphs and places', ({ lang, weight, face, words }) => {
    const expected = harfbuzz(face, lang);
    for (const word of words) {
      const drawn = painted(word, lang, weight);
      expect({ word, ...drawn }).toEqual({ word, faces: [face], glyphs: expected(word) });
    }
  });

  it('equals HarfBuzz on every line of a paragraph, wherever it is cut', () => {
    const expected = harfbuzz('thai-regular', 'th');
    const onlyThai = THAI_SENTENCES.filter((sentence) => /^[\u0e01-\u0e4e| ]+$/.test(sentence));
    expect(onlyThai.length).toBeGreaterThan(80);
    for (const text of onlyThai.map((sentence) => sentence.replaceAll('|', ''))) {
      for (const width of [7, 13, 23]) {
        for (const { shown, glyphs } of paintedLines(text, 'th', width)) {
          expect({ shown, glyphs }).toEqual({ shown, glyphs: expected(shown) });
        }
      }
    }
  });

  it('draws the ring of SARA AM before the marks above its consonant', () => {
    for (const [word, decomposed] of [
      ['น้ำ', 'น\u0e4d\u0e49\u0e32'],
      ['ป๊ำ', 'ป\u0e4d\u0e4a\u0e32'],
      ['งิ้ำ', 'ง\u0e4d\u0e34\u0e49\u0e32'],
    ] as const) {
      expect(painted(word, 'th')).toEqual(painted(decomposed, 'th'));
    }
  });

  it('never draws the missing glyph', () => {
    for (const word of [
      '\u{1f600}',
      '\ue000',
      '\ud800',
      'ကမ္ဘာ',
      'مرحبا',
      '한국',
      '\ufdd0',
      '\u0378',
    ]) {
      for (const lang of ['th', 'ja', 'en'] as const) {
        const { glyphs } = painted(`a${word}b`, lang);
        expect(glyphs.length).toBeGreaterThanOrEqual(3);
        expect(glyphs.map(({ glyph }) => glyph)).not.toContain(0);
      }
    }
  });

  it('takes each letter from a face that has it', () => {
    const faces = (text: string, lang: 'th' | 'ja' | 'en'): string[] => painted(text, lang).faces;
    expect(faces('สุขภาพ健康', 'th')).toEqual(['thai-regular', 'japanese-regular']);
    expect(faces('健康สุขภาพ', 'ja')).toEqual(['japanese-regular', 'thai-regular']);
    expect(faces('H&PM 2026', 'th')).toEqual(['thai-regular']);
    expect(faces('H&PM 2026', 'ja')).toEqual(['japanese-regular']);
  });
});
