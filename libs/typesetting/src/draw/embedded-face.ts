import { Buffer } from 'node:buffer';
import type { Subset } from 'fontkit';
import type { LoadedFace } from '../fonts/faces.js';
import type { GlyphSink } from './glyph-writer.js';
import { hex4 } from './hex.js';
import { newObject, pdfString, type PdfDocument, type PdfReference } from './pdf-objects.js';

/** A glyph as a document uses it. */
interface UsedGlyph {
  readonly cid: number;
  readonly glyph: number;
  /** Its number in the subset. */
  readonly subsetGlyph: number;
  readonly reading: string;
}

/** Of an ideograph, in 1/1000 em. */
const USUAL_WIDTH = 1000;

/** Where numbers begin that say nothing: private use in Unicode. */
const PRIVATE = 0xe000;

/**
 * The glyphs of a face that one document uses, and the font objects that carry them: numbers (CIDs)
 * for its glyphs, their widths, and what they read as. A glyph that stands for several things, as
 * the square for all that can't be drawn, has a number for each. The number is the UTF-16 unit that
 * the glyph reads as, where it can be: beside `ActualText`, which holds the same bytes, the glyphs
 * of a line then weigh almost nothing once the page is compressed.
 */
export class EmbeddedFace implements GlyphSink {
  readonly #subset: Subset;
  readonly #cids = new Map<number | string, number>();
  readonly #used = new Map<number, UsedGlyph>();
  #nextPrivate = PRIVATE;
  readonly reference: PdfReference;

  constructor(
    private readonly document: PdfDocument,
    private readonly face: LoadedFace,
    /** Name in the pages' resources. */
    readonly name: string,
  ) {
    this.#subset = face.outlines.createSubset();
    this.reference = newObject(document);
  }

  cidOf(glyph: number, reading: () => string, standsFor?: string): number {
    const key = standsFor === undefined ? glyph : `${glyph} ${standsFor}`;
    const known = this.#cids.get(key);
    if (known !== undefined) return known;
    const text = standsFor ?? reading();
    const cid = this.#numberFor(text);
    const subsetGlyph = this.#subset.includeGlyph(glyph);
    this.#used.set(cid, { cid, glyph, subsetGlyph, reading: text });
    this.#cids.set(key, cid);
    return cid;
  }

  #numberFor(reading: string): number {
    const own = reading.length === 1 ? reading.charCodeAt(0) : 0;
    if (own > 0 && !this.#used.has(own)) return own;
    while (this.#used.has(this.#nextPrivate)) this.#nextPrivate += 1;
    return this.#nextPrivate;
  }

  /** Default advance of a glyph in 1/1000 em, as the PDF states it. */
  widthOf(glyph: number): number {
    return this.face.advanceOf(glyph);
  }

  /** Writes the font objects. Call once, after the last glyph. */
  embed(): void {
    const used = [...this.#used.values()].sort((a, b) => a.cid - b.cid);
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
      DW: USUAL_WIDTH,
      W: this.#widths(used),
      CIDToGIDMap: this.#stream(glyphMap(used)),
    });
    descendant.end();
    this.reference.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: this.#stream(toUnicodeCMap(used)),
    };
    this.reference.end();
  }

  /** The widths that are not the usual one by CID, neighbours together (ISO 32000-1, 9.7.4.3). */
  #widths(used: readonly UsedGlyph[]): unknown[] {
    const widths: unknown[] = [];
    let run: number[] = [];
    let next = -1;
    for (const { cid, glyph } of used) {
      const width = this.face.advanceOf(glyph);
      if (width === USUAL_WIDTH) continue;
      if (cid !== next) widths.push(cid, (run = []));
      run.push(width);
      next = cid + 1;
    }
    return widths;
  }

  #descriptor(name: string): PdfReference {
    const { outlines } = this.face;
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
      FontFile2: this.#stream(this.#subset.encode()),
    });
    descriptor.end();
    return descriptor;
  }

  #stream(data: Uint8Array | string): PdfReference {
    const stream = newObject(this.document);
    stream.end(data);
    return stream;
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

/** The glyph in the subset, two bytes for each CID. */
function glyphMap(used: readonly UsedGlyph[]): Uint8Array {
  const bytes = Buffer.alloc(2 * ((used.at(-1)?.cid ?? 0) + 1));
  for (const { cid, subsetGlyph } of used) bytes.writeUInt16BE(subsetGlyph, 2 * cid);
  return bytes;
}

/** Entries that a block of the map may have (ISO 32000-1, 9.10.3). */
const CHUNK = 100;

/** What the numbers read as: most as themselves, said for all of the same upper byte at once. */
function toUnicodeCMap(used: readonly UsedGlyph[]): string {
  const [same, other] = [true, false].map((wanted) =>
    used.filter(({ cid, reading }) => (reading === String.fromCharCode(cid)) === wanted),
  );
  const pages = new Set((same ?? []).map(({ cid }) => cid & 0xff00));
  const ranges = [...pages].map((page) => `<${hex4(page)}> <${hex4(page + 255)}> <${hex4(page)}>`);
  const characters = (other ?? []).map(
    ({ cid, reading }) => `<${hex4(cid)}> <${utf16Hex(reading)}>`,
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocksOf('bfrange', ranges),
    ...blocksOf('bfchar', characters),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function blocksOf(kind: 'bfrange' | 'bfchar', entries: readonly string[]): string[] {
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += CHUNK) {
    const part = entries.slice(start, start + CHUNK);
    blocks.push(`${part.length} begin${kind}\n${part.join('\n')}\nend${kind}`);
  }
  return blocks;
}

function utf16Hex(text: string): string {
  let hex = '';
  for (let index = 0; index < text.length; index += 1) hex += hex4(text.charCodeAt(index));
  return hex === '' ? '0000' : hex;
}
