import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** As wide as a screen of 1280 is at 400 % (WCAG 2.2, 1.4.10). */
const NARROWEST = 320;

/** What axe finds on a page, and where. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (runOnly) => (window as unknown as { readonly axe: typeof axe }).axe.run({ runOnly }),
    RULES,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** How many pixels of a page stand out at the side where the screen is as narrow as can be. */
export async function overflowOf(page: Page): Promise<number> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (size !== null) await page.setViewportSize(size);
  return overflow;
}
