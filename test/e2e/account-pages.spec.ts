import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LINKS } from '@sukoyaka/accounts';
import { expectProblem, type RunningApi, startApi } from '../support/api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** Where mails lead to, without the secret, and what these pages lead to. */
const ADDRESSES = Object.values(LINKS)
  .map((link) => (typeof link === 'string' ? link : link('x')))
  .map((link) => link.split('#', 1)[0] ?? link)
  .concat('/account/privacy');

async function page(address: string, header = 'en'): Promise<string> {
  const response = await api.anonymous.get(address).set('Accept-Language', header).expect(200);
  return response.text;
}

/** The files that a page names, and the modules that these import. */
async function loadedBy(address: string): Promise<ReadonlySet<string>> {
  const named = [...(await page(address)).matchAll(/(?:src|href)="(\/account\/assets\/[^"]+)"/g)];
  const open = named.map(([, path = '']) => path);
  const seen = new Set<string>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await api.anonymous.get(path).expect(200);
    const imports = path.endsWith('.js') ? response.text.matchAll(/from '(\.[^']+)'/g) : [];
    for (const [, to = ''] of imports) open.push(new URL(to, `http://localhost${path}`).pathname);
  }
  return seen;
}

describe('the front door', () => {
  test('leads to the own account', async () => {
    await api.anonymous.get('/').expect(302).expect('location', '/account');
  });
});

describe('the pages that mails and others lead to', () => {
  test.each(ADDRESSES)(
    '%s is a page with nothing in line and nothing from elsewhere',
    async (address) => {
      const response = await api.anonymous.get(address).expect(200);
      expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(response.headers['cache-control']).toBe('no-store');
      const policy = String(response.headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
      expect(policy).toContain("base-uri 'none'; frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
      expect(response.headers['referrer-policy']).toBe('no-referrer');
      expect(response.text).not.toMatch(/<script(?![^>]* src="\/)|<style| style=| on\w+=/i);
    },
  );

  test('they load what is served, by addresses that change with it', async () => {
    const paths = await loadedBy('/account');
    expect(paths.size).toBeGreaterThan(10);
    for (const path of paths) {
      const { headers } = await api.anonymous.get(path).expect(200);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
  });

  test('no script of theirs leaves anything in the browser', async () => {
    const scripts = [...(await loadedBy('/account'))].filter((path) => path.endsWith('.js'));
    for (const path of scripts) {
      const { text } = await api.anonymous.get(path).expect(200);
      expect({
        path,
        keeps: /localStorage|sessionStorage|indexedDB|document\.cookie|caches\./.test(text),
      }).toEqual({ path, keeps: false });
    }
  });

  test('no other file of any folder is served', async () => {
    const [main = ''] = [...(await loadedBy('/account'))].filter((each) =>
      each.endsWith('main.js'),
    );
    for (const other of ['main.d.ts', 'no-such.js', '../tsconfig.json', '..%2ftsconfig.json']) {
      const path = main.replace('main.js', other);
      expectProblem(await api.anonymous.get(path), 404, 'ROUTE_NOT_FOUND');
    }
  });
});

describe('the language', () => {
  test('is the one in the address, else what the browser prefers, else English', async () => {
    expect(await page('/account?lang=ja', 'th')).toContain('<html lang="ja">');
    expect(await page('/account', 'th-TH,en;q=0.5')).toContain('<html lang="th">');
    expect(await page('/account', 'fr')).toContain('<html lang="en">');
    expect(await page('/account?lang=xx', 'th')).toContain('<html lang="th">');
    expect(await page('/account?lang=th&lang=ja', 'ja')).toContain('<html lang="ja">');
  });

  test.each(['en', 'ja', 'th'])('texts in %s are served', async (locale) => {
    const [main = ''] = [...(await loadedBy('/account'))].filter((each) =>
      each.endsWith('main.js'),
    );
    const texts = await api.anonymous
      .get(main.replace('main.js', `texts/${locale}.json`))
      .expect(200);
    expect(texts.body).toHaveProperty(['sign-in', 'title']);
    expect(texts.body).toHaveProperty(['role', 'owner']);
    expect(texts.body).toHaveProperty(['place', 'Asia/Bangkok']);
  });
});
