import { PDFiumLibrary } from '@hyzyla/pdfium';

/** Which of the texts the PDF does not give back, white space and the order of marks aside. */
export async function missingTexts(
  pdf: Uint8Array,
  texts: readonly string[],
): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  let found = '';
  for (const page of document.pages()) found += page.getText();
  document.destroy();
  library.destroy();
  return missingIn(found, texts);
}

/** The texts that `found` does not hold. */
export function missingIn(found: string, texts: readonly string[]): readonly string[] {
  const read = letters(found);
  return texts.filter((text) => !read.includes(letters(text)));
}

/** How many pages the PDF has. */
export async function pagesOf(pdf: Uint8Array): Promise<number> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = document.getPageCount();
  document.destroy();
  library.destroy();
  return pages;
}

/** Base letters only: extractors differ in spaces, in line ends and in the order of Thai marks. */
function letters(text: string): string {
  return text.normalize('NFKD').replace(/[\p{M}\p{Z}\p{C}\p{P}\p{S}ำา]/gu, '');
}
