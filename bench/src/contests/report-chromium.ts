import { existsSync } from 'node:fs';
import chromiumInPackage from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { serve } from '../contender.js';
import { missingTexts, pagesOf } from './pdf-text.js';
import { report, textsOf } from './report-content.js';
import { html } from './report-html.js';

const SYSTEM = '/usr/bin/chromium';
const onSystem = existsSync(SYSTEM);
const browser = await chromium.launch({
  executablePath: onSystem ? SYSTEM : await chromiumInPackage.executablePath(),
  args: onSystem
    ? ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
    : chromiumInPackage.args,
  headless: true,
});
const document = report();
const page = await browser.newPage();
// Loaded once: the browser and its fonts are warm, and each round prints only.
await page.setContent(html(document), { waitUntil: 'load' });
let pages = 0;

const print = (): Promise<Uint8Array> => page.pdf({ format: 'A4', tagged: true, outline: true });

serve({
  outputs: async () => {
    const pdf = new Uint8Array(await print());
    pages = await pagesOf(pdf);
    return missingTexts(pdf, textsOf(document));
  },
  work: async () => {
    await print();
    return pages;
  },
});
