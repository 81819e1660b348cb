/** The part of fontkit (which ships no types) that subsetting needs. */
declare module 'fontkit' {
  export interface Subset {
    /** Takes a glyph of the font into the subset; gives its id in the subset. */
    includeGlyph(glyph: number): number;
    encode(): Uint8Array;
  }

  /** What a subset looks at of an outline: whether it is put together from others. */
  export interface Outline {
    readonly numberOfContours: number;
    readonly components?: readonly unknown[];
  }

  export interface Glyph {
    _decode(): Outline | null;
  }

  export interface Font {
    getGlyph(glyph: number): Glyph;
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly xHeight: number;
    readonly italicAngle: number;
    readonly bbox: {
      readonly minX: number;
      readonly minY: number;
      readonly maxX: number;
      readonly maxY: number;
    };
    createSubset(): Subset;
  }

  export function create(buffer: Uint8Array): Font;
}
