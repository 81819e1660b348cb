import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resources } from '@sukoyaka/locales';
import { LOCALES, type Locale } from '@sukoyaka/kernel';

const require = createRequire(import.meta.url);
/** Beside `src` and `dist`: found alike from the source and from what is compiled. */
const FOLDER = fileURLToPath(new URL('../../../pages/', import.meta.url));
const FONTS = '@expo-google-fonts/noto-sans-thai';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.json': 'application/json; charset=utf-8',
};

export interface Asset {
  readonly type: string;
  readonly content: Buffer;
}

export interface Assets {
  /** Changes with any of the files: addresses that carry it may be kept for ever. */
  readonly digest: string;
  readonly files: ReadonlyMap<string, Asset>;
}

/** Everything that the account pages load, by name. Nothing else of any folder is served. */
export function readAssets(): Assets {
  const contents: (readonly [string, Buffer])[] = [
    ...scripts(),
    ['qr-encoder.js', packagedScript('uqr')],
    ['account.css', readFileSync(join(FOLDER, 'account.css'))],
    ['icon.svg', readFileSync(join(FOLDER, 'icon.svg'))],
    ['thai-regular.ttf', packaged(`${FONTS}/400Regular/NotoSansThai_400Regular.ttf`)],
    ['thai-bold.ttf', packaged(`${FONTS}/700Bold/NotoSansThai_700Bold.ttf`)],
    ...LOCALES.map((locale) => [`texts/${locale}.json`, textsOf(locale)] as const),
  ];
  const hash = createHash('sha256');
  for (const [name, content] of contents) hash.update(name).update(content);
  const files = contents.map(([name, content]): [string, Asset] => [
    name,
    { type: TYPES[extname(name)] ?? 'application/octet-stream', content },
  ]);
  return { digest: hash.digest('hex').slice(0, 16), files: new Map(files) };
}

/** The compiled modules; the one that stands in for a package is replaced by the package. */
function scripts(): readonly (readonly [string, Buffer])[] {
  const folder = join(FOLDER, 'dist');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.js') && name !== 'qr-encoder.js')
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return [relative(folder, path).split(sep).join('/'), readFileSync(path)] as const;
    });
}

/** A package's module, under its licence. */
function packagedScript(name: string): Buffer {
  const script = require.resolve(name).replace(/\.cjs$/, '.mjs');
  const licence = readFileSync(join(script, '../../LICENSE'), 'utf8');
  return Buffer.concat([Buffer.from(`/*!\n${licence}*/\n`), readFileSync(script)]);
}

function packaged(path: string): Buffer {
  return readFileSync(require.resolve(path));
}

/** The pages' own texts, and the words that mails use for the same things. */
function textsOf(locale: Locale): Buffer {
  const { account, mail } = resources[locale];
  return Buffer.from(JSON.stringify({ ...account, role: mail.role, place: mail.place }));
}
