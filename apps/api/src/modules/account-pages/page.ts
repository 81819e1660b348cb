import { LOCALES, type Locale } from '@sukoyaka/kernel';
import { translator } from '@sukoyaka/localisation';

/** Each language by its own name. */
const NAMES: Readonly<Record<Locale, string>> = { th: 'ไทย', ja: '日本語', en: 'English' };

/** The frame of every account page; its script fills `main`. */
export function accountPage(locale: Locale, assets: string): string {
  const translate = translator(locale, 'account');
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>Sukoyaka</title>
    <link rel="icon" href="${assets}/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${assets}/account.css" />
    <script type="module" src="${assets}/main.js"></script>
  </head>
  <body>
    <a class="skip" href="#main">${translate('skip')}</a>
    <header class="masthead">
      <a class="brand" href="/account">Sukoyaka</a>
      <nav aria-label="${translate('languages')}">
        <ul>
          ${LOCALES.map((each) => languageItem(each, locale)).join('\n          ')}
        </ul>
      </nav>
    </header>
    <main id="main" tabindex="-1">
      <noscript><p class="notice">${translate('no-script')}</p></noscript>
    </main>
  </body>
</html>
`;
}

function languageItem(each: Locale, current: Locale): string {
  const mark = each === current ? ' aria-current="true"' : '';
  return `<li><a href="?lang=${each}" lang="${each}" hreflang="${each}"${mark}>${NAMES[each]}</a></li>`;
}
