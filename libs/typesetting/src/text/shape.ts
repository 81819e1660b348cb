import { Buffer, Direction, GlyphFlag, shape } from 'harfbuzzjs';
import type { Locale } from '@sukoyaka/kernel';
import type { LoadedFace } from '../fonts/faces.js';

/** Glyphs of a run from left to right; lengths in 1/1000 em. */
export interface ShapedRun {
  readonly glyphs: Uint16Array;
  readonly advances: Int16Array;
  readonly offsetsX: Int16Array;
  readonly offsetsY: Int16Array;
  /** Offset (UTF-16) in the run's text of the characters that the glyph belongs to. */
  readonly clusters: Uint32Array;
  /** 1 where the text can't be cut before the glyph without shaping it anew. */
  readonly unsafe: Uint8Array;
}

/** OpenType script tags (ISO 15924) of what a face sets. */
const SCRIPT = { thai: 'Thai', japanese: 'Kana', latin: 'Latn' } as const;

export type ShapingScript = keyof typeof SCRIPT;

let buffer: Buffer | undefined;

/** Glyph ids and positions of `text` in `face`, by HarfBuzz: `text` must be of one script. */
export function shapeRun(
  face: LoadedFace,
  text: string,
  script: ShapingScript,
  lang: Locale,
): ShapedRun {
  buffer ??= new Buffer();
  buffer.reset();
  buffer.addText(text);
  buffer.setScript(SCRIPT[script]);
  buffer.setLanguage(lang);
  buffer.setDirection(Direction.LTR);
  shape(face.shaper, buffer);
  return packed(buffer);
}

function packed(shaped: Buffer): ShapedRun {
  const infos = shaped.getGlyphInfos();
  const positions = shaped.getGlyphPositions();
  return {
    glyphs: Uint16Array.from(infos, (info) => info.codepoint),
    clusters: Uint32Array.from(infos, (info) => info.cluster),
    unsafe: Uint8Array.from(infos, (info) => info.flags & GlyphFlag.UNSAFE_TO_BREAK),
    advances: Int16Array.from(positions, (position) => position.xAdvance),
    offsetsX: Int16Array.from(positions, (position) => position.xOffset),
    offsetsY: Int16Array.from(positions, (position) => position.yOffset),
  };
}
