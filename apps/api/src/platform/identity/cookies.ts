import type { FastifyReply, FastifyRequest } from 'fastify';

/** Bound to this host, to encrypted connections and to all paths: `__Host-` makes browsers see to it. */
export const SESSION_COOKIE = '__Host-sukoyaka';
/** Tells a browser that has signed in before from one that has not. It opens nothing. */
export const DEVICE_COOKIE = '__Host-sukoyaka-device';

const ATTRIBUTES = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
const DEVICE_DAYS = 400;

export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, ATTRIBUTES);
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, ATTRIBUTES);
}

export function setDeviceCookie(reply: FastifyReply, mark: string): void {
  const maxAge = DEVICE_DAYS * 24 * 3600;
  void reply.setCookie(DEVICE_COOKIE, mark, { ...ATTRIBUTES, maxAge });
}

export function deviceMarkOf(request: FastifyRequest): string | undefined {
  return request.cookies[DEVICE_COOKIE];
}
