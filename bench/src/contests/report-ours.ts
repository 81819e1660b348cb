import { renderPdf } from '@sukoyaka/typesetting';
import { serve } from '../contender.js';
import { missingTexts, pagesOf } from './pdf-text.js';
import { report, textsOf } from './report-content.js';

const document = report();
let pages = 0;

serve({
  outputs: async () => {
    const pdf = await renderPdf(document);
    pages = await pagesOf(pdf);
    return missingTexts(pdf, textsOf(document));
  },
  work: async () => {
    await renderPdf(document);
    return pages;
  },
});
