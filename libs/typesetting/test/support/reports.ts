import type { Locale } from '@sukoyaka/kernel';
import type { Block, ReportDocument, Text, Texts } from '../../src/index.js';
import { PARAGRAPHS } from './paragraphs.js';

export const TITLE = {
  th: 'รายงานผลการประเมินตนเอง',
  ja: '自己評価結果報告書',
  en: 'Self-assessment report',
} as const;

/** The same words in the languages of a document. */
export function texts(
  languages: readonly Locale[],
  words: Readonly<Record<Locale, string>>,
): Texts {
  const [first = 'en', second] = languages;
  const one: Text = { lang: first, text: words[first] };
  return second === undefined ? [one] : [one, { lang: second, text: words[second] }];
}

/** A document with head and foot around blocks. */
export function reportOf(languages: readonly Locale[], body: readonly Block[]): ReportDocument {
  const [first = 'en', second] = languages;
  const page = {
    th: 'หน้า {page} จาก {pages}',
    ja: '{page}／{pages}ページ',
    en: 'Page {page} of {pages}',
  };
  return {
    meta: {
      title: texts(languages, TITLE),
      languages: second === undefined ? [first] : [first, second],
      author: 'Sukoyaka',
      subject: 'Self-assessment',
      createdAt: '2026-03-01T00:00:00Z',
      id: 'test-1',
    },
    head: { left: texts(languages, TITLE) },
    foot: { pageLabel: texts(languages, page) },
    body,
  };
}

/** A paragraph of running text. */
export function paragraph(languages: readonly Locale[], index = 0): Block {
  const words = {
    th: PARAGRAPHS.th[index % PARAGRAPHS.th.length] ?? '',
    ja: PARAGRAPHS.ja[index % PARAGRAPHS.ja.length] ?? '',
    en: PARAGRAPHS.en[index % PARAGRAPHS.en.length] ?? '',
  };
  return { kind: 'paragraph', texts: texts(languages, words) };
}
