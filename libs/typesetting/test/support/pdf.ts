import { PDFiumLibrary } from '@hyzyla/pdfium';
import { inflateSync } from 'node:zlib';

let library: ReturnType<typeof PDFiumLibrary.init> | undefined;

/** The text of each page as PDFium reads it. */
export async function pdfiumPages(pdf: Uint8Array): Promise<string[]> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  return pages;
}

export interface Pixels {
  /** Red, green, blue and alpha of each. */
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The first page as PDFium shows it, `scale` pixels per point. */
export async function pdfiumPixels(pdf: Uint8Array, scale: number): Promise<Pixels> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  const { data, width, height } = await document.getPage(0).render({ scale, render: 'bitmap' });
  document.destroy();
  const pixels = new Uint8ClampedArray(data);
  for (let at = 0; at < pixels.length; at += 4) {
    [pixels[at], pixels[at + 2]] = [pixels[at + 2] ?? 0, pixels[at] ?? 0];
  }
  return { data: pixels, width, height };
}

/** The lines of the whole document as PDFium reads them, without blank ones and outer spaces. */
export async function pdfiumLines(pdf: Uint8Array): Promise<string[]> {
  const pages = await pdfiumPages(pdf);
  return pages
    .flatMap((page) => page.split(/[\r\n]+/))
    .map((line) => line.trim().replace(/ +/g, ' '))
    .filter((line) => line !== '');
}

/** The document's source with its streams inflated, for looking at structure and operators. */
export function sourceOf(pdf: Uint8Array): string {
  const source = Buffer.from(pdf).toString('latin1');
  return source.replace(/stream\n([\s\S]*?)\nendstream/g, (_, stream: string) => {
    try {
      return `stream\n${inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')}\nendstream`;
    } catch {
      return 'stream\nendstream';
    }
  });
}

const ESCAPES = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** Reads the text strings of PDF source back: UTF-16 with a mark, or Latin. */
export function textString(bytes: string): string {
  const plain = bytes.replace(/\\([nrtbf()\\])/g, (_, sign: string) => ESCAPES.get(sign) ?? sign);
  if (!plain.startsWith('þÿ')) return plain;
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le');
}
