import { deflateSync } from 'node:zlib';

/** An object of the file: its number, and its source between `obj` and `endobj`. */
interface PdfObject {
  readonly id: number;
  readonly source: Buffer;
}

/** Where an object is: at an offset, or at an index of an object stream. */
type Place = { readonly offset: number } | { readonly container: number; readonly index: number };

/** A finished object stream that has no number yet. */
interface Pack {
  readonly ids: readonly number[];
  readonly source: Buffer;
}

/** Objects per object stream: readers unpack a stream as a whole. */
const PER_STREAM = 200;

const BEGIN = ' 0 obj\n';
const END = '\nendobj\n';
const STREAM = '\nstream\n';
const END_OF_STREAM = '\nendstream';

/**
 * Packs what pdfkit writes, uncompressed, as it is written: streams are compressed and handed on at
 * once; all other objects go into object streams (ISO 32000-1, 7.5.7) at the end of the file, since
 * structure elements are a third of a report's bytes, and almost nothing once they are compressed.
 */
export class Packer {
  readonly #places = new Map<number, Place>();
  readonly #packs: Pack[] = [];
  #loose: PdfObject[] = [];
  #length = 0;
  #highest = 0;
  #trailer = '';

  /** The part of the file that follows from whole objects of pdfkit's file. */
  pack(written: Buffer): Buffer {
    const ready: Buffer[] = [];
    let at = this.#length === 0 ? startOf(written) : 0;
    this.#write(ready, written.subarray(0, at));
    while (isDigit(written[at])) {
      const { object, end, stream } = readObject(written, at);
      this.#highest = Math.max(this.#highest, object.id);
      if (stream) this.#object(ready, object);
      else this.#hold(object);
      at = end;
    }
    this.#trailer += written.toString('latin1', at);
    return Buffer.concat(ready);
  }

  /** The end of the file, with a cross-reference stream. */
  end(): Buffer {
    if (this.#loose.length > 0) this.#closePack();
    const ready: Buffer[] = [];
    let next = this.#highest + 1;
    for (const { ids, source } of this.#packs) {
      for (const [index, id] of ids.entries()) this.#places.set(id, { container: next, index });
      this.#object(ready, { id: next, source });
      next += 1;
    }
    this.#crossReferences(ready, next);
    return Buffer.concat(ready);
  }

  #hold(object: PdfObject): void {
    this.#loose.push(object);
    if (this.#loose.length === PER_STREAM) this.#closePack();
  }

  /** Keeps the objects compressed; the pack gets its number once all others are given. */
  #closePack(): void {
    const ids = this.#loose.map(({ id }) => id);
    this.#packs.push({ ids, source: objectStream(this.#loose) });
    this.#loose = [];
  }

  #object(ready: Buffer[], { id, source }: PdfObject): void {
    this.#places.set(id, { offset: this.#length });
    this.#write(ready, Buffer.from(`${id}${BEGIN}`), source, Buffer.from(END));
  }

  #crossReferences(ready: Buffer[], id: number): void {
    const start = this.#length;
    this.#places.set(id, { offset: start });
    const table = Buffer.alloc((id + 1) * 7);
    for (const [number, place] of this.#places) writePlace(table, number * 7, place);
    const trailer = ['Root', 'Info', 'ID'].map((key) => trailerEntry(this.#trailer, key));
    const entries = `/Type /XRef /Size ${id + 1} /W [1 4 2]\n${trailer.join('\n')}`;
    this.#object(ready, { id, source: streamOf(entries, table) });
    this.#write(ready, Buffer.from(`startxref\n${start}\n%%EOF\n`));
  }

  #write(ready: Buffer[], ...chunks: readonly Buffer[]): void {
    for (const chunk of chunks) {
      ready.push(chunk);
      this.#length += chunk.length;
    }
  }
}

interface ReadObject {
  readonly object: PdfObject;
  /** Where the next object begins. */
  readonly end: number;
  readonly stream: boolean;
}

/** Reads the object that begins at `from`; a stream is compressed. */
function readObject(written: Buffer, from: number): ReadObject {
  const begin = written.indexOf(BEGIN, from);
  const id = Number(written.toString('latin1', from, begin));
  const start = begin + BEGIN.length;
  const end = written.indexOf(END, start);
  const source = written.subarray(start, end);
  const head = source.indexOf(STREAM);
  if (head === -1) return { object: { id, source }, end: end + END.length, stream: false };
  const dictionary = source.toString('latin1', 0, head);
  const data = start + head + STREAM.length;
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const entries = dictionary.replace(/^<<\n|\/Length \d+\n|>>$/g, '');
  const packed = streamOf(entries.trimEnd(), written.subarray(data, data + length));
  const next = data + length + END_OF_STREAM.length + END.length;
  return { object: { id, source: packed }, end: next, stream: true };
}

/** Where the first object begins: after the two lines that say what the file is. */
function startOf(written: Buffer): number {
  return written.indexOf('\n', written.indexOf('\n') + 1) + 1;
}

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39;
}

function trailerEntry(table: string, key: string): string {
  const found = new RegExp(`/${key} (\\[[^\\]]*\\]|\\d+ 0 R)`).exec(table);
  return found === null ? '' : `/${key} ${found[1] ?? ''}`;
}

function objectStream(objects: readonly PdfObject[]): Buffer {
  let offset = 0;
  let index = '';
  for (const { id, source } of objects) {
    index += `${id} ${offset} `;
    offset += source.length + 1;
  }
  const sources = objects.flatMap(({ source }) => [source, Buffer.from('\n')]);
  const entries = `/Type /ObjStm /N ${objects.length} /First ${index.length}`;
  return streamOf(entries, Buffer.concat([Buffer.from(index), ...sources]));
}

/** A compressed stream. */
function streamOf(entries: string, data: Buffer): Buffer {
  const packed = deflateSync(data);
  const head = `<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>${STREAM}`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from(END_OF_STREAM)]);
}

/** An entry of the cross-reference stream: kind, offset or container, generation or index. */
function writePlace(table: Buffer, at: number, place: Place): void {
  const packed = 'container' in place;
  table.writeUInt8(packed ? 2 : 1, at);
  table.writeUInt32BE(packed ? place.container : place.offset, at + 1);
  table.writeUInt16BE(packed ? place.index : 0, at + 5);
}
