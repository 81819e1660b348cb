import { existsSync } from 'node:fs';
import chromiumInPackage from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { serve } from '../contender.js';
import { missingIn, pagesOf } from './pdf-text.js';
import { report, textsOf } from './report-content.js';
import { html } from './report-html.js';

const SYSTEM = '/usr/bin/chromium';
/** No sandbox (CI runs as root), and nothing that looks for the network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const onSystem = existsSync(SYSTEM);
const browser = await chromium.launch({
  executablePath: onSystem ? SYSTEM : await chromiumInPackage.executablePath(),
  args: onSystem ? QUIET : chromiumInPackage.args,
  headless: true,
});
process.once('exit', () => void browser.close());
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
    // Its Thai text layer repeats letters, so the page that it prints is read instead.
    const shown = await page.evaluate(() => globalThis.document.body.textContent);
    return missingIn(shown, textsOf(document));
  },
  work: async () => {
    await print();
    return pages;
  },
});
