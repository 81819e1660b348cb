import type { LoadedFace } from '../../src/fonts/faces.js';
import { actualText, breakLines, type LineRange } from '../../src/layout/lines.js';
import { paintLine, type StretchLook } from '../../src/draw/line-painter.js';
import { prepare, type PreparedText } from '../../src/text/prepare.js';
import type { Locale } from '@sukoyaka/kernel';

/** A glyph as it stands on the page, in 1/1000 em from the line's left. */
export interface PlacedGlyph {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** Type size at which operators can be read back in 1/1000 em. */
const SIZE = 1000;

interface Painted {
  readonly faces: string[];
  readonly glyphs: PlacedGlyph[];
}

/** What the page's operators draw for a text set on one line, and the faces that they use. */
export function painted(
  text: string,
  lang: Locale,
  weight: 'regular' | 'bold' = 'regular',
): Painted {
  const [line] = paintedLines(text, lang, 1e6, weight);
  return { faces: line?.faces ?? [], glyphs: line?.glyphs ?? [] };
}

/** The same for each line of a paragraph `width` ems wide, with what the line shows. */
export function paintedLines(
  text: string,
  lang: Locale,
  width: number,
  weight: 'regular' | 'bold' = 'regular',
): (Painted & { readonly shown: string })[] {
  const prepared = prepare([{ text, lang, weight }]);
  return breakLines(prepared, SIZE, width * SIZE).map((range) => ({
    shown: actualText(prepared, range.from, range.visibleTo),
    ...paintedRange(prepared, range, { lang, weight, colour: '#000000' }),
  }));
}

function paintedRange(prepared: PreparedText, range: LineRange, look: StretchLook): Painted {
  const faces = new Map<string, LoadedFace>();
  const parts = paintLine({ prepared, range, looks: [look], size: SIZE }, 0, 0, (face) => {
    faces.set(face.id, face);
    return { name: face.id, cidOf: (glyph) => glyph, widthOf: (glyph) => face.advanceOf(glyph) };
  });
  const operators = parts.map((part) => part.operators).join('');
  const glyphs: PlacedGlyph[] = [];
  for (const [, name = '', left, show = ''] of operators.matchAll(
    /BT [^/]*\/(\S+) \S+ Tf 1 0 0 -1 (\S+) \S+ Tm (.*?)ET (?=BT|$)/gs,
  )) {
    const face = faces.get(name);
    if (face === undefined) throw new Error(`no face ${name}`);
    glyphs.push(...readShow(show, face, Number(left)));
  }
  return { faces: [...faces.keys()], glyphs };
}

/** Reads `TJ` and `Ts` operators as a PDF viewer would. */
function readShow(operators: string, face: LoadedFace, left: number): PlacedGlyph[] {
  const placed: PlacedGlyph[] = [];
  let pen = left;
  let rise = 0;
  for (const [, newRise, array] of operators.matchAll(
    /(-?[\d.]+) Ts|\[((?:\((?:\\.|[^\\)])*\)|[-\d.]+)*)\]TJ/gs,
  )) {
    if (newRise !== undefined) rise = Number(newRise);
    for (const [, string, adjust] of (array ?? '').matchAll(/\(((?:\\.|[^\\)])*)\)|(-?[\d.]+)/gs)) {
      if (adjust !== undefined) pen -= Number(adjust);
      for (const glyph of glyphsOf(string ?? '')) {
        placed.push({ glyph, x: pen, y: rise });
        pen += face.advanceOf(glyph);
      }
    }
  }
  return placed;
}

/** The numbers in a literal string, two bytes each. */
function glyphsOf(string: string): number[] {
  const bytes = string.replace(/\\(.)/gs, (_, sign: string) => (sign === 'r' ? '\r' : sign));
  return Array.from({ length: bytes.length / 2 }, (_, index) =>
    Buffer.from(bytes, 'latin1').readUInt16BE(2 * index),
  );
}
