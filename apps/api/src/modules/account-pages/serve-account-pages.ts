import { isLocale, type Locale } from '@sukoyaka/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { negotiateLocale } from '../../platform/locale/negotiate-locale.js';
import { readAssets } from './assets.js';
import { accountPage } from './page.js';

/** What mails and these pages lead to; `LINKS` of libs/accounts names the same addresses. */
const PAGES = [
  '/account',
  '/account/sign-up',
  '/account/invitation',
  '/account/staff-invitation',
  '/account/password-reset',
  '/account/forgotten',
  '/account/privacy',
] as const;

/**
 * Stricter than for the API's own page: nothing in line, nothing from elsewhere, and no text ever
 * becomes markup.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves the pages for people's accounts, the front door, and the files that these load. */
export function serveAccountPages(server: FastifyInstance): void {
  const { digest, files } = readAssets();
  const folder = `/account/assets/${digest}`;
  server.get('/', (_request, reply) => reply.redirect(PAGES[0]));
  for (const path of PAGES) {
    server.get(path, (request, reply) => {
      const locale = localeOf(request);
      return reply
        .headers({ 'content-security-policy': POLICY, 'content-language': locale })
        .type('text/html; charset=utf-8')
        .send(accountPage(locale, folder));
    });
  }
  for (const [name, { type, content }] of files) {
    server.get(`${folder}/${name}`, (_request, reply) =>
      reply.type(type).header('cache-control', FOR_EVER).send(content),
    );
  }
}

/** The language that the address asks for, else the browser. */
function localeOf(request: FastifyRequest): Locale {
  const { lang } = request.query as { readonly lang?: unknown };
  if (typeof lang === 'string' && isLocale(lang)) return lang;
  return negotiateLocale(request.headers['accept-language']);
}
