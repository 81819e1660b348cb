import { deflateSync } from 'node:zlib';

/** An object of the file: its number, and its source between `obj` and `endobj`. */
interface PdfObject {
  readonly id: number;
  readonly source: Buffer;
}

/** Where an object is: at an offset, or at an index of an object stream. */
type Place = { readonly offset: number } | { readonly container: number; readonly index: number };

/** Objects per object stream: readers unpack a stream as a whole. */
const PER_STREAM = 200;

const END_OF_STREAM = Buffer.from('endstream');

/**
 * Packs the objects of a PDF that pdfkit wrote into object streams (ISO 32000-1, 7.5.7): its
 * structure elements are a third of a report's bytes, and almost nothing once they are compressed.
 */
export function compact(pdf: Buffer): Buffer {
  const { objects, trailer, header } = readFile(pdf);
  const writer = new FileWriter(header);
  const loose = objects.filter(({ source }) => !isStream(source));
  for (const object of objects) {
    if (isStream(object.source)) writer.object(object.id, object.source);
  }
  let next = objects.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
  for (let from = 0; from < loose.length; from += PER_STREAM) {
    writer.objectStream(next, loose.slice(from, from + PER_STREAM));
    next += 1;
  }
  return writer.end(next, trailer);
}

function isStream(source: Buffer): boolean {
  return source.subarray(-END_OF_STREAM.length).equals(END_OF_STREAM);
}

interface ReadFile {
  readonly header: Buffer;
  readonly objects: readonly PdfObject[];
  /** `/Root`, `/Info` and `/ID` as written. */
  readonly trailer: string;
}

/** Reads the file along its cross-reference table. */
function readFile(pdf: Buffer): ReadFile {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 64));
  const start = Number(/startxref\s+(\d+)/.exec(tail)?.[1]);
  const table = pdf.toString('latin1', start);
  const entries = [...table.matchAll(/^(\d{10}) 00000 n/gm)].map((match) => Number(match[1]));
  const ordered = [...entries].sort((a, b) => a - b);
  const objects = ordered.map((offset, index) =>
    readObject(pdf, offset, ordered[index + 1] ?? start),
  );
  const trailer = ['Root', 'Info', 'ID'].map((key) => trailerEntry(table, key)).join('\n');
  return { header: pdf.subarray(0, ordered[0]), objects, trailer };
}

function readObject(pdf: Buffer, from: number, to: number): PdfObject {
  const begin = pdf.indexOf(' 0 obj\n', from);
  const end = pdf.lastIndexOf('\nendobj', to);
  const id = Number(pdf.toString('latin1', from, begin));
  return { id, source: pdf.subarray(begin + ' 0 obj\n'.length, end) };
}

function trailerEntry(table: string, key: string): string {
  const found = new RegExp(`/${key} (\\[[^\\]]*\\]|\\d+ 0 R)`).exec(table);
  return found === null ? '' : `/${key} ${found[1] ?? ''}`;
}

/** Writes a file with a cross-reference stream. */
class FileWriter {
  readonly #chunks: Buffer[] = [];
  readonly #places = new Map<number, Place>();
  #length = 0;

  constructor(header: Buffer) {
    this.#write(header);
  }

  object(id: number, source: Buffer): void {
    this.#places.set(id, { offset: this.#length });
    this.#write(Buffer.from(`${id} 0 obj\n`), source, Buffer.from('\nendobj\n'));
  }

  objectStream(id: number, objects: readonly PdfObject[]): void {
    let offset = 0;
    let index = '';
    for (const [at, object] of objects.entries()) {
      this.#places.set(object.id, { container: id, index: at });
      index += `${object.id} ${offset} `;
      offset += object.source.length + 1;
    }
    const sources = objects.flatMap(({ source }) => [source, Buffer.from('\n')]);
    const data = deflateSync(Buffer.concat([Buffer.from(index), ...sources]));
    const entries = `/Type /ObjStm /N ${objects.length} /First ${index.length}`;
    this.object(id, streamOf(entries, data));
  }

  end(id: number, trailer: string): Buffer {
    const start = this.#length;
    this.#places.set(id, { offset: start });
    const table = Buffer.alloc((id + 1) * 7);
    for (const [number, place] of this.#places) writePlace(table, number * 7, place);
    const entries = `/Type /XRef /Size ${id + 1} /W [1 4 2]\n${trailer}`;
    this.object(id, streamOf(entries, deflateSync(table)));
    this.#write(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(this.#chunks);
  }

  #write(...chunks: readonly Buffer[]): void {
    for (const chunk of chunks) {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
    }
  }
}

function streamOf(entries: string, data: Buffer): Buffer {
  const head = `<< ${entries} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream')]);
}

/** An entry of the cross-reference stream: kind, offset or container, generation or index. */
function writePlace(table: Buffer, at: number, place: Place): void {
  const packed = 'container' in place;
  table.writeUInt8(packed ? 2 : 1, at);
  table.writeUInt32BE(packed ? place.container : place.offset, at + 1);
  table.writeUInt16BE(packed ? place.index : 0, at + 5);
}
