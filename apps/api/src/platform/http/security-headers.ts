import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const TWO_YEARS = 2 * 365 * 24 * 3600;

export type SecurityHeaders = Readonly<Record<string, string>>;

/** For answers to requests that are refused before they are routed: they hold text, no page. */
export function bareSecurityHeaders(origin: string): SecurityHeaders {
  return {
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isEncrypted(origin) && {
      'strict-transport-security': `max-age=${TWO_YEARS}; includeSubDomains`,
    }),
  };
}

function isEncrypted(origin: string): boolean {
  return origin.startsWith('https:');
}

/** Lets pages load only what this service serves itself; styles also in line, for the API's page. */
export function secureAnswers(app: NestFastifyApplication, origin: string): void {
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
    strictTransportSecurity: isEncrypted(origin) && { maxAge: TWO_YEARS, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
  });
}
