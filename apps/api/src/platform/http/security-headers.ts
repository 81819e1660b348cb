import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** For answers to requests that are refused before they are routed: they hold text, no page. */
export const BARE_SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

const TWO_YEARS = 2 * 365 * 24 * 3600;

/** Lets pages load only what this service serves itself; styles also in line, for the API's page. */
export function secureAnswers(app: NestFastifyApplication, origin: string): void {
  const isEncrypted = origin.startsWith('https:');
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      directives: {
        baseUri: ["'none'"],
        fontSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: isEncrypted && { maxAge: TWO_YEARS, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
  });
}
