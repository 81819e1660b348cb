import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

const require = createRequire(import.meta.url);
const FONTS = ['@expo-google-fonts/noto-sans-jp', '@expo-google-fonts/noto-sans-thai'];

export interface RunningBrowser {
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
}

/** Chromium as packaged, with fonts for the product's languages: texts take the room they take. */
export async function startBrowser(): Promise<RunningBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'sukoyaka-test-browser-'));
  const fonts = join(folder, 'fonts.conf');
  await writeFile(fonts, fontConfiguration(folder));
  const browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox'],
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  const stop = async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, stop };
}

function fontConfiguration(cache: string): string {
  const folders = FONTS.map((name) => dirname(require.resolve(`${name}/package.json`)));
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders.map((folder) => `<dir>${folder}</dir>`).join('\n  ')}
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}</cachedir>
</fontconfig>
`;
}
