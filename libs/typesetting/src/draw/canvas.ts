import PDFDocument from 'pdfkit';
import type { LoadedFace } from '../fonts/faces.js';
import { EmbeddedFace } from './embedded-face.js';
import { colourOperator, paintLine, type PaintedLine } from './line-painter.js';
import { Packer } from './packer.js';
import { decimal, setAttributes, type PdfDocument } from './pdf-objects.js';

/** A structure element of the tagged PDF. */
export type Tag = PDFKit.PDFStructureElement;

/** Paints one page of a canvas. */
export type PagePainter = (canvas: Canvas) => void;

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

/** Points from the page's top left. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TagOptions {
  /** BCP 47. */
  readonly lang?: string;
  readonly alt?: string;
  readonly scope?: 'Row' | 'Column';
  readonly columns?: number;
  readonly summary?: string;
  /** Left, top, right, bottom in points from the page's top left. */
  readonly bbox?: readonly [number, number, number, number];
}

/**
 * Where blocks are painted: pages of a pdfkit document, text through our own shaping, everything
 * either part of the structure tree or an artifact.
 */
export class Canvas {
  readonly document: PdfDocument;
  readonly root: Tag;
  readonly #faces = new Map<string, EmbeddedFace>();
  /** The open bookmarks from level 1 down. */
  readonly #bookmarks: PDFKit.PDFOutline[] = [];
  #inArtifact = false;

  constructor(readonly options: CanvasOptions) {
    this.document = new PDFDocument({
      size: [options.pageWidth, options.pageHeight],
      margin: 0,
      autoFirstPage: false,
      compress: false,
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

  /**
   * The file, piece by piece: what a page gives to it is handed on before the next one is painted.
   * The pieces of equal pages are equal.
   */
  *file(pages: Iterable<PagePainter>): Generator<Uint8Array, void, undefined> {
    const packer = new Packer();
    for (const paint of pages) {
      this.document.addPage();
      paint(this);
      this.document.flushPages();
      yield packer.pack(this.#written());
    }
    for (const embedded of this.#faces.values()) embedded.embed();
    this.document.end();
    yield packer.pack(this.#written());
    yield packer.end();
  }

  /** What pdfkit has written since the last call. */
  #written(): Buffer {
    const chunk: unknown = this.document.read();
    return chunk instanceof Uint8Array
      ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
      : Buffer.alloc(0);
  }

  /** A structure element under `parent`. */
  tag(parent: Tag, type: string, options: TagOptions = {}): Tag {
    const { columns, summary, scope, ...plain } = options;
    const element = this.document.struct(type, plain);
    setAttributes(element, { scope, columns, summary });
    parent.add(element);
    return element;
  }

  /** A bookmark to the height `y` of the current page, `level` 1 to 3. */
  bookmark(level: 1 | 2 | 3, title: string, y: number): void {
    while (this.#bookmarks.length >= level) this.#bookmarks.pop();
    const parent = this.#bookmarks.at(-1) ?? this.document.outline;
    const target = {
      top: Math.max(0, y - 12),
      left: this.options.pageWidth,
      expanded: level === 1,
    };
    this.#bookmarks.push(parent.addItem(title.replace(/\s+/g, ' '), target));
  }

  /** Paints a line of text; it is read as a part of `tag`, or not at all without one. */
  line(line: PaintedLine, x: number, y: number, tag: Tag | undefined): void {
    for (const part of paintLine(line, x, y, (face) => this.#use(face))) {
      const { lang, actual } = part;
      const marks = actual === undefined ? { lang } : { lang, actual };
      if (tag === undefined || this.#inArtifact) {
        this.document.markContent('Span', marks);
        this.#content(part.operators);
        this.document.endMarkedContent();
      } else {
        const content = this.document.markStructureContent('Span', marks);
        this.#content(part.operators);
        this.document.endMarkedContent();
        tag.add(content);
      }
    }
  }

  /** Paints what is no part of the content, such as running heads. */
  artifact(paint: () => void, type: 'Pagination' | 'Layout'): void {
    if (this.#inArtifact) {
      paint();
      return;
    }
    this.#inArtifact = true;
    this.document.markContent('Artifact', { type });
    paint();
    this.document.endMarkedContent();
    this.#inArtifact = false;
  }

  /** Paints what carries no information: rules, grounds, marks that a word stands beside. */
  decoration(paint: () => void): void {
    this.artifact(paint, 'Layout');
  }

  /** Paints the shapes of a figure as content of its element. */
  shapes(figure: Tag | undefined, paint: () => void): void {
    if (figure === undefined || this.#inArtifact) {
      this.decoration(paint);
      return;
    }
    const content = this.document.markStructureContent('Figure');
    paint();
    this.document.endMarkedContent();
    figure.add(content);
  }

  /** A filled rectangle; points from the page's top left, `#rrggbb`. */
  fillRect(x: number, y: number, width: number, height: number, colour: string): void {
    this.fillRects([{ x, y, width, height }], colour);
  }

  /** Rectangles filled as one shape: no seam is seen between neighbours. */
  fillRects(rectangles: readonly Rectangle[], colour: string): void {
    const shapes = rectangles.map(({ x, y, width, height }) => {
      const [left, top, wide, high] = [x, y, width, height].map((value) => decimal(value, 2));
      return `${left} ${top} ${wide} ${high} re`;
    });
    this.#content(`${colourOperator(colour)} ${shapes.join(' ')} f`);
  }

  /** As bytes: pdfkit would turn a string into them character by character. */
  #content(operators: string): void {
    this.document.page.write(Buffer.from(`${operators}\n`, 'latin1'));
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
  const page: { readonly fonts?: Record<string, unknown> } = document.page;
  return page.fonts ?? {};
}
