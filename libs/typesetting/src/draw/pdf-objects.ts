import type PDFDocument from 'pdfkit';

/** A PDF object of pdfkit's: its published types leave out most of it. */
export interface PdfReference {
  readonly id: number;
  data: Record<string, unknown>;
  end(chunk?: Uint8Array | string): void;
}

/** A new object of the document; `end()` writes it. */
export function newObject(document: PDFKit.PDFDocument, data: object = {}): PdfReference {
  const reference: unknown = document.ref(data);
  return reference as PdfReference;
}

/** A text string object: pdfkit writes plain strings as names. */
export function pdfString(text: string): object {
  return Object(text) as object;
}

/** A number with at most `digits` decimals, as short as PDF allows. */
export function decimal(value: number, digits = 3): string {
  const factor = 10 ** digits;
  const rounded = Math.round(value * factor) / factor;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

export type PdfDocument = InstanceType<typeof PDFDocument>;

interface TableAttributes {
  readonly scope: 'Row' | 'Column' | undefined;
  readonly columns: number | undefined;
  readonly summary: string | undefined;
}

/** States the table attributes (ISO 32000, 14.8.5.7) of a structure element. */
export function setAttributes(
  element: PDFKit.PDFStructureElement,
  { scope, columns, summary }: TableAttributes,
): void {
  if (scope === undefined && columns === undefined && summary === undefined) return;
  const { dictionary }: { readonly dictionary?: PdfReference } = element as object;
  if (dictionary === undefined) return;
  dictionary.data['A'] = {
    O: 'Table',
    Scope: scope,
    ColSpan: columns,
    Summary: summary === undefined ? undefined : pdfString(summary),
  };
}
