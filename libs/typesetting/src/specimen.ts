import { DomainError, LANGUAGE_TAG, type Locale } from '@sukoyaka/kernel';
import { Canvas } from './draw/canvas.js';
import { bytesOf } from './draw/collect.js';
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
export async function renderSpecimen(input: SpecimenInput): Promise<Uint8Array> {
  if (!(input.width >= WIDTHS.min && input.width <= WIDTHS.max)) {
    throw new DomainError('SPECIMEN_WIDTH_INVALID', { ...WIDTHS, width: input.width });
  }
  const canvas = new Canvas({
    title: 'Specimen',
    author: 'Sukoyaka',
    subject: 'Typesetting specimen',
    keywords: '',
    lang: LANGUAGE_TAG[input.languages[0] ?? 'en'],
    createdAt: CREATED_AT,
    pageWidth: Math.max(PAGE_WIDTH, input.width + 2 * MARGIN),
    pageHeight: PAGE_HEIGHT,
  });
  return bytesOf(canvas.document, () => {
    setParagraphs(canvas, input);
    canvas.end();
  });
}

function setParagraphs(canvas: Canvas, { lines, languages, width }: SpecimenInput): void {
  let y = MARGIN;
  canvas.newPage();
  for (const text of lines) {
    const lang = languageOf(text, languages);
    const height = lineHeightOf(BODY, lang);
    const prepared = prepare([{ text, lang, weight: 'regular' }]);
    const tag = canvas.tag(canvas.root, 'P', { lang: LANGUAGE_TAG[lang] });
    const looks = [{ lang, weight: 'regular', colour: COLOURS.ink }] as const;
    for (const range of breakLines(prepared, BODY, width)) {
      if (y + height > PAGE_HEIGHT - MARGIN) {
        canvas.newPage();
        y = MARGIN;
      }
      canvas.line({ prepared, range, looks, size: BODY }, MARGIN, y + height * 0.72, tag);
      y += height;
    }
    y += BODY * 0.5;
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
