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
