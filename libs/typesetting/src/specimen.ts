import { DomainError, LANGUAGE_TAG, type Locale } from '@sukoyaka/kernel';
import { Canvas, type PagePainter } from './draw/canvas.js';
import { collect } from './draw/collect.js';
import type { PaintedLine } from './draw/line-painter.js';
import { LazyTag } from './layout/box.js';
import { breakLines } from './layout/lines.js';
import { BODY, lineHeightOf } from './layout/type-scale.js';
import { prepare } from './text/prepare.js';
import { COLOURS } from './tokens.js';

export interface SpecimenInput {
  /** Each is one paragraph; an empty one is an empty line. */
  readonly lines: readonly string[];
  readonly languages: readonly Locale[];
  /** Width of the paragraphs in points. */
  readonly width: number;
}

const MARGIN = 56;
const PAGE_WIDTH = 595.28;
const PAGE_HEIGHT = 841.89;

/** Points: a letter and a half, and what PDF allows a page less its margins. */
const WIDTHS = { min: 14, max: 14_000 };

/** The instant that specimens state, so that equal input gives equal bytes. */
const CREATED_AT = new Date('2026-01-01T00:00:00Z');

/**
 * Sets each line as a paragraph of exactly `width` points at the report's body size, with the
 * report's text layer and nothing else on the page; continues over pages.
 * @throws DomainError `SPECIMEN_WIDTH_INVALID` for a width that no page can have.
 */
export function renderSpecimen(input: SpecimenInput): Promise<Uint8Array> {
  return collect(() => canvasOf(input).file(pagesOf(input)));
}

function canvasOf({ languages, width }: SpecimenInput): Canvas {
  if (!(width >= WIDTHS.min && width <= WIDTHS.max)) {
    throw new DomainError('SPECIMEN_WIDTH_INVALID', { ...WIDTHS, width });
  }
  return new Canvas({
    title: 'Specimen',
    author: 'Sukoyaka',
    subject: 'Typesetting specimen',
    keywords: '',
    lang: LANGUAGE_TAG[languages[0] ?? 'en'],
    createdAt: CREATED_AT,
    pageWidth: Math.max(PAGE_WIDTH, width + 2 * MARGIN),
    pageHeight: PAGE_HEIGHT,
  });
}

/** A line at its height on the page, and the paragraph that it belongs to. */
interface PlacedLine {
  readonly line: PaintedLine;
  readonly baseline: number;
  readonly paragraph: LazyTag;
}

function pagesOf({ lines, languages, width }: SpecimenInput): PagePainter[] {
  const pages: PlacedLine[][] = [[]];
  let y = MARGIN;
  for (const text of lines) {
    const lang = languageOf(text, languages);
    const height = lineHeightOf(BODY, lang);
    const paragraph = new LazyTag('P', { lang: LANGUAGE_TAG[lang] });
    for (const line of paragraphLines(text, lang, width)) {
      if (y + height > PAGE_HEIGHT - MARGIN) {
        pages.push([]);
        y = MARGIN;
      }
      pages.at(-1)?.push({ line, baseline: y + height * 0.72, paragraph });
      y += height;
    }
    y += BODY * 0.5;
  }
  return pages.map((page) => (canvas) => paintLines(canvas, page));
}

function paragraphLines(text: string, lang: Locale, width: number): PaintedLine[] {
  const prepared = prepare([{ text, lang, weight: 'regular' }]);
  const looks = [{ lang, weight: 'regular', colour: COLOURS.ink }] as const;
  return breakLines(prepared, BODY, width).map((range) => ({ prepared, range, looks, size: BODY }));
}

function paintLines(canvas: Canvas, lines: readonly PlacedLine[]): void {
  for (const { line, baseline, paragraph } of lines) {
    canvas.line(line, MARGIN, baseline, paragraph.under(canvas, canvas.root));
  }
}

const SCRIPTS: Readonly<Record<Locale, RegExp>> = {
  th: /[\u0e01-\u0e5b]/g,
  ja: /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/g,
  en: /[A-Za-z]/g,
};

/** The language, of those given, whose script the text has most of; the first when none. */
export function languageOf(text: string, languages: readonly Locale[]): Locale {
  let best: Locale = languages[0] ?? 'en';
  let most = 0;
  for (const lang of languages) {
    const found = text.match(SCRIPTS[lang])?.length ?? 0;
    const share = lang === 'en' ? found / 4 : found;
    if (share > most) [best, most] = [lang, share];
  }
  return best;
}
