import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const FONTS = ['@expo-google-fonts/noto-sans-jp', '@expo-google-fonts/noto-sans-thai'];

/** What serves a single page and ends with it; contexts of several people need processes. */
const FOR_ONE_PAGE = ['--single-process', '--no-zygote'];

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
    args: chromium.args.filter((each) => !FOR_ONE_PAGE.includes(each)),
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  const stop = async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { browser, stop };
}

/** An authenticator of the device itself, which knows its user and says so. */
export async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

function fontConfiguration(cache: string): string {
  const folders = FONTS.map((name) => dirname(require.resolve(`${name}/package.json`)));
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders.map((folder) => `<dir>${folder}</dir>`).join('\n  ')}
  <dir>/usr/share/fonts</dir>
  ${['sans-serif', 'system-ui'].map((each) => aliasOf(each, 'Noto Sans JP')).join('\n  ')}
  ${['monospace', 'ui-monospace'].map((each) => aliasOf(each, 'DejaVu Sans Mono')).join('\n  ')}
  <cachedir>${cache}</cachedir>
</fontconfig>
`;
}

function aliasOf(family: string, preferred: string): string {
  return `<alias><family>${family}</family><prefer><family>${preferred}</family></prefer></alias>`;
}
