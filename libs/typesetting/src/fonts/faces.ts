import { create, type Font as OutlineFont } from 'fontkit';
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
  /** The character that a glyph stands for without context; 0 for none. */
  readonly characterOf: (glyph: number) => number;
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
  const outlines = create(bytes);
  if (outlines.unitsPerEm !== 1000) throw new RangeError(`${id}: 1000 units per em expected`);
  const shaper = new Font(shaperFace);
  const covered = coverageOf(shaperFace);
  return {
    id,
    shaper,
    outlines,
    has: (code) => ((covered.bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0,
    characterOf: characterLookup(shaper, covered.codes),
    advanceOf: (glyph) => shaper.glyphHAdvance(glyph),
  };
}

function coverageOf(shaperFace: Face): { readonly bits: Uint8Array; readonly codes: Uint32Array } {
  const codes = shaperFace.collectUnicodes();
  const bits = new Uint8Array(0x110000 >> 3);
  for (const code of codes) bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7));
  return { bits, codes };
}

function characterLookup(shaper: Font, codes: Uint32Array): (glyph: number) => number {
  let characters: Map<number, number> | undefined;
  return (glyph) => {
    characters ??= reverseMap(shaper, codes);
    return characters.get(glyph) ?? 0;
  };
}

/** Several characters may share a glyph: the lowest that is no compatibility form wins. */
function reverseMap(shaper: Font, codes: Uint32Array): Map<number, number> {
  const characters = new Map<number, number>();
  for (const code of codes) {
    const glyph = shaper.nominalGlyph(code);
    if (glyph === undefined) continue;
    const present = characters.get(glyph);
    if (present === undefined || preferred(code, present)) characters.set(glyph, code);
  }
  return characters;
}

function preferred(code: number, present: number): boolean {
  return isCompatibility(present) && !isCompatibility(code);
}

function isCompatibility(code: number): boolean {
  if (code === 0xa0 || (code >= 0x2e80 && code <= 0x2fdf) || code >= 0xf900) return true;
  const character = String.fromCodePoint(code);
  return character.normalize('NFKC') !== character;
}
