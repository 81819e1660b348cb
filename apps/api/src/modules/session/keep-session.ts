import type { FastifyReply } from 'fastify';
import { setDeviceCookie, setSessionCookie } from '../../platform/identity/cookies.js';
import type { SignInOutDto } from './dto/session.dto.js';
import type { OpenedSession } from './session-opener.js';

/** Has the browser keep a session that was opened, and what marks it as known. */
export function keepSession(reply: FastifyReply, opened: OpenedSession): SignInOutDto {
  setSessionCookie(reply, opened.token);
  if (opened.deviceMark !== undefined) setDeviceCookie(reply, opened.deviceMark);
  return { stage: opened.stage };
}
