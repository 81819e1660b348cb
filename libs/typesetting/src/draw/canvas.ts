import PDFDocument from 'pdfkit';
import type { LoadedFace } from '../fonts/faces.js';
import { EmbeddedFace } from './embedded-face.js';
import { paintLine, type PaintedLine } from './line-painter.js';
import type { PdfDocument } from './pdf-objects.js';

/** A structure element of the tagged PDF. */
export type Tag = PDFKit.PDFStructureElement;

export interface CanvasOptions {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  /** BCP 47. */
  readonly lang: string;
  readonly createdAt: Date;
  /** Points. */
  readonly pageWidth: number;
  readonly pageHeight: number;
}

/**
 * Where blocks are painted: pages of a pdfkit document, text through our own shaping, everything
 * either part of the structure tree or an artifact.
 */
export class Canvas {
  readonly document: PdfDocument;
  readonly root: Tag;
  readonly #faces = new Map<string, EmbeddedFace>();

  constructor(readonly options: CanvasOptions) {
    this.document = new PDFDocument({
      size: [options.pageWidth, options.pageHeight],
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: options.lang,
      info: {
        Title: options.title,
        Author: options.author,
        Subject: options.subject,
        Keywords: options.keywords,
        CreationDate: options.createdAt,
        Creator: 'Sukoyaka',
        Producer: 'Sukoyaka (pdfkit)',
      },
    });
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  newPage(): void {
    this.document.addPage();
  }

  /** A structure element under `parent`. */
  tag(parent: Tag, type: string, options: PDFKit.Mixins.StructureElementOptions = {}): Tag {
    const element = this.document.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Paints a line of text; it is read as a part of `tag`, or not at all without one. */
  line(line: PaintedLine, x: number, y: number, tag: Tag | undefined): void {
    for (const part of paintLine(line, x, y, (face) => this.#use(face))) {
      const marks = { lang: part.lang, actual: part.actual };
      if (tag === undefined) {
        this.document.markContent('Span', marks);
        this.document.addContent(part.operators);
        this.document.endMarkedContent();
      } else {
        const content = this.document.markStructureContent('Span', marks);
        this.document.addContent(part.operators);
        this.document.endMarkedContent();
        tag.add(content);
      }
    }
  }

  /** Paints what carries no information: rules, boxes, running heads. */
  artifact(paint: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
    this.document.markContent('Artifact', { type });
    paint();
    this.document.endMarkedContent();
  }

  /** Writes the fonts and ends the document. */
  end(): void {
    for (const embedded of this.#faces.values()) embedded.embed();
    this.document.end();
  }

  #use(face: LoadedFace): EmbeddedFace {
    let embedded = this.#faces.get(face.id);
    if (embedded === undefined) {
      embedded = new EmbeddedFace(this.document, face, face.id);
      this.#faces.set(face.id, embedded);
    }
    const fonts = pageFonts(this.document);
    fonts[embedded.name] ??= embedded.reference;
    return embedded;
  }
}

/** The font resources of the current page. */
function pageFonts(document: PdfDocument): Record<string, unknown> {
  const page: { readonly fonts?: Record<string, unknown> } = document.page as object;
  return page.fonts ?? {};
}
