import { create, type Font as OutlineFont, type Glyph } from 'fontkit';
import { Blob, Face, Font } from 'harfbuzzjs';
import { FACE_IDS, readFace, type FaceId } from './files.js';

/** A face as the whole process uses it: loaded once, shared by all documents. */
export interface LoadedFace {
  readonly id: FaceId;
  /** For shaping. Units are 1/1000 em (checked at load). */
  readonly shaper: Font;
  /** For subsetting. */
  readonly outlines: OutlineFont;
  readonly has: (code: number) => boolean;
  /** Whether a variation selector after the character `code` gives it a glyph of its own. */
  readonly hasVariant: (code: number, selector: number) => boolean;
  readonly advanceOf: (glyph: number) => number;
}

const loaded = new Map<FaceId, LoadedFace>();

/** The face `id`, loaded at its first use. */
export function face(id: FaceId): LoadedFace {
  let found = loaded.get(id);
  if (found === undefined) {
    found = load(id);
    loaded.set(id, found);
  }
  return found;
}

/** Loads every face, so that the first document is as fast as the second. */
export function loadFaces(): void {
  for (const id of FACE_IDS) face(id);
}

function load(id: FaceId): LoadedFace {
  const bytes = readFace(id);
  const shaperFace = new Face(new Blob(bytes));
  const outlines = decodingOnce(create(bytes));
  if (outlines.unitsPerEm !== 1000) throw new RangeError(`${id}: 1000 units per em expected`);
  const shaper = new Font(shaperFace);
  const covered = coverageOf(shaperFace);
  return {
    id,
    shaper,
    outlines,
    has: (code) => ((covered[code >> 3] ?? 0) & (1 << (code & 7))) !== 0,
    hasVariant: (code, selector) => {
      const variant = shaper.variationGlyph(code, selector);
      return variant !== undefined && variant !== shaper.glyph(code);
    },
    advanceOf: (glyph) => shaper.glyphHAdvance(glyph),
  };
}

/**
 * Subsets decode every outline of every document, only to see whether it has components. Of a glyph
 * that was looked at once that much is kept, and none of its points.
 */
function decodingOnce(font: OutlineFont): OutlineFont {
  const known = new WeakSet<Glyph>();
  const glyphOf = font.getGlyph.bind(font);
  font.getGlyph = (id) => {
    const glyph = glyphOf(id);
    if (known.has(glyph)) return glyph;
    const outline = glyph._decode();
    const kept = outline && {
      numberOfContours: outline.numberOfContours,
      ...(outline.components ? { components: outline.components } : {}),
    };
    glyph._decode = () => kept;
    known.add(glyph);
    return glyph;
  };
  return font;
}

/** One bit per code point. */
function coverageOf(shaperFace: Face): Uint8Array {
  const bits = new Uint8Array(0x110000 >> 3);
  for (const code of shaperFace.collectUnicodes()) {
    bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7));
  }
  return bits;
}
