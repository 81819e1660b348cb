import { Buffer } from 'node:buffer';
import type { Subset } from 'fontkit';
import type { LoadedFace } from '../fonts/faces.js';
import type { GlyphSink } from './glyph-writer.js';
import { hex4 } from './hex.js';
import { newObject, pdfString, type PdfDocument, type PdfReference } from './pdf-objects.js';

/**
 * The glyphs of a face that one document uses, and the font objects that carry them: numbers (CIDs)
 * for its glyphs, their widths, and what they read as. A glyph that stands for several things, as
 * the square for all that can't be drawn, has a number for each.
 */
export class EmbeddedFace implements GlyphSink {
  readonly #subset: Subset;
  readonly #cids = new Map<number | string, number>();
  /** By CID: the glyph in the subset, its width, and what it reads as. */
  readonly #subsetGlyphs: number[] = [0];
  readonly #widths: number[] = [];
  readonly #readings: string[] = [''];
  readonly reference: PdfReference;

  constructor(
    private readonly document: PdfDocument,
    private readonly face: LoadedFace,
    /** Name in the pages' resources. */
    readonly name: string,
  ) {
    this.#subset = face.outlines.createSubset();
    this.#widths.push(face.advanceOf(0));
    this.reference = newObject(document);
  }

  cidOf(glyph: number, reading: () => string, standsFor?: string): number {
    const key = standsFor === undefined ? glyph : `${glyph} ${standsFor}`;
    const known = this.#cids.get(key);
    if (known !== undefined) return known;
    const cid = this.#readings.push(standsFor ?? reading()) - 1;
    this.#subsetGlyphs.push(this.#subset.includeGlyph(glyph));
    this.#widths.push(this.face.advanceOf(glyph));
    this.#cids.set(key, cid);
    return cid;
  }

  /** Default advance of a glyph in 1/1000 em, as the PDF states it. */
  widthOf(glyph: number): number {
    return this.face.advanceOf(glyph);
  }

  /** Writes the font objects. Call once, after the last glyph. */
  embed(): void {
    const name = `${tagOf(this.name)}+${this.face.outlines.postscriptName}`;
    const descendant = newObject(this.document, {
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        Registry: pdfString('Adobe'),
        Ordering: pdfString('Identity'),
        Supplement: 0,
      },
      FontDescriptor: this.#descriptor(name),
      DW: 1000,
      W: [0, this.#widths],
      CIDToGIDMap: this.#glyphMap(),
    });
    descendant.end();
    this.reference.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: this.#toUnicode(),
    };
    this.reference.end();
  }

  /** Two bytes for each CID; nothing to say where CIDs and glyphs are numbered alike. */
  #glyphMap(): PdfReference | 'Identity' {
    if (this.#subsetGlyphs.every((glyph, cid) => glyph === cid)) return 'Identity';
    const bytes = Buffer.alloc(2 * this.#subsetGlyphs.length);
    for (const [cid, glyph] of this.#subsetGlyphs.entries()) bytes.writeUInt16BE(glyph, 2 * cid);
    const map = newObject(this.document);
    map.end(bytes);
    return map;
  }

  #descriptor(name: string): PdfReference {
    const { outlines } = this.face;
    const file = newObject(this.document);
    file.end(this.#subset.encode());
    const descriptor = newObject(this.document, {
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: [outlines.bbox.minX, outlines.bbox.minY, outlines.bbox.maxX, outlines.bbox.maxY],
      ItalicAngle: outlines.italicAngle,
      Ascent: outlines.ascent,
      Descent: outlines.descent,
      CapHeight: outlines.capHeight,
      XHeight: outlines.xHeight,
      StemV: name.includes('Bold') ? 140 : 80,
      FontFile2: file,
    });
    descriptor.end();
    return descriptor;
  }

  #toUnicode(): PdfReference {
    const cmap = newObject(this.document);
    cmap.end(toUnicodeCMap(this.#readings));
    return cmap;
  }
}

/** Six capitals before a subset's name (ISO 32000, 9.6.4), the same for the same face. */
function tagOf(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^A-Z]/g, '')
    .padEnd(6, 'SUKOYA')
    .slice(0, 6);
}

const CHUNK = 100;

function toUnicodeCMap(readings: readonly string[]): string {
  const ranges: string[] = [];
  for (let start = 0; start < readings.length; start += CHUNK) {
    const part = readings.slice(start, start + CHUNK);
    const entries = part.map((reading) => `<${utf16Hex(reading)}>`).join(' ');
    ranges.push(
      `1 beginbfrange\n<${hex4(start)}> <${hex4(start + part.length - 1)}> [${entries}]\nendbfrange`,
    );
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...ranges,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function utf16Hex(text: string): string {
  let hex = '';
  for (let index = 0; index < text.length; index += 1) hex += hex4(text.charCodeAt(index));
  return hex === '' ? '0000' : hex;
}
